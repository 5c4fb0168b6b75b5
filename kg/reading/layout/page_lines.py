"""The lines of a page, those of its furniture set aside, whichever way its text runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.reading.layout.text_lines import TextLine, TextRun, assemble_lines
from kg.reading.wrapped import furniture
from kg.reading.wrapped.lines import Line
from kg.reading.wrapped.whitespace import tidy_spaces

# A word beside the folio (the name of the page) has no more characters.
_MAX_FOLIO_WORD = 8
# A line stands beside another where middles and type sizes differ by less than these shares of the other's.
_LEVEL_MIDDLES, _SAME_TYPE = 1 / 2, 1 / 4
# What begins less than a type size from the edge of its column is not indented: it is a mark with its ink on
# the right, or as exact as a scan is seen.
_MIN_INDENT = 1


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page: `furniture` in their places, and `lines`, the others, which may be `turned`.

    A page of vertical text is turned to the left: its lines are horizontal ones then, its tiers columns.
    """

    furniture: list[TextLine]
    lines: list[TextLine]
    turned: bool

    @classmethod
    def of(cls, runs: Sequence[TextRun], text: str, first: int) -> PageLines:
        """The page with these runs; `text` is that of all pages, the page's begins at `first`."""
        turned = sum(len(run.text) * (1 if run.vertical else -1) for run in runs) > 0
        lines = assemble_lines([run.turned() for run in runs] if turned else runs, text, first)
        places = [line.turned_back() for line in lines] if turned else lines
        aside = set(_find_furniture(sorted(places, key=lambda line: (line.y0, line.x0))))
        return cls(
            [place for place in places if place in aside],
            [line for line, place in zip(lines, places, strict=True) if place not in aside],
            turned,
        )

    @property
    def folio(self) -> list[Line]:
        """The furniture as lines of text."""
        return [line_in_column(line, line.x0) for line in self.furniture]

    @property
    def places(self) -> Iterator[TextLine]:
        """The lines that are no furniture in their places on the page."""
        return map(self.in_place, self.lines)

    def in_place(self, line: TextLine) -> TextLine:
        """One of its lines in its place on the page."""
        return line.turned_back() if self.turned else line


def line_in_column(placed: TextLine, edge: float) -> Line:
    """The line as hard-wrapped text has it, measured in cells of its type size from the edge of its column.

    `edge` is that of the column, in points.
    """
    start, end = (placed.x0 - edge) / placed.size, (placed.x1 - edge) / placed.size
    indent = start if start >= _MIN_INDENT else 0.0
    return Line(tidy_spaces(placed.text), indent, end - indent, end - indent, 0)


def _find_furniture(page: Sequence[TextLine]) -> list[TextLine]:
    """The furniture among the lines of a page: what shows itself as such, and what is short beside it."""
    lines = [line_in_column(line, line.x0) for line in page]
    known = [line for index, line in enumerate(page) if furniture.is_furniture(lines, index)]
    return [
        line
        for line in page
        if line in known or (_may_be_folio(line) and any(_stands_beside(line, other) for other in known))
    ]


def _may_be_folio(line: TextLine) -> bool:
    """Whether a line is short, or the date of the page."""
    if len(line.text.text) <= _MAX_FOLIO_WORD:
        return True
    return furniture.page_date([line_in_column(line, line.x0)]) is not None


def _stands_beside(line: TextLine, other: TextLine) -> bool:
    """Whether a line stands beside another in the same size."""
    is_level = abs(line.middle - other.middle) < _LEVEL_MIDDLES * other.size
    return is_level and abs(line.size - other.size) < _SAME_TYPE * other.size
