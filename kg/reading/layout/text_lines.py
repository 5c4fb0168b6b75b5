"""Lines of text with their places on a page, put together from the runs that a PDF or scan gives.

Coordinates are in points from the top left corner of the page, x to the right and y down. What is measured
within a text is a multiple of its type size, the height of its characters, so that it holds for any type.
These multiples are set by hand; `tests/benchmarks/reading.py` shows what a change to one does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kg.reading.offset_text import OffsetText, concat

# Runs are level whose middles differ in height by no more, in type sizes of the smaller one.
_LEVEL_RUNS = 0.35
# Level runs are one line where the gap between them, or their overlap, is no wider, in type sizes.
_TOUCHING = 0.3
# Runs that touch are one line where their type sizes differ by no larger a factor.
_LIKE_RUNS = 1.3
# A gap between two runs of one line that is wider, in type sizes, is a space.
_SPACE_GAP = 0.25
# What a wide gap parts from its line is joined to it across no wider a gap, in type sizes of the line.
_WIDEST_GAP = 8.0
# Whether the two are of one column shows in the other lines whose middles are no further, in type sizes.
_WITNESS_DISTANCE = 3.5
# The parts, and the lines that show it, differ in type size by no larger a factor.
_LIKE_PARTS = 1.25
# For a part of no more characters (a name, a number) the lines above count too, else those below alone.
_SHORT_PART = 4
# Lines whose left ends differ by no more, in type sizes, begin in one column.
_SAME_LEFT_END = 0.5
# Words of credits that close a line, however wide the gap before them.
_CREDIT_ENDS = frozenset({"摄", "摄影", "供图", "图", "文/图", "图/文"})


class Region(Protocol):
    """Anything with a rectangular place on a page: x0 and y0 are its upper left corner, x1 and y1 its lower
    right one."""

    @property
    def x0(self) -> float: ...  # noqa: D102
    @property
    def y0(self) -> float: ...  # noqa: D102
    @property
    def x1(self) -> float: ...  # noqa: D102
    @property
    def y1(self) -> float: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of text on one line of one page, as a PDF or the recogniser of scans gives it.

    `page` counts from 1; `size` is the height of the characters in points; `confidence` is how sure their
    reading is, from 0 to 1; `vertical` runs read from top to bottom.
    """

    text: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    confidence: float = 1.0
    vertical: bool = False

    def turned(self) -> TextRun:
        """The run on the page turned to the left: what was read downwards is read across, from the top."""
        return replace(self, x0=self.y0, y0=-self.x1, x1=self.y1, y1=-self.x0, vertical=not self.vertical)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text and its place on a page.

    The offsets of its text count the characters of the runs of all pages; `page` and `size` are those of its
    runs.
    """

    text: OffsetText
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    vertical: bool = False

    @property
    def middle(self) -> float:
        """The height of its middle on the page, in points from the top."""
        return (self.y0 + self.y1) / 2

    def turned_back(self) -> TextLine:
        """The line in its place on the page, where its runs were turned."""
        return replace(self, x0=-self.y1, y0=self.x0, x1=-self.y0, y1=self.x1, vertical=not self.vertical)


def horizontal_overlap(one: Region, other: Region) -> float:
    """The share of the narrower one's width, from 0 to 1, that stands above or below the other."""
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return max(0.0, shared) / max(1.0, min(one.x1 - one.x0, other.x1 - other.x0))


