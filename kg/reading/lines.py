"""The lines of a page and what their setting says: column width, indents, blank lines.

Widths are counted in cells: an ideograph or full-width mark is one cell, an ASCII character half.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from kg.reading.traced import INKLESS, Traced

_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\f\x85\u2028\u2029]")
_INKED = re.compile(rf"[^{INKLESS}](?:.*[^{INKLESS}])?", re.DOTALL)
_HALF = re.compile(r"[\x00-\xff]")
# Neighbours on each side among which a line's column is sought.
_NEIGHBOURS = 5
# Paragraphs are marked where this share of lines begin one visibly.
_MARKED = 1 / 50
# A column narrower or wider than this by less than a cell is the same column: marks hang.
_HANG = 1.5


@dataclass(frozen=True, slots=True)
class Line:
    """One line with ink: its text without the white space around it."""

    text: Traced
    indent: float
    width: float
    blanks: int

    @property
    def end(self) -> float:
        """Where the line ends, in cells from the left edge of its column."""
        return self.indent + self.width


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set.

    `indent` opens a paragraph (0: none is seen), `blanks` blank lines part two lines of one paragraph,
    `marked`: indents or further blank lines show where paragraphs begin; `columns` has the width of each
    line's column.
    """

    indent: float
    blanks: int
    marked: bool
    columns: tuple[float, ...]


def cells(text: str) -> float:
    """The width of a text on paper."""
    return len(text) - len(_HALF.findall(text)) / 2


def split(raw: str) -> list[Line]:
    """The lines with ink, in order."""
    lines: list[Line] = []
    blanks = start = 0
    for end, after in [*(m.span() for m in _NEWLINE.finditer(raw)), (len(raw), len(raw))]:
        inked = _INKED.search(raw, start, end)
        if inked is None:
            blanks += 1
        else:
            text = Traced.of(raw, *inked.span())
            indent = cells(raw[start : inked.start()])
            lines.append(Line(text, indent, cells(text.text), blanks if lines else 0))
            blanks = 0
        start = after
    return lines


def setting(lines: Sequence[Line]) -> Setting:
    """The setting of a page of hard-wrapped lines."""
    indents = Counter(line.indent for line in lines if 1 <= line.indent <= 4)
    indent, count = indents.most_common(1)[0] if indents else (0.0, 0)
    indented = count >= 2 and count >= len(lines) * _MARKED
    blanks = round(median([line.blanks for line in lines[1:]] or [0]))
    spaced = sum(line.blanks > blanks for line in lines) >= len(lines) * _MARKED
    return Setting(indent if indented else 0.0, blanks, indented or spaced, _columns(lines))


def _columns(lines: Sequence[Line]) -> tuple[float, ...]:
    """The column width of each line: the page's, where one prevails, else that of its neighbours."""
    ends = [line.end for line in lines]
    common, _ = Counter(ends).most_common(1)[0]
    like = sum(abs(end - common) < _HANG for end in ends)
    if like >= 0.6 * len(lines) and sum(end == common for end in ends) >= 0.5 * like:
        return (common,) * len(lines)
    columns: list[float] = []
    for index in range(len(lines)):
        around = sorted(ends[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1])
        columns.append(around[len(around) * 2 // 3])
    return tuple(columns)
