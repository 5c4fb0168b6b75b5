"""Whose word counts for the date and the newspaper of an article."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.errors import InputError
from kg.reading import read_inputs
from kg.reading.press.publication import Publication, parse_path, parse_publication_line

TEXT = "云州市总工会召开座谈会\n近日，云州市总工会召开座谈会。\n"


@pytest.mark.parametrize(
    ("path", "day", "paper"),
    [
        ("2025-06-04-A03.txt", "2025-06-04", None),
        ("20250604_03.pdf", "2025-06-04", None),
        ("ysrb-2019-05-01-04.html", "2019-05-01", None),
        ("A03_2025.6.4.txt", "2025-06-04", None),
        ("云州日报2025年6月4日A03.txt", "2025-06-04", "云州日报"),
        ("云州晚报-20250604-20250604.txt", "2025-06-04", "云州晚报"),
        ("2025-06-04/A03.txt", "2025-06-04", None),
        ("20250604/A03.txt", "2025-06-04", None),
        ("2025-06-04/2025-06-05.txt", "2025-06-05", None),
        ("export 2025-06-04/A03.txt", None, None),
        ("2025-06-01_2025-06-30.txt", None, None),
        ("20251304.txt", None, None),
        ("12025060412.txt", None, None),
        ("2025-06_04.txt", None, None),
        ("我与云州日报社.txt", None, None),
        ("云州日报２０２５年６月４日.txt", "2025-06-04", "云州日报"),
        ("二〇二五年六月四日/A03.txt", "2025-06-04", None),
        ("云州日报2025年6月4日03版.txt", "2025-06-04", "云州日报"),
    ],
)
def test_what_the_name_of_a_file_tells(path: str, day: str | None, paper: str | None) -> None:
    assert parse_path(Path(path)) == Publication(day, paper)


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%Y_%m_%d", "%Y年%m月%d日"]),
)
def test_a_date_comes_back_from_any_name(day: date, form: str) -> None:
    assert parse_path(Path(f"版面{format(day, form)}.txt")).date == str(day)


def told(folder: Path, name: str, text: str, given: Publication) -> tuple[str | None, str | None]:
    path = folder / name
    path.write_text(text, "utf-8")
    (result,) = read_inputs([path], given)
    article = result.articles[0]
    return article.date, article.source


def test_a_field_goes_before_an_option_and_an_option_before_the_name_of_a_file(tmp_path: Path) -> None:
    option, none = Publication("2025-06-02", "青石晚报"), Publication()
    name = "云州日报-2025-06-03"
    record = '{"text": "会议。", "date": "2025-06-01", "source": "柳溪日报"}\n'
    assert told(tmp_path, f"{name}.jsonl", record, option) == ("2025-06-01", "柳溪日报")
    assert told(tmp_path, f"{name}.jsonl", '{"text": "会议。"}\n', option) == ("2025-06-02", "青石晚报")
    assert told(tmp_path, f"{name}.txt", TEXT, option) == ("2025-06-02", "青石晚报")
    assert told(tmp_path, f"{name}.txt", TEXT, none) == ("2025-06-03", "云州日报")


def test_the_name_of_a_table_tells_nothing_of_its_articles(tmp_path: Path) -> None:
    assert told(tmp_path, "2025-06-03.jsonl", '{"text": "会议。"}\n', Publication()) == (None, None)


@pytest.mark.parametrize("text", ["2025", "2025-06", "04.06.2025", "2025-13-01", "", "昨日"])
def test_an_option_that_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="write it as 2025-06-04"):
        Publication.parse(text, None)


def test_a_newspaper_whose_name_is_no_text_is_refused() -> None:
    with pytest.raises(InputError, match="write it in UTF-8"):
        Publication.parse(None, "\udcd4\udcc6")


def test_an_option_is_read_as_any_date_is() -> None:
    for text in ("2025-06-04", "2025/6/4", "2025年6月4日", "20250604", "二〇二五年六月四日"):
        assert Publication.parse(text, None) == Publication("2025-06-04")


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("《云州日报》（2025年6月4日 第 01 版）", "云州日报"),
        ("《 云州日报 》（ 2025年6月4日   第 01 版）", "云州日报"),
        ("《云河观察》（2025年6月4日 第01版 要闻）", "云河观察"),
        ("（2025年6月4日 第01版）", None),
        ("云州日报 2025年6月4日 第01版", "云州日报"),
        ("云州教育报2025年6月4日第三版", "云州教育报"),
        ("云州日报（二〇二五年六月四日）", "云州日报"),
        ("来源：云州日报 2025-06-04", "云州日报"),
        ("来源：云州融媒 发布时间：2025-06-04 08:12", "云州融媒"),
        ("2025/6/4 8:12:00 来源：云州发布", "云州发布"),
    ],
)
def test_a_line_below_a_headline_tells_day_and_newspaper(line: str, paper: str | None) -> None:
    assert parse_publication_line(line) == Publication("2025-06-04", paper)


@pytest.mark.parametrize(
    "line",
    [
        "2025年6月4日",
        "《云州市工会条例》（2025年6月4日）",
        "天气预报 2025年6月4日",
        "云州日报",
        "来源：云州日报",
        "云州日报2025年6月4日讯",
        "云州日报 2025年6月4日至2025年6月5日",
        "2025年6月4日，云州日报记者林海棠到第1版编辑部采访。",
        "《云州日报》（2025年2月30日 第01版）",
    ],
)
def test_any_other_line_tells_nothing(line: str) -> None:
    assert parse_publication_line(line) is None


@pytest.mark.parametrize("suffix", [".txt", ".jsonl"])
def test_the_line_below_its_headline_dates_an_article_and_stays_in_its_text(
    tmp_path: Path, suffix: str
) -> None:
    text = "云州市总工会召开座谈会\n《云州日报》（2025年6月4日 第01版）\n近日，云州市总工会召开座谈会。"
    content = text if suffix == ".txt" else json.dumps({"text": text})
    assert told(tmp_path, f"a{suffix}", content, Publication("2025-06-05", "青石晚报")) == (
        "2025-06-04",
        "云州日报",
    )
    (result,) = read_inputs([tmp_path])
    assert result.articles[0].text == text


def test_a_line_far_below_the_headline_dates_nothing(tmp_path: Path) -> None:
    record = {"text": "标题\n" + "会议召开。\n" * 4 + "《云州日报》（2025年6月4日 第01版）"}
    assert told(tmp_path, "a.jsonl", json.dumps(record), Publication()) == (None, None)
