"""The lines of a page, and how wide they are on paper.

Widths are counted in cells: an ideograph or full-width mark is one cell, an ASCII character half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.reading.offset_text import INKLESS, OffsetText
from kg.reading.wrapped.whitespace import tidy_spaces

_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\f\x85\u2028\u2029]")
_INKED = re.compile(rf"[^{INKLESS}](?:.*[^{INKLESS}])?", re.DOTALL)
_HALF = re.compile(r"[\x00-\xff]")
_MARKS = re.compile(r"[，。、；：？！“”‘’（）《》〈〉【】「」『』·…]")
# What cannot be parted by a line break: opening marks, a number or Latin word or one character,
# and the closing marks after it.
_UNBREAKABLE = re.compile(
    r"[“‘（《〈【「『(\[]*(?:[A-Za-z0-9.%+\-]+|[^\s])[，。、；：？！”’）》〉】」』…—,.;:?!)\]]*"
)
# Digits and Latin letters are half a cell: a line may miss its column by one of them.
_HALF_CELL = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """One line with ink, and the number of blank lines above it.

    The text is without the white space around it and the spaces that justification put into words; its
    width is that with full marks, `squeezed` that with all marks half, as typesetters may set them.
    """

    text: OffsetText
    indent: float
    width: float
    squeezed: float
    blanks: int

    @property
    def end(self) -> float:
        """Where the line ends, in cells from the left edge of its column."""
        return self.indent + self.width

    def is_full(self, following: Line, column: float) -> bool:
        """Whether what begins the following line would not have fitted on this one."""
        unit = _UNBREAKABLE.match(following.text.text)
        return self.end + (cells(unit.group()) if unit else 1) >= column + _HALF_CELL

    def fills(self, column: float) -> bool:
        """Whether the line, its marks full or squeezed, is as wide as the column."""
        return self.indent + self.squeezed <= column <= self.end + _HALF_CELL


class InkedSpan(NamedTuple):
    """A line of a file: where it begins, and where its ink does and ends, as offsets."""

    line_start: int
    start: int
    end: int


def cells(text: str) -> float:
    """The width of a text on paper, in cells."""
    return len(text) - len(_HALF.findall(text)) / 2


def inked_spans(raw: str, start: int, end: int) -> Iterator[InkedSpan]:
    """The ink of each line in [start, end) of a text that has any."""
    for match in _NEWLINE.finditer(raw, start, end):
        if found := _INKED.search(raw, start, match.start()):
            yield InkedSpan(start, *found.span())
        start = match.end()
    if found := _INKED.search(raw, start, end):
        yield InkedSpan(start, *found.span())


def split_lines(raw: str, start: int, end: int) -> list[Line]:
    """The lines with ink in [start, end) of a text, in order."""
    lines: list[Line] = []
    done = start
    for edge, first, last in inked_spans(raw, start, end):
        text = tidy_spaces(OffsetText.of(raw, first, last))
        width = cells(text.text)
        squeezed = width - len(_MARKS.findall(text.text)) / 2
        blanks = len(_NEWLINE.findall(raw, done, edge)) - 1 if lines else 0
        lines.append(Line(text, cells(raw[edge:first]), width, squeezed, blanks))
        done = last
    return lines
