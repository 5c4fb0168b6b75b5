"""A text layer, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.export.picture import DrawnFile, to_html
from kg.model.records import Article, Origin
from kg.reading.wrapped.page import read_text
from tests.effort import bounded_effort
from tests.export.picture.test_picture import seen


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


@pytest.mark.parametrize(
    "raw", ["\n" * 400_000 + "文", " \n" * 200_000 + "文", "文 " * 200_000], ids=["empty", "blank", "gaps"]
)
def test_a_hostile_page_is_drawn_with_bounded_effort(raw: str) -> None:
    sheet = DrawnFile("a.txt", [Article("a", "", "文", origin=Origin("a.txt", (len(raw) - 1,)))], raw=raw)
    with bounded_effort():
        to_html([sheet])
