"""How well a heading fits an article: by its words, its place and the habit of the page."""

from __future__ import annotations

import pytest

from kg.reading.wrapped.blocks import PageBlocks, ParagraphRange
from kg.reading.wrapped.headline_fit import HeadlineFit, HeadlinePosition, position_of
from tests.reading.wrapped.blocks_by_hand import heading, page, paragraph

RIVER, SCHOOL = "云泽县治理河道，加固河堤。", "第二小学启用新校舍，学生搬进教室。"
FIRST, SECOND = ParagraphRange(0, 1), ParagraphRange(1, 2)


def headed(*, soft: bool = False) -> PageBlocks:
    return page(
        heading("治理河道"), paragraph(RIVER, soft=soft), heading("启用校舍"), paragraph(SCHOOL, soft=soft)
    )


def test_a_heading_fits_the_article_that_shares_its_words() -> None:
    fit = HeadlineFit(headed())
    river, school = fit.gains(FIRST), fit.gains(SECOND)
    assert river[0] > 0 > river[1]
    assert school[1] > 0 > school[0]


def test_a_heading_that_runs_on_in_its_text_fits_less_and_costs_nothing_to_leave() -> None:
    set_apart, run_on = HeadlineFit(headed()), HeadlineFit(headed(soft=True))
    assert set_apart.gains(FIRST)[0] > run_on.gains(FIRST)[0]
    assert set_apart.left_over[0] < run_on.left_over[0] == 0


@pytest.mark.parametrize(
    ("number", "position"),
    [
        (0, HeadlinePosition.ABOVE),
        (1, HeadlinePosition.INSIDE),
        (2, HeadlinePosition.BELOW),
        (3, HeadlinePosition.APART),
    ],
)
def test_where_a_heading_stands(number: int, position: HeadlinePosition) -> None:
    blocks = page(
        heading("一"),
        paragraph("甲。"),
        heading("二"),
        paragraph("乙。"),
        heading("三"),
        paragraph("丙。"),
        heading("四"),
    )
    assert position_of(blocks, ParagraphRange(0, 2), blocks.headings[number]) is position


def test_the_habit_of_the_page_counts_for_headings_that_keep_it() -> None:
    blocks = headed()
    fit = HeadlineFit(blocks)
    before = fit.gains(FIRST)[0] - fit.gains(SECOND)[0]
    fit.adopt_habit([FIRST, SECOND], {0: 0, 2: 1})
    assert fit.gains(FIRST)[0] - fit.gains(SECOND)[0] > before


def test_a_further_line_costs_less_where_headlines_have_several() -> None:
    blocks = page(
        heading("治理河道"),
        heading("加固河堤"),
        paragraph(RIVER),
        heading("启用校舍"),
        heading("学生搬进"),
        paragraph(SCHOOL),
    )
    fit = HeadlineFit(blocks)
    assert fit.further_gain(1.0, 1) < 1.0
    before = fit.further_gain(1.0, 1)
    fit.adopt_habit([FIRST, SECOND], {0: 0, 1: 0, 3: 1, 4: 1})
    assert fit.further_gain(1.0, 1) > before
