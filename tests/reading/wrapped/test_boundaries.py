"""Where articles begin, and which headline each has, on pages of every style."""

from __future__ import annotations

from itertools import product
from typing import Literal

import pytest

from kg.reading.wrapped.page import read_page
from tests.reading.typeset import Piece, Style, pieces, typeset, without_space, wrap

FOLIO = "03\n2025年9月12日 星期五\n责编：方  禾"
STYLES = [
    Style(width, indent, blank, headlines, FOLIO)
    for width, indent, blank, headlines in product(
        (14, 19), ("", "  ", "　　"), ("all", "none", "paragraphs"), ("before", "after", "end")
    )
    if indent or blank != "none"  # nothing would show where a paragraph begins
]


def read(articles: list[Piece], style: Style) -> dict[str, str]:
    """Body → title of each article that is read from the page, without white space."""
    page = read_page(typeset(articles, style))
    return {without_space(found.body.text): without_space(found.title.text) for found in page.articles}


def test_articles_and_headlines_are_found_again_in_every_style() -> None:
    every = pieces()
    right = total = 0
    for style in STYLES:
        for start in range(0, len(every), 5):
            articles = every[start : start + 5]
            found = read(articles, style)
            right += sum(found.get(without_space(a.body)) == without_space(a.title) for a in articles)
            total += len(articles)
    assert right / total >= 0.98


@pytest.mark.parametrize("headlines", ["before", "after"])
def test_headlines_keep_both_lines_where_all_have_two(headlines: Literal["before", "after"]) -> None:
    two = [Piece(f"{a.title[:6]} {a.title[6:]}", a.body) for a in pieces()[8:16] if " " not in a.title]
    found = read(two, Style(24, "　　", "paragraphs", headlines))
    right = sum(found.get(without_space(a.body)) == without_space(a.title) for a in two)
    assert right >= 0.75 * len(two)


def test_blank_lines_set_articles_apart() -> None:
    river = [
        "云溪河上游连日降雨，水位上涨，河长带人日夜巡堤，在险段旁搭起了帐篷。",
        "三处险段已经加固，低洼处的二十户居民住进了安置点，镇卫生院派来了医生。",
    ]
    wall = [
        "云溪镇中心小学的围墙粉刷一新，志愿者利用周末在墙上画了三十幅画。",
        "画里有校园的四季，也有孩子们的梦想，放学时总有人停下脚步观看。",
    ]
    styles = [wrap(text, Style(width=12, indent="　　")) for text in (*river, *wall)]
    lines = ["\n".join(lines) for lines in styles]
    page = "\n".join(lines[:2]) + "\n\n" + "\n".join(lines[2:])
    assert [article.body.text for article in read_page(page).articles] == ["\n".join(river), "\n".join(wall)]


@pytest.mark.parametrize("headlines", ["before", "after"])
def test_articles_without_a_lead_are_found_by_what_they_are_about(headlines: str) -> None:
    articles = [
        Piece(
            "高岭小学建起种植园",
            "孩子们的笑声从校园一角传来。高岭小学的种植园里，三年级学生正在给番茄搭架。种植园建成一年，已收获蔬菜五百多斤。",
        ),
        Piece(
            "石桥村旧祠堂变身书屋",
            "推开旧祠堂的木门，书香扑面而来。石桥村把闲置多年的祠堂修缮一新，办成了乡村书屋，藏书三千余册，村民随时可来借阅。",
        ),
    ]
    found = read(articles, Style(indent="　　", headlines=headlines))
    assert found == {without_space(a.body): without_space(a.title) for a in articles}


def test_a_page_without_headlines_is_read() -> None:
    articles = [Piece("", piece.body) for piece in pieces()[:3]]
    page = read_page(
        "\n".join(typeset([piece], Style(indent="　　", blank="none")).strip() for piece in articles)
    )
    assert [without_space(found.body.text) for found in page.articles] == [
        without_space(a.body) for a in articles
    ]
    assert {found.title.text for found in page.articles} == {""}


def test_a_file_of_many_pages_is_read_as_such() -> None:
    articles = pieces() * 6
    page = read_page(typeset(articles, Style(indent="　　", blank="none")))
    found = [without_space(article.title.text) for article in page.articles]
    assert (
        sum(title in found for title in map(without_space, (a.title for a in articles))) / len(articles)
        >= 0.95
    )
    assert abs(len(found) - len(articles)) <= 6


def test_a_list_alone_is_one_article() -> None:
    page = read_page("\n".join(f"第{n}名 云州市职工代表队" for n in "一二三四五六"))
    assert len(page.articles) == 1
    assert page.articles[0].title.text == ""
