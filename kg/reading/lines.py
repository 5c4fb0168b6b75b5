"""The lines of a page and what their setting says: column width, indents, blank lines.

Widths are counted in cells: an ideograph or full-width mark is one cell, an ASCII character half.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kg.reading.cues import ends_sentence
from kg.reading.spaces import tidy
from kg.reading.traced import INKLESS, Traced

_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\f\x85\u2028\u2029]")
_INKED = re.compile(rf"[^{INKLESS}](?:.*[^{INKLESS}])?", re.DOTALL)
_HALF = re.compile(r"[\x00-\xff]")
_MARKS = re.compile(r"[，。、；：？！“”‘’（）《》〈〉【】「」『』·…]")
# What cannot be parted by a line break: opening marks, a number or Latin word or one character,
# and the closing marks after it.
_UNBREAKABLE = re.compile(
    r"[“‘（《〈【「『(\[]*(?:[A-Za-z0-9.%+\-]+|[^\s])[，。、；：？！”’）》〉】」』…—,.;:?!)\]]*"
)
# Neighbours on each side among which a line's column is sought.
_NEIGHBOURS = 6
# Paragraphs are marked where this share of lines begin one visibly.
_MARKED = 1 / 50
# Lines of one paragraph end this short of their column, in cells, on a ragged page (a first line whose indent
# the text layer lost is two cells short): one where so large a share of lines breaks off early.
RAG = 3.0
_RAGGED = 1 / 12
# A closing mark may hang over the edge of its column; marks are squeezed where this share of lines would
# hang further.
HANG = 1.25
_SQUEEZED = 1 / 40
# One column prevails on a page where the columns sought among neighbours suit no more lines than by this share.
_GAIN = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    """One line with ink: its text without the white space around it, and the blank lines above it.

    Its width is that without the spaces of justification and with all marks full; `squeezed` that with all marks half, as typesetters may set them.
    """

    text: Traced
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
        return self.end + (cells(unit.group()) if unit else 1) > column + 0.25

    def fills(self, column: float) -> bool:
        """Whether the line, with its marks set full or squeezed, can be as wide as the column (to half a cell:
        a digit more does not fit)."""
        return self.indent + self.squeezed <= column <= self.end + 0.5


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set.

    `indent` opens a paragraph (0: none is seen), `blanks` blank lines part two lines of one paragraph,
    `marked`: indents or further blank lines show where paragraphs begin; `columns` has the width of each
    line's column; `squeezes`: marks are set half where a line needs the room; `ragged`: lines may end short of
    the column within a paragraph.
    """

    indent: float
    blanks: int
    marked: bool
    columns: tuple[float, ...]
    squeezes: bool
    ragged: bool


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
            lines.append(_line(raw, start, *inked.span(), blanks if lines else 0))
            blanks = 0
        start = after
    return lines


def _line(raw: str, edge: int, start: int, end: int, blanks: int) -> Line:
    text = Traced.of(raw, start, end)
    inked = tidy(text).text
    width = cells(inked)
    return Line(text, cells(raw[edge:start]), width, width - len(_MARKS.findall(inked)) / 2, blanks)


def setting(lines: Sequence[Line]) -> Setting:
    """The setting of a page of hard-wrapped lines."""
    indents = Counter(line.indent for line in lines if 1 <= line.indent <= 4)
    indent, count = indents.most_common(1)[0] if indents else (0.0, 0)
    indented = count >= 2 and count >= len(lines) * _MARKED
    blanks = round(median([line.blanks for line in lines[1:]] or [0]))
    spaced = sum(line.blanks > blanks for line in lines) >= len(lines) * _MARKED
    columns = _columns(lines)
    squeezed = sum(
        line.end > column + HANG and line.fills(column) for line, column in zip(lines, columns, strict=True)
    )
    return Setting(
        indent if indented else 0.0,
        blanks,
        indented or spaced,
        columns,
        squeezed >= len(lines) * _SQUEEZED,
        _early(lines, columns) >= len(lines) * _RAGGED,
    )


def _early(lines: Sequence[Line], columns: Sequence[float]) -> int:
    """How many lines break off a sentence a little before their column is full."""
    return sum(
        not ends_sentence(line.text.text) and column - line.end <= RAG and not line.is_full(following, column)
        for (line, following), column in zip(pairwise(lines), columns, strict=False)
    )


def _columns(lines: Sequence[Line]) -> tuple[float, ...]:
    """The column width of each line: the page's, where one prevails, else that of its neighbours."""
    common = (_column(lines),) * len(lines)
    local = tuple(
        _column(lines[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]) for index in range(len(lines))
    )
    return local if _suited(lines, local) - _suited(lines, common) > _GAIN * len(lines) else common


def _column(lines: Sequence[Line]) -> float:
    """The width that most of the lines can fill; of those, the one that most lines have."""
    ends = Counter(line.end for line in lines)
    return max(sorted(ends), key=lambda width: (sum(line.fills(width) for line in lines), ends[width]))


def _suited(lines: Sequence[Line], columns: Sequence[float]) -> int:
    return sum(line.fills(column) for line, column in zip(lines, columns, strict=True))
