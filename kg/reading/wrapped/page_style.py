"""How a page is set: the width of its columns, its indents and blank lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kg.reading.press.cues import ends_sentence
from kg.reading.wrapped.lines import Line

# A closing mark may hang over the edge of its column, this far in cells.
HANG = 1.25
# Lines of one paragraph end at most this short of their column on a ragged page: a first line whose indent
# the text layer lost is two cells short.
RAG = 3.0
# The shares of lines that show a habit of the page: paragraphs are marked where so many lines begin one
# visibly, marks are squeezed where so many lines would hang further than one mark, lines are ragged
# where so many break off early.
_MARKED_SHARE, _SQUEEZED_SHARE, _RAGGED_SHARE = 1 / 50, 1 / 40, 1 / 12
# First lines are indented by no less and no more, in cells, and not by accident where so many lines are.
_MIN_INDENT, _MAX_INDENT, _MIN_INDENTED_LINES = 1, 4, 2
# A line's own column is sought among so many lines before and after it; the columns so found are taken where
# they suit a larger share of the lines, by this much, than one column for the whole page does.
_NEIGHBOURS, _LOCAL_GAIN = 6, 0.1
# Only the commonest widths of lines may be the column's: a bound on time.
_MAX_WIDTHS = 40


@dataclass(frozen=True, slots=True)
class PageStyle:
    """The habits of a page.

    `indent` opens a paragraph (0: none is seen); `blanks` blank lines part two lines of one paragraph;
    `marked`: indents or further blank lines show where paragraphs begin; `columns` has the width of
    each line's column; `squeezes`: marks are set half where a line needs the room; `ragged`: lines may
    end short of the column within a paragraph.
    """

    indent: float
    blanks: int
    marked: bool
    columns: tuple[float, ...]
    squeezes: bool
    ragged: bool


def measure_style(lines: Sequence[Line]) -> PageStyle:
    """The style of a page of hard-wrapped lines."""
    indents = Counter(line.indent for line in lines if _MIN_INDENT <= line.indent <= _MAX_INDENT)
    indent, count = indents.most_common(1)[0] if indents else (0.0, 0)
    indented = count >= max(_MIN_INDENTED_LINES, len(lines) * _MARKED_SHARE)
    blanks = round(median([line.blanks for line in lines[1:]] or [0]))
    spaced = sum(line.blanks > blanks for line in lines) >= max(1, len(lines) * _MARKED_SHARE)
    columns = _columns(lines)
    return PageStyle(
        indent=indent if indented else 0.0,
        blanks=blanks,
        marked=indented or spaced,
        columns=columns,
        squeezes=_count_squeezed(lines, columns) >= max(1, len(lines) * _SQUEEZED_SHARE),
        ragged=_count_early(lines, columns) >= max(1, len(lines) * _RAGGED_SHARE),
    )


def _count_squeezed(lines: Sequence[Line], columns: Sequence[float]) -> int:
    """How many lines are in their column only if their marks are half."""
    return sum(
        line.end > column + HANG and line.fills(column) for line, column in zip(lines, columns, strict=True)
    )


def _count_early(lines: Sequence[Line], columns: Sequence[float]) -> int:
    """How many lines break off a sentence a little before their column is full."""
    return sum(
        column - line.end <= RAG and not line.is_full(following, column) and not ends_sentence(line.text.text)
        for (line, following), column in zip(pairwise(lines), columns, strict=False)
    )


def _columns(lines: Sequence[Line]) -> tuple[float, ...]:
    """The column width of each line: the page's, where one prevails, else that of its neighbours."""
    common = (common_column(lines),) * len(lines)
    local = tuple(
        common_column(lines[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1])
        for index in range(len(lines))
    )
    return (
        local
        if _count_suited(lines, local) - _count_suited(lines, common) > _LOCAL_GAIN * len(lines)
        else common
    )


def common_column(lines: Sequence[Line]) -> float:
    """The width that most of the lines can fill; of those, the one that most lines have."""
    common = Counter(line.end for line in lines).most_common(_MAX_WIDTHS)
    width, _ = max(sorted(common), key=lambda each: (sum(line.fills(each[0]) for line in lines), each[1]))
    return width


def _count_suited(lines: Sequence[Line], columns: Sequence[float]) -> int:
    """How many lines fill their column."""
    return sum(line.fills(column) for line, column in zip(lines, columns, strict=True))
