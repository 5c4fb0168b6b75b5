"""The picture of what was read: every character is seen, in the colour of its article or in none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.html import source_hash
from kg.export.picture import DrawnFile, to_html
from kg.model.records import Article, Aside, Box, Origin, Problem
from kg.reading.wrapped.page import read_text
from tests.effort import bounded_effort

HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202e"


TAGS = {"html", "head", "meta", "title", "style", "body", "section", "h1", "p", "div", "ol", "li", "a"}
TAGS |= {"mark", "small", "pre"}


class Seen(HTMLParser):
    """The text of the pages, each stretch with the number of its article (0: grey) and whether it is bold."""

    def __init__(self) -> None:
        super().__init__()
        self.stretches: list[tuple[int, bool, str]] = []
        self.tags: set[str] = set()
        self._in_page = self._is_bold = False
        self._number = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        assert not any(name.startswith("on") or name in ("src", "style") for name in found)
        self._in_page |= tag in ("pre", "text")
        if tag == "mark" and self._in_page:
            self._number = int((found["title"] or "").split()[0])
            self._is_bold = "h" in (found["class"] or "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag in ("pre", "text"):
            self._in_page = False
        elif tag == "mark":
            self._number, self._is_bold = 0, False
        elif tag == "div" and self._in_page:
            self.stretches.append((0, False, "\n"))

    def handle_data(self, data: str) -> None:
        if self._in_page:
            self.stretches.append((self._number, self._is_bold, data))


def seen(*sheets: DrawnFile) -> Seen:
    parser = Seen()
    parser.feed(to_html(sheets))
    return parser


def read(raw: str) -> Iterator[Article]:
    return (found for found in read_text(Path("page.txt"), raw) if isinstance(found, Article))


def test_a_text_layer_is_shown_whole_and_each_article_in_its_own_colour(sample: Path) -> None:
    raw = f"云州日报\n2025年9月12日 星期五\n{sample.read_text('utf-8')}"
    articles = list(read(raw))
    found = seen(DrawnFile("page.txt", articles, raw=raw)).stretches
    assert [line for line in "".join(text for _, _, text in found).split("\n") if line] == [
        line for line in raw.split("\n") if line.strip()
    ]
    for number, article in enumerate(articles, 1):
        own = "".join(text for owner, _, text in found if owner == number)
        assert sorted(re.sub(r"\s", "", own)) == sorted(re.sub(r"\s", "", article.text))
        bold = "".join(text for owner, is_bold, text in found if owner == number and is_bold)
        assert re.sub(r"\s", "", bold) == re.sub(r"\s", "", article.title)
    grey = "".join(text for owner, _, text in found if not owner)
    assert re.sub(r"\s", "", grey) == "云州日报2025年9月12日星期五"


def test_printed_lines_stand_in_their_places() -> None:
    boxes = (Box(0, 3, 2, 10.0, 20.0, 70.0, 40.0), Box(4, 6, 2, 90.0, 20.0, 100.0, 60.0))
    article = Article("a", "座谈会", "座谈会\n近日", origin=Origin("a.pdf", tuple(range(6)), boxes))
    picture = to_html([DrawnFile("a.pdf", [article])])
    assert '<svg viewBox="0 0 112.0 72.0"' in picture
    assert '<rect x="10.0" y="20.0" width="60.0" height="20.0"/>' in picture
    assert '<text x="10.0" y="37.2" font-size="17.2" textLength="60.0"' in picture
    assert 'x="95.0" y="20.0" writing-mode="vertical-rl" font-size="8.6" textLength="40.0"' in picture
    assert [text for _, _, text in seen(DrawnFile("a.pdf", [article])).stretches] == ["座谈会", "近日"]


def test_what_belongs_to_no_article_is_grey_in_its_place() -> None:
    aside = (Aside(HOSTILE, 1, 10.0, 5.0, 60.0, 15.0), Aside("第3版", 2, 10.0, 5.0, 40.0, 15.0))
    article = Article("a", "会", "会", origin=Origin("a.pdf", (0,), (Box(0, 1, 1, 10.0, 20.0, 20.0, 30.0),)))
    sheet = DrawnFile("a.pdf", [article], aside=aside)
    assert '<g class="a"><text x="10.0" y="13.6" font-size="8.6" textLength="30.0"' in to_html([sheet])
    assert [text for _, _, text in seen(sheet).stretches] == [
        HOSTILE.replace("\u202e", "\\u202e"),
        "会",
        "第3版",
    ]


def test_articles_without_a_page_are_shown_as_they_are() -> None:
    articles = [Article("1", "", "甲\n乙"), Article("2", "", "丙")]
    found = seen(DrawnFile("a.jsonl", articles, raw='{"text": "甲"}')).stretches
    assert [(number, text) for number, _, text in found if text.strip()] == [(1, "甲\n乙"), (2, "丙")]


def test_what_could_not_be_read_is_told() -> None:
    assert "the file is empty" in to_html([DrawnFile("a.txt", (), [Problem("a.txt", "the file is empty")])])


def test_colours_repeat_with_another_outline() -> None:
    picture = to_html([DrawnFile("a.jsonl", [Article(str(n), "", "文") for n in range(30)])])
    styles = re.findall(r'<li><a[^>]*><mark class="(c\d o\d)">', picture)
    assert len(set(styles)) == 28
    assert styles[28:] == styles[:2]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60).filter(str.strip))
def test_any_text_is_shown_as_text(text: str) -> None:
    hostile = f"{HOSTILE}{text}"
    articles = [
        Article(hostile, hostile, hostile, source=hostile, origin=Origin("", tuple(range(len(hostile)))))
    ]
    found = seen(DrawnFile(hostile, articles, [Problem("", hostile)], hostile))
    assert found.tags == TAGS
    assert "\u202e" not in "".join(text for _, _, text in found.stretches)


def test_the_policy_allows_the_style_alone() -> None:
    picture = to_html([])
    (style,) = re.findall(r"<style>(.*?)</style>", picture, re.DOTALL)
    assert f"default-src 'none'; style-src {source_hash(style)};" in picture
    assert not re.search(r"https?:|url\(|@import", picture)


@pytest.mark.parametrize(
    "raw", ["\n" * 400_000 + "文", " \n" * 200_000 + "文", "文 " * 200_000], ids=["empty", "blank", "gaps"]
)
def test_a_hostile_page_is_drawn_with_bounded_effort(raw: str) -> None:
    sheet = DrawnFile("a.txt", [Article("a", "", "文", origin=Origin("a.txt", (len(raw) - 1,)))], raw=raw)
    with bounded_effort():
        to_html([sheet])
