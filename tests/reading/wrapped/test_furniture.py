"""What belongs to the page and to no article."""

from __future__ import annotations

import pytest

from kg.reading.wrapped.furniture import is_furniture, page_date, page_paper
from kg.reading.wrapped.lines import split_lines
from tests.reading.typeset import without_space

BODY = ["近日，云州市总工会召开座谈会，来自各县区的代表参加。"] * 20


def furniture_of(page: list[str]) -> list[str]:
    raw = "\n".join(page)
    lines = split_lines(raw, 0, len(raw))
    return [line.text.text for index, line in enumerate(lines) if is_furniture(lines, index)]


@pytest.mark.parametrize(
    "line",
    [
        "03",
        "第03版",
        "A12",
        "第3版 综合新闻",
        "A03 要闻",
        "综合新闻 第三版",
        "2025年9月12日 星期五",
        "星期五 2025年9月12日",
        "二〇二五年九月十二日 星期五",
        "２０２５年９月１２日　星期五",
        "《云州日报》（2025年9月12日 第 01 版）",
        "责编：方  禾",
        "云州日报",
        "新闻热线：0123-456",
    ],
)
def test_the_head_of_a_page_is_furniture(line: str) -> None:
    assert [without_space(text) for text in furniture_of([line, *BODY])] == [without_space(line)]


@pytest.mark.parametrize(
    "line",
    [
        "2013-12-16",
        "2014年7月28日",
        "作者：方知行",
        "编辑：柳如烟",
        "云州日报社记者站揭牌",
        "12名职工获奖",
        "G20峰会召开",
    ],
)
def test_what_articles_hold_is_not(line: str) -> None:
    assert furniture_of([line, *BODY]) == []


def test_a_number_amid_the_text_is_not() -> None:
    assert furniture_of([*BODY[:10], "12", *BODY[10:]]) == []


def test_the_folio_gives_the_date() -> None:
    raw = "03\n2025年9月2日 星期二\n"
    assert page_date(split_lines(raw, 0, len(raw))) == "2025-09-02"
    assert page_date(split_lines("2025年19月2日 星期二", 0, 14)) is None


@pytest.mark.parametrize(
    ("head", "paper"),
    [
        ("云州日报\n2025年9月2日 星期二\n", "云州日报"),
        ("03 云州教育报 2025年9月2日 星期二\n责编：方  禾\n", "云州教育报"),
        ("2025年9月2日 星期二 要闻 云州日报\n云州日报\n", "云州日报"),
        ("2025年9月2日 星期二\n云州教育报\n", None),
        ("云州日报\n云州晚报\n", None),
        ("2025年9月2日 星期二 晚报社\n", None),
    ],
)
def test_masthead_and_folio_give_the_paper_where_it_is_clear(head: str, paper: str | None) -> None:
    assert page_paper(split_lines(head, 0, len(head))) == paper


def test_the_line_below_a_headline_that_dates_the_article_is_furniture() -> None:
    line = "《云州日报》（2025年9月12日 第 01 版）"
    told = furniture_of([*BODY[:9], "云州市总工会召开座谈会", line, *BODY[9:]])
    assert [without_space(text) for text in told] == [without_space(line)]
    assert furniture_of([*BODY[:9], line, *BODY[9:]]) == []


@pytest.mark.parametrize(
    ("lines", "day", "paper"),
    [
        ("二〇二五年九月二日 星期二\n", "2025-09-02", None),
        ("《云州日报》（2025年9月2日 第 01 版）\n", "2025-09-02", "云州日报"),
        ("《云州日报》（2025年9月2日 第 01 版）\n《云州日报》（2025年9月3日 第 01 版）\n", None, "云州日报"),
        ("《云州日报》（2025年9月2日 第 01 版）\n2025年9月5日 星期五\n云州晚报\n", "2025-09-05", "云州晚报"),
    ],
)
def test_folio_and_masthead_go_before_the_lines_below_headlines(
    lines: str, day: str | None, paper: str | None
) -> None:
    found = split_lines(lines, 0, len(lines))
    assert (page_date(found), page_paper(found)) == (day, paper)
