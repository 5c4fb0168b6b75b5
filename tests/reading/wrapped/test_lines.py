"""The lines of a page and their widths."""

from __future__ import annotations

from kg.reading.wrapped.lines import Line, cells, split_lines


def lines(raw: str) -> list[Line]:
    return split_lines(raw, 0, len(raw))


def test_every_kind_of_newline_parts_lines_and_blank_ones_are_counted() -> None:
    found = lines("一\r\n\r\n二\n三\r四\u2028\n\n五")
    assert [(line.text.text, line.blanks) for line in found] == [
        ("一", 0),
        ("二", 1),
        ("三", 0),
        ("四", 0),
        ("五", 2),
    ]


def test_a_line_keeps_its_offsets_and_its_indent_apart() -> None:
    (line,) = lines("　　近日，云州 ")
    assert (line.text.text, line.text.offsets, line.indent) == ("近日，云州", (2, 3, 4, 5, 6), 2.0)


def test_ascii_is_half_a_cell_wide() -> None:
    assert cells("5月ab，") == 3.5


def test_a_line_is_full_where_the_next_word_does_not_fit() -> None:
    line, number, word = lines("云州市今年共有\n1200名职工\n职工")
    assert line.is_full(number, column=8)
    assert not line.is_full(word, column=8.5)


def test_an_opening_mark_is_carried_over_with_its_word() -> None:
    line, quoted = lines("云州市总工会的\n“职工之家”")
    assert line.is_full(quoted, column=8)
