"""What stands above what: columns below a headline, beside it, and beyond it."""

from __future__ import annotations

from kg.reading.layout.block_geometry import BlockGeometry
from kg.reading.layout.text_blocks import TextBlock
from tests.reading.layout.drawn import headline, text, vertical_headline

LINES = ("云泽县召开河道", "治理现场会并要", "在汛期前完成。")


def above(*blocks: TextBlock) -> list[set[int]]:
    return [set(each) for each in BlockGeometry(blocks).above]


def test_a_headline_is_above_each_column_that_its_free_space_reaches() -> None:
    blocks = headline("治理河道", 0, 0), text(0, 30, *LINES), text(90, 30, *LINES)
    assert above(*blocks) == [set(), {0}, {0}]


def test_the_free_space_of_a_headline_ends_at_what_stands_beside_it() -> None:
    blocks = (
        headline("治理河道", 0, 0),
        headline("启用校舍", 90, 0),
        text(0, 30, *LINES),
        text(90, 30, *LINES),
    )
    assert above(*blocks)[2:] == [{0}, {1}]


def test_the_nearest_block_is_above() -> None:
    blocks = headline("治理河道", 0, 0), text(0, 30, *LINES), text(0, 90, *LINES)
    geometry = BlockGeometry(blocks)
    assert geometry.above[2] == {1}
    assert geometry.headlines[2] == {0}
    assert geometry.over_text == {0, 1}


def test_a_vertical_headline_has_the_columns_on_either_side_below_it() -> None:
    blocks = text(0, 0, *LINES), vertical_headline("治理河道", 80, 0), text(110, 0, *LINES)
    assert above(*blocks) == [{1}, set(), {1}]


def test_a_horizontal_headline_has_the_column_at_its_right_alone() -> None:
    blocks = text(0, 0, *LINES), headline("治理河道", 80, 0), text(170, 0, *LINES)
    assert above(*blocks) == [set(), set(), {1}]


def test_columns_further_left_below_the_headline_are_counted() -> None:
    blocks = headline("治理河道", 0, 0), text(0, 30, *LINES), text(90, 30, *LINES), text(180, 30, *LINES)
    geometry = BlockGeometry(blocks)
    assert [geometry.columns_before(0, index) for index in (1, 2, 3)] == [0, 1, 2]


def test_a_column_between_two_others() -> None:
    blocks = text(0, 0, *LINES), text(90, 0, *LINES), text(180, 0, *LINES)
    geometry = BlockGeometry(blocks)
    assert geometry.has_column_between(0, 2)
    assert not geometry.has_column_between(0, 1)
    assert geometry.is_further_right(0, 1)
    assert not geometry.is_further_right(1, 0)
    assert geometry.begin_level(0, 2)
