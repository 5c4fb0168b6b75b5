"""Lines of text with their places on a page, put together from the runs that a PDF or scan gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kg.reading.offset_text import Traced, concat

# Runs of one line: their middles are level, they stand so close, and are of like size (in sizes).
_LEVEL, _CLOSE, _ALIKE = 0.35, 0.3, 1.3
# A gap so wide (in sizes) is a space.
_SPACE = 0.25
# What a wide space parts from the rest of its line, so far: a line near them (in sizes), of about their size,
# that goes over both shows that no columns are parted; one below them, unless either has so few characters.
# Where another line begins, a column does.
_FAR, _NEAR, _OF_SIZE, _FEW, _EDGE = 8.0, 3.5, 1.25, 4, 0.5
# What ends a line, however far off.
_TAILS = frozenset({"摄", "摄影", "供图", "图", "文/图", "图/文"})


class Box(Protocol):
    """What has a place on a page; the origin is the top left corner."""

    @property
    def x0(self) -> float: ...  # noqa: D102
    @property
    def y0(self) -> float: ...  # noqa: D102
    @property
    def x1(self) -> float: ...  # noqa: D102
    @property
    def y1(self) -> float: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A run of text on one line of one page; lengths in points, the origin is the page's top left corner.

    `page` counts from 1, `size` is the height of the characters, `confidence` how sure their reading is;
    `vertical` runs read from top to bottom.
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

    def turned(self) -> Glyphs:
        """The run on the page turned to the left: what was read downwards is read across, from the top."""
        return replace(self, x0=self.y0, y0=-self.x1, x1=self.y1, y1=-self.x0, vertical=not self.vertical)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line: its text, whose offsets count the characters of all runs, and its place."""

    text: Traced
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    vertical: bool = False

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.y0 + self.y1) / 2

    def turned_back(self) -> Placed:
        """The line in its place on the page, where its runs were turned."""
        return replace(self, x0=-self.y1, y0=self.x0, x1=-self.y0, y1=self.x1, vertical=not self.vertical)


def across(one: Box, other: Box) -> float:
    """The share of the narrower one's width that stands above or below the other."""
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return max(0.0, shared) / max(1.0, min(one.x1 - one.x0, other.x1 - other.x0))


def beside(one: Box, other: Box) -> float:
    """The share of the lower one's height that stands beside the other."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(0.0, shared) / max(1.0, min(one.y1 - one.y0, other.y1 - other.y0))


def placed_lines(runs: Sequence[Glyphs], text: str, first: int) -> list[Placed]:
    """The lines of a page from the top; `text` is that of all pages, the page's begins at `first`."""
    pieces: list[Placed] = []
    for run in runs:
        traced = Traced.of(text, first, first + len(run.text))
        pieces.append(Placed(traced, run.page, run.x0, run.y0, run.x1, run.y1, run.size, run.vertical))
        first += len(run.text)
    level = [line for band in _bands(pieces) for line in _joined(band, _goes_on)]
    level = list(_completed(level))
    return sorted(
        [*level, *(piece for piece in pieces if piece.vertical)], key=lambda line: (line.y0, line.x0)
    )


def _bands(pieces: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The pieces that are level with one another."""
    band: list[Placed] = []
    for piece in sorted((piece for piece in pieces if not piece.vertical), key=lambda piece: piece.middle):
        if band and piece.middle - band[0].middle > _LEVEL * min(piece.size, band[0].size):
            yield band
            band = []
        band.append(piece)
    if band:
        yield band


def _completed(lines: Sequence[Placed]) -> Iterator[Placed]:
    """The lines, with what a wide space parts from them."""
    ordered = sorted(lines, key=lambda line: line.middle)
    middles = [line.middle for line in ordered]

    def is_of(line: Placed, piece: Placed) -> bool:
        if not (0 <= piece.x0 - line.x1 <= _FAR * line.size and _are_alike(line, piece, _OF_SIZE)):
            return False
        few = min(len(line.text.text), len(piece.text.text)) <= _FEW
        reach = _NEAR * line.size
        above = bisect_left(middles, line.middle - reach if few else line.middle + line.size / 2)
        near = ordered[above : bisect_right(middles, line.middle + reach)]
        if any(other is not piece and abs(other.x0 - piece.x0) <= _EDGE * line.size for other in near):
            return False
        return piece.text.text in _TAILS or any(
            other.x0 <= line.x0 + line.size
            and piece.x1 <= other.x1 + line.size
            and _are_alike(line, other, _OF_SIZE)
            for other in near
        )

    for band in _bands(lines):
        yield from _joined(band, is_of)


def _joined(band: Sequence[Placed], goes_on: Callable[[Placed, Placed], bool]) -> Iterator[Placed]:
    """The pieces of a band, each joined to the one before that it goes on with."""
    line: Placed | None = None
    for piece in sorted(band, key=lambda piece: piece.x0):
        if line and goes_on(line, piece):
            line = _join(line, piece)
        else:
            if line:
                yield line
            line = piece
    if line:
        yield line


def _goes_on(line: Placed, piece: Placed) -> bool:
    close = abs(piece.x0 - line.x1) <= _CLOSE * max(line.size, piece.size)
    return close and _are_alike(line, piece, _ALIKE)


def _are_alike(one: Placed, other: Placed, by: float) -> bool:
    return max(one.size, other.size) <= by * min(one.size, other.size)


def _join(line: Placed, piece: Placed) -> Placed:
    space = [Traced.inserted(" ")] if piece.x0 - line.x1 > _SPACE * line.size else []
    larger = max((line, piece), key=lambda one: len(one.text.text))
    return Placed(
        concat([line.text, *space, piece.text]),
        line.page,
        line.x0,
        min(line.y0, piece.y0),
        max(line.x1, piece.x1),
        max(line.y1, piece.y1),
        larger.size,
    )
