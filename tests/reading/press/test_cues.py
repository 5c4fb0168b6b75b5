"""How articles open, go on and close: a case for each branch of each pattern."""

from __future__ import annotations

import pytest

from kg.language.tables import read_word_lists
from kg.reading.press import cues

WORDS = read_word_lists("kg.reading.press", "cues")
AGENCIES = read_word_lists("kg.language", "datelines")["agencies"]


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 近日，云州市",
        "本报讯（记者方知行）",
        "本报讯",
        "云州教育报讯（记者 方知行）",
        "云州网讯6月1日",
        "云州电视台讯：",
        "云州通讯讯，近日",
        "新华社云州6月1日电",
        "据新华社云州6月1日电",
        "云州晚报报道（记者方知行）",
        "央视网消息（新闻联播）：云州",
        "4月10日消息：记者从县里获悉",
        "（记者方知行 通讯员柳如烟）昨日",
        "（全媒体记者：方知行）",
        "作者：方知行",
        "文/图 方知行",
        "本报首席记者 方知行",
    ],
)
def test_leads(text: str) -> None:
    assert cues.is_lead(text)


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_datelines_of_agencies_are_leads(agency: str) -> None:
    assert cues.is_lead(f"{agency}云州6月1日电")


@pytest.mark.parametrize(
    "text",
    ["记者从市总工会获悉", "近日，云州市", "会议强调，要加强通讯建设", "记者了解到，", "市总工会通讯录发布"],
)
def test_no_leads(text: str) -> None:
    assert not cues.is_lead(text)


@pytest.mark.parametrize(
    "text",
    ["■职工在拔河", "▶ 职工在拔河", "图为拔河现场", "图①：拔河", "图：拔河", "上图：拔河", "（左）图：拔河"],
)
def test_captions(text: str) -> None:
    assert cues.is_caption(text)
    assert cues.is_photo(text)


@pytest.mark.parametrize("text", ["■本报记者 方知行", "●通讯员 方知行", "▲特约撰稿 方知行", "图书馆开馆"])
def test_no_captions(text: str) -> None:
    assert not cues.is_caption(text)


@pytest.mark.parametrize("credit", WORDS["photo_credits"])
def test_a_photographer_behind_a_text_makes_it_a_caption(credit: str) -> None:
    assert cues.is_photo(f"职工在拔河。方知行 {credit}）")


def test_what_was_filmed_is_no_caption() -> None:
    assert not cues.is_photo("这部电影由云州市总工会拍摄")


@pytest.mark.parametrize("end", WORDS["body_ends"])
def test_bodies_that_sign(end: str) -> None:
    assert cues.is_body(f"云州市职工{end}")
    assert not cues.is_body(f"会议，云州市职工{end}")


def test_the_first_word_is_without_quotation_marks() -> None:
    assert cues.first_word("“方知行”说，") == "方知行"


@pytest.mark.parametrize(
    "text",
    [
        "6月4日，云州",
        "2025年6月4日下午",
        "2025年6月4号",
        "28日上午，",
        "28号，",
        "2025-06-04",
        "2025/6/4",
        *WORDS["days"],
    ],
)
def test_days(text: str) -> None:
    assert cues.is_dated(text)


@pytest.mark.parametrize(
    ("text", "in_full"), [("7日上午，", False), ("6月7日上午，", True), ("近日，", True)]
)
def test_days_whose_month_was_given_before_are_not_in_full(text: str, in_full: bool) -> None:
    assert cues.is_dated_in_full(text) is in_full


@pytest.mark.parametrize(
    ("text", "early"),
    [
        ("市总工会近日召开座谈会", True),
        ("市总工会于6月4日召开座谈会", True),
        ("会议闭幕。近日，", False),
        (f"{'云州' * 12}近日，", False),
    ],
)
def test_days_in_the_first_words(text: str, early: bool) -> None:
    assert cues.is_dated_early(text) is early


