"""Headings matched with articles, all of a page together."""

from __future__ import annotations

from kg.reading.wrapped.blocks import PageBlocks, ParagraphRange
from kg.reading.wrapped.headlines import Headlines
from kg.reading.wrapped.paragraphs import Block
from tests.reading.wrapped.blocks_by_hand import heading, page, paragraph

RIVER, SCHOOL = paragraph("云泽县治理河道，加固河堤。"), paragraph("第二小学启用新校舍，学生搬进教室。")
FIRST, SECOND, BOTH = ParagraphRange(0, 1), ParagraphRange(1, 2), ParagraphRange(0, 2)


def owned(*blocks: Block) -> dict[str, int]:
    made: PageBlocks = page(*blocks)
    return {made.text(line): owner for line, owner in Headlines(made).owners([FIRST, SECOND]).items()}


def test_each_article_has_the_headline_that_shares_its_words() -> None:
    expected = {"治理河道": 0, "启用校舍": 1}
    assert owned(heading("治理河道"), RIVER, heading("启用校舍"), SCHOOL) == expected
    assert owned(RIVER, heading("治理河道"), SCHOOL, heading("启用校舍")) == expected
    assert owned(RIVER, SCHOOL, heading("启用校舍"), heading("治理河道")) == expected


def test_a_line_that_shares_no_words_heads_nothing() -> None:
    expected = {"治理河道": 0, "启用校舍": 1}
    assert owned(heading("治理河道"), RIVER, heading("天气多云转阴"), SCHOOL, heading("启用校舍")) == expected


def test_the_lines_of_a_headline_are_of_one_article() -> None:
    assert owned(heading("云泽治理河道"), heading("加固河堤"), RIVER, SCHOOL) == {
        "云泽治理河道": 0,
        "加固河堤": 0,
    }


def test_a_headline_has_at_most_three_lines() -> None:
    lines = [heading(text) for text in ("云泽县", "治理河道", "加固河堤", "治理云泽河道")]
    assert len(owned(*lines, RIVER, SCHOOL)) == 3


def test_boundaries_are_better_where_each_headline_has_its_article() -> None:
    made = page(heading("治理河道"), RIVER, heading("启用校舍"), SCHOOL)
    headlines = Headlines(made)
    assert headlines.value([FIRST, SECOND]) > headlines.value([BOTH])
    assert Headlines(page(RIVER, SCHOOL)).value([FIRST, SECOND]) == 0


def test_the_habit_of_the_page_counts_after_it_is_learned() -> None:
    made = page(heading("治理河道"), RIVER, heading("启用校舍"), SCHOOL)
    headlines = Headlines(made)
    before = headlines.value([FIRST, SECOND])
    headlines.learn([FIRST, SECOND])
    assert headlines.value([FIRST, SECOND]) != before
    assert headlines.owners([FIRST, SECOND]) == {0: 0, 2: 1}
