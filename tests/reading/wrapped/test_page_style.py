"""How a page is set, found from its lines alone."""

from __future__ import annotations

import pytest

from kg.reading.wrapped.lines import split_lines
from kg.reading.wrapped.page_style import PageStyle, measure_style
from tests.reading.typeset import Style, pieces, typeset


def set_in(style: Style) -> PageStyle:
    raw = typeset(pieces()[5:9], style)
    return measure_style(split_lines(raw, 0, len(raw)))


@pytest.mark.parametrize("width", [13, 16, 21])
def test_the_column_is_found_though_marks_hang_and_headlines_are_wider(width: int) -> None:
    assert set(set_in(Style(width)).columns) == {width}


def test_each_part_of_a_page_has_its_own_column() -> None:
    raw = "\n".join(
        typeset([piece], Style(width)) for piece, width in zip(pieces()[:2], (13, 20), strict=True)
    )
    columns = measure_style(split_lines(raw, 0, len(raw))).columns
    assert (columns[5], columns[-5]) == (13, 20)


@pytest.mark.parametrize(
    ("style", "indent", "marked"),
    [
        (Style(indent=""), 0, False),
        (Style(indent="  "), 1, True),
        (Style(indent="　　"), 2, True),
        (Style(blank="paragraphs"), 0, True),
    ],
)
def test_indents_and_blank_lines_mark_paragraphs(style: Style, indent: float, marked: bool) -> None:
    found = set_in(style)
    assert (found.indent, found.marked) == (indent, marked)


def test_an_even_page_is_not_ragged_and_one_with_lost_indents_is() -> None:
    assert not set_in(Style()).ragged
    lines = typeset(pieces()[5:9], Style(indent="　　", blank="none")).replace("　　", "")
    assert measure_style(split_lines(lines, 0, len(lines))).ragged