@pytest.mark.parametrize(
    "text", ["2013-12-16", "2008-6-6", "2014年01月08日16:00", "2014年7月28日", "2014.7.28 08:00:00"]
)
def test_date_lines(text: str) -> None:
    assert cues.is_date_line(text)
    assert not cues.is_date_line(f"{text}，云州")


@pytest.mark.parametrize(
    "text",
    [
        "为丰富职工生活，",
        "为了丰富职工生活，",
        "随着汛期的到来，",
        "在五一国际劳动节来临之际云州市总工会，",
        "以“平安”为主题，",
    ],
)
def test_occasions(text: str) -> None:
    assert cues.opens_with_occasion(text)


@pytest.mark.parametrize("text", ["为职工，", "为丰富职工生活。云州", "在云州市，"])
def test_no_occasions(text: str) -> None:
    assert not cues.opens_with_occasion(text)


@pytest.mark.parametrize(
    "text",
    [
        "会议强调，要",
        "会上，方知行",
        "据县总工会介绍，",
        "他说，",
        "她们",
        "调研组一行",
        "专家一组",
        "在调研期间，",
        "二是要加强",
        "三、要加强",
        "第二，要加强",
        *WORDS["back_references"],
    ],
)
def test_what_refers_back(text: str) -> None:
    assert cues.goes_on(text)


@pytest.mark.parametrize("text", ["云州市总工会", "在云州市，", "他山之石", "近日，", "据新华社云州6月1日电"])
def test_what_does_not_refer_back(text: str) -> None:
    assert not cues.goes_on(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("会议由方知行主持。", True),
        ("他说：“好！”", True),
        ("共建和谐社会。（方知行）", True),
        ("（记者 方知行）", True),
        ("云州市总工会赴外地考察（图）", False),
        ("云州市总工会召开", False),
        ("各项目（名单附后）均已完成", False),
    ],
)
def test_where_sentences_end(text: str, ends: bool) -> None:
    assert cues.ends_sentence(text) is ends


@pytest.mark.parametrize(
    "text",
    [
        "（方知行）",
        "审核人：云州中队中队长 方知行",
        "新华社发(方知行 摄)",
        "图/方知行",
        "单位供图",
        "方知行",
        "《云州日报》2011年3月23日第1版",
        "原载《云州日报》2011年第3期",
        *(f"{label}：方知行" for label in WORDS["credit_labels"]),
    ],
)
def test_credits(text: str) -> None:
    assert cues.is_credit(text)


@pytest.mark.parametrize(
    "text", ["云州市开展“平安行”活动", "《云州工匠》画册出版", "春茶飘香", "共建和谐。（方知行）"]
)
def test_no_credits(text: str) -> None:
    assert not cues.is_credit(text)


def test_a_signature_behind_a_text_signs_it() -> None:
    assert cues.is_signed("共建和谐社会。（方知行）")
    assert not cues.is_signed("共建和谐社会（如图），云州市")


@pytest.mark.parametrize(
    ("text", "page"),
    [("（下转第三版）", "三"), ("▶▶下转02版", "02"), ("（紧转A4版）", "A4"), ("下转第2版《河道》", "2")],
)
def test_notices_name_the_further_page(text: str, page: str) -> None:
    notice = cues.goes_to_page(f"正在加固{text}")
    assert notice is not None
    assert notice[1] == page


@pytest.mark.parametrize(("text", "page"), [("（上接第一版）", "一"), ("◀紧接01版《要闻》", "01")])
def test_notices_name_the_page_before(text: str, page: str) -> None:
    notice = cues.comes_from_page(f"{text}的有八处。")
    assert notice is not None
    assert notice[1] == page


@pytest.mark.parametrize("text", ["他把车转第三版块的展位", "会议转第二阶段。", "第三版"])
def test_other_words_are_no_notices(text: str) -> None:
    assert cues.goes_to_page(text) is None
    assert cues.comes_from_page(text) is None
