"""Printed lines in their places."""

from __future__ import annotations

from kg.export.picture import DrawnFile, to_html
from kg.model.records import Article, Aside, Box, Origin
from tests.export.picture.test_picture import HOSTILE, seen


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
