"""How articles open, go on and close."""

from __future__ import annotations

import pytest

from kg.reading.press import cues


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 近日，云州市",
        "本报讯（记者方知行）",
        "云州教育报讯（记者 方知行）",
        "新华社云州6月1日电",
        "据新华社云州6月1日电",
        "央视网消息（新闻联播）：云州",
        "4月10日消息：记者从县里获悉",
        "（记者方知行 通讯员柳如烟）昨日",
        "作者：方知行",
    ],
)
def test_leads(text: str) -> None:
    assert cues.is_lead(text)


@pytest.mark.parametrize(
    "text",
    ["记者从市总工会获悉", "近日，云州市", "会议强调，要加强通讯建设", "记者了解到，", "市总工会通讯录发布"],
)
def test_no_leads(text: str) -> None:
    assert not cues.is_lead(text)


@pytest.mark.parametrize("text", ["6月4日，云州", "2025年6月4日下午", "近日，云州", "日前，由", "28日上午，"])
def test_days(text: str) -> None:
    assert cues.is_dated(text)


@pytest.mark.parametrize("text", ["2013-12-16", "2008-6-6", "2014年01月08日16:00", "2014年7月28日"])
def test_date_lines(text: str) -> None:
    assert cues.is_date_line(text)


@pytest.mark.parametrize(
    "text", ["会议强调，要", "会上，方知行", "据了解，该市", "他说，", "此次活动", "二是要加强"]
)
def test_what_refers_back(text: str) -> None:
    assert cues.goes_on(text)


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
        "方知行",
        "《云州日报》2011年3月23日第1版",
    ],
)
def test_credits(text: str) -> None:
    assert cues.is_credit(text)


@pytest.mark.parametrize("text", ["云州市开展“平安行”活动", "《云州工匠》画册出版", "春茶飘香"])
def test_no_credits(text: str) -> None:
    assert not cues.is_credit(text)
