"""The picture of what was read: every character is seen, in the colour of its article or in none."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from kg.export.html import source_hash
from kg.export.picture import DrawnFile, to_html
from kg.model.records import Article, Origin, Problem

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


def test_articles_without_a_page_are_shown_as_they_are() -> None:
    articles = [Article("1", "", "甲\n乙"), Article("2", "", "丙")]
    found = seen(DrawnFile("a.jsonl", articles, raw='{"text": "甲"}')).stretches
    assert [(number, text) for number, _, text in found if text.strip()] == [(1, "甲\n乙"), (2, "丙")]


def test_what_could_not_be_read_is_told() -> None:
    assert "the file is empty" in to_html([DrawnFile("a.txt", (), [Problem("a.txt", "the file is empty")])])


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
