"""Lines to blocks: one column, one size, one below the other; the lines of a headline together."""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.layout.text_blocks import TextBlock, body_type_size, group_into_blocks
from kg.reading.layout.text_lines import TextLine
from tests.reading.layout.drawn import LARGE, LEADING, SIZE, line, upright

WORDS = ("云泽县召开河道", "治理现场会并要", "在汛期前完成。")


def column(left: float, top: float, words: Sequence[str] = WORDS) -> list[TextLine]:
    return [line(each, left, top + LEADING * number) for number, each in enumerate(words)]


def grouped(*lines: TextLine) -> list[list[str]]:
    return [texts(block) for block in blocks(*lines)]


def blocks(*lines: TextLine) -> list[TextBlock]:
    return group_into_blocks(sorted(lines, key=lambda each: (each.y0, each.x0)), SIZE)


def texts(block: TextBlock) -> list[str]:
    return [each.text.text for each in block.lines]


def test_the_type_size_of_the_text_is_that_of_most_characters() -> None:
    assert body_type_size([line("治理河道", 0, 0, LARGE), *column(0, 40)]) == SIZE
    assert body_type_size([]) == 0


def test_lines_below_one_another_are_one_block() -> None:
    assert grouped(*column(0, 0)) == [list(WORDS)]


def test_columns_side_by_side_are_two() -> None:
    assert grouped(*column(0, 0), *column(90, 0)) == [list(WORDS), list(WORDS)]


def test_a_line_of_another_size_begins_a_block() -> None:
    assert grouped(*column(0, 0), line("小字的说明文字", 0, 45, 8.0)) == [list(WORDS), ["小字的说明文字"]]


def test_a_line_further_below_than_the_pitch_begins_a_block() -> None:
    assert grouped(*column(0, 0), line("另一篇的文字。", 0, 52)) == [list(WORDS), ["另一篇的文字。"]]


def test_a_short_last_line_belongs_to_its_column() -> None:
    assert grouped(*column(0, 0, (*WORDS, "会"))) == [[*WORDS, "会"]]


def test_columns_part_below_a_line_that_is_over_both() -> None:
    over = line("云泽县召开河道治理现场会议", 0, 0)
    assert grouped(over, *column(0, LEADING, WORDS[:2]), *column(80, LEADING, WORDS[:2])) == [
        ["云泽县召开河道治理现场会议"],
        list(WORDS[:2]),
        list(WORDS[:2]),
    ]


def test_a_line_alone_has_the_edge_of_the_column_that_others_show() -> None:
    (whole, alone) = blocks(*column(0, 0), line("会后，与会人员", 2 * SIZE, 200))
    assert (whole.edge, alone.edge) == (0, 0)


def test_the_lines_of_a_headline_are_one_block_before_the_texts() -> None:
    head, body = blocks(*column(0, 60), line("云泽县", 0, 0, LARGE), line("治理河道", 0, 24, LARGE))
    assert (texts(head), head.large) == (["云泽县", "治理河道"], True)
    assert (texts(body), body.large) == (list(WORDS), False)


def test_vertical_lines_of_a_headline_go_from_right_to_left() -> None:
    (head,) = blocks(upright("治理河道", 0, 0), upright("云泽县", 24, 0))
    assert texts(head) == ["云泽县", "治理河道"]
    assert head.vertical


def test_headlines_beside_one_another_stay_apart() -> None:
    assert grouped(line("治理河道", 0, 0, LARGE), line("启用校舍", 120, 0, LARGE)) == [
        ["治理河道"],
        ["启用校舍"],
    ]


def test_the_box_of_a_block_is_around_its_lines() -> None:
    (block,) = blocks(*column(0, 0))
    assert (block.x0, block.y0, block.x1, block.y1) == (0, 0, 70, 40)
    assert (block.page, block.size, block.text) == (1, SIZE, "".join(WORDS))