def vertical_overlap(one: Region, other: Region) -> float:
    """The share of the lower one's height, from 0 to 1, that stands beside the other."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(0.0, shared) / max(1.0, min(one.y1 - one.y0, other.y1 - other.y0))


def assemble_lines(runs: Sequence[TextRun], text: str, first: int) -> list[TextLine]:
    """The lines of a page from the top, put together from its runs.

    `text` is that of all pages, run after run; that of this page begins at offset `first`.
    """
    pieces: list[TextLine] = []
    for run in runs:
        own = OffsetText.of(text, first, first + len(run.text))
        pieces.append(TextLine(own, run.page, run.x0, run.y0, run.x1, run.y1, run.size, run.vertical))
        first += len(run.text)
    level = [line for band in _bands(pieces) for line in _joined(band, _touches)]
    level = list(_joined_over_wide_gaps(level))
    return sorted(
        [*level, *(piece for piece in pieces if piece.vertical)], key=lambda line: (line.y0, line.x0)
    )


def _bands(pieces: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The horizontal pieces in groups of those that are level with one another."""
    band: list[TextLine] = []
    for piece in sorted((piece for piece in pieces if not piece.vertical), key=lambda piece: piece.middle):
        if band and piece.middle - band[0].middle > _LEVEL_RUNS * min(piece.size, band[0].size):
            yield band
            band = []
        band.append(piece)
    if band:
        yield band


def _joined_over_wide_gaps(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines, each joined with what a wide gap parts from it, where no column begins in the gap."""
    ordered = sorted(lines, key=lambda line: line.middle)
    middles = [line.middle for line in ordered]

    def goes_on(line: TextLine, piece: TextLine) -> bool:
        if not (0 <= piece.x0 - line.x1 <= _WIDEST_GAP * line.size and _are_alike(line, piece, _LIKE_PARTS)):
            return False
        is_short = min(len(line.text.text), len(piece.text.text)) <= _SHORT_PART
        reach = _WITNESS_DISTANCE * line.size
        top = bisect_left(middles, line.middle - reach if is_short else line.middle + line.size / 2)
        witnesses = ordered[top : bisect_right(middles, line.middle + reach)]
        if _begins_column(piece, line.size, witnesses):
            return False
        return piece.text.text in _CREDIT_ENDS or any(_spans_both(each, line, piece) for each in witnesses)

    for band in _bands(lines):
        yield from _joined(band, goes_on)


def _begins_column(piece: TextLine, size: float, witnesses: Sequence[TextLine]) -> bool:
    """Whether another of the lines begins where a piece does."""
    return any(
        other is not piece and abs(other.x0 - piece.x0) <= _SAME_LEFT_END * size for other in witnesses
    )


def _spans_both(other: TextLine, line: TextLine, piece: TextLine) -> bool:
    """Whether another line of the same type goes from where a line begins to where a piece ends."""
    return (
        other.x0 <= line.x0 + line.size
        and piece.x1 <= other.x1 + line.size
        and _are_alike(line, other, _LIKE_PARTS)
    )


def _joined(band: Sequence[TextLine], goes_on: Callable[[TextLine, TextLine], bool]) -> Iterator[TextLine]:
    """The pieces of a band, each joined to the one at its left that goes on with it."""
    line: TextLine | None = None
    for piece in sorted(band, key=lambda piece: piece.x0):
        if line and goes_on(line, piece):
            line = _join(line, piece)
        else:
            if line:
                yield line
            line = piece
    if line:
        yield line


def _touches(line: TextLine, piece: TextLine) -> bool:
    """Whether a piece of like type follows a line without a wide gap."""
    is_close = abs(piece.x0 - line.x1) <= _TOUCHING * max(line.size, piece.size)
    return is_close and _are_alike(line, piece, _LIKE_RUNS)


def _are_alike(one: TextLine, other: TextLine, factor: float) -> bool:
    """Whether the type sizes of two lines differ by no larger a factor."""
    return max(one.size, other.size) <= factor * min(one.size, other.size)


def _join(line: TextLine, piece: TextLine) -> TextLine:
    """A line and the piece at its right as one, of the type size of the longer."""
    space = [OffsetText.inserted(" ")] if piece.x0 - line.x1 > _SPACE_GAP * line.size else []
    longer = max((line, piece), key=lambda part: len(part.text.text))
    return TextLine(
        concat([line.text, *space, piece.text]),
        line.page,
        line.x0,
        min(line.y0, piece.y0),
        max(line.x1, piece.x1),
        max(line.y1, piece.y1),
        longer.size,
    )
