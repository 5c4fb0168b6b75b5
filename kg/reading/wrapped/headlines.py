"""Which headline belongs to which article: those that fit best, all pairs weighed together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.reading.scoring.assignment import assign_columns
from kg.reading.wrapped.blocks import PageBlocks, ParagraphRange
from kg.reading.wrapped.headline_fit import HeadlineFit

# The log-odds that it costs to leave an article without a headline.
_UNTITLED = 2.5
# Lines of one headline at most.
_MAX_LINES = 3


class _GainTable(NamedTuple):
    """Articles and headings weighed against one another, in log-odds.

    `gains[article][heading]` is the gain of an article from a heading as its headline; `otherwise[heading]`
    what the heading counts for as a further line or none; `over_otherwise` the gains over that, with a
    column more for each article: to be without a headline.
    """

    gains: list[list[float]]
    otherwise: list[float]
    over_otherwise: list[list[float]]


class _FurtherLine(NamedTuple):
    """A line that may join the headline of an article beside it, and the gain."""

    gain: float
    line: int
    owner: int


class Headlines:
    """The headings of a page, to be matched with its articles."""

    def __init__(self, page: PageBlocks) -> None:
        """Take the blocks of a page; its articles are given with each question."""
        self._page = page
        self._fit = HeadlineFit(page)
        self._numbers = range(len(page.headings))

    def value(self, articles: Sequence[ParagraphRange]) -> float:
        """How well headings and articles fit at best; 0 for a page without headings."""
        if not self._page.headings:
            return 0.0
        _, otherwise, table = self._table(articles)
        columns = zip(table, assign_columns(table), strict=True)
        return sum(otherwise) + sum(row[column] for row, column in columns)

    def owners(self, articles: Sequence[ParagraphRange]) -> dict[int, int]:
        """The article (its number) of each heading that is a line of a headline.

        The best assignment gives each article its best line; then the lines beside it that fit join it.
        """
        table = self._table(articles)
        headings = self._page.headings
        owners = {
            headings[number]: owner
            for owner, number in enumerate(assign_columns(table.over_otherwise))
            if number < len(headings)
        }
        while further := max(
            self._further_lines(owners, table.gains),
            key=lambda each: (each.gain, -each.line, each.owner),
            default=None,
        ):
            owners[further.line] = further.owner
        return dict(sorted(owners.items()))

    def learn(self, articles: Sequence[ParagraphRange]) -> None:
        """Take over the habit of the page: where the headlines of these articles stand, in how many lines."""
        self._fit.adopt_habit(articles, self.owners(articles))

    def _table(self, articles: Sequence[ParagraphRange]) -> _GainTable:
        gains = [self._fit.gains(article) for article in articles]
        best = [max(range(len(gains)), key=lambda owner: gains[owner][number]) for number in self._numbers]
        otherwise = [
            max(
                [
                    self._fit.left_over[number],
                    *(self._further_gain(gains, number, o) for o in self._beside(gains, best, number)),
                ]
            )
            for number in self._numbers
        ]
        untitled = [-_UNTITLED] * len(articles)
        over = [
            [gain - other for gain, other in zip(row, otherwise, strict=True)] + untitled for row in gains
        ]
        return _GainTable(gains, otherwise, over)

    def _beside(self, gains: Sequence[Sequence[float]], best: Sequence[int], number: int) -> Iterator[int]:
        """The articles that the headings directly above and below fit best, and better than this one does."""
        headings = self._page.headings
        for other in (number - 1, number + 1):
            if 0 <= other < len(headings) and abs(headings[other] - headings[number]) == 1:
                own = gains[best[other]]
                if (own[other], number) > (own[number], other):
                    yield best[other]

    def _further_gain(self, gains: Sequence[Sequence[float]], number: int, owner: int) -> float:
        """The gain of an article from a heading as a further line of its headline."""
        return self._fit.further_gain(gains[owner][number], number)

    def _further_lines(
        self, owners: Mapping[int, int], gains: Sequence[Sequence[float]]
    ) -> Iterator[_FurtherLine]:
        """The lines that may join a headline beside them."""
        lines = Counter(owners.values())
        for number, line in enumerate(self._page.headings):
            if line in owners:
                continue
            for owner in {owners[beside] for beside in (line - 1, line + 1) if beside in owners}:
                gain = self._further_gain(gains, number, owner)
                if gain > self._fit.left_over[number] and lines[owner] < _MAX_LINES:
                    yield _FurtherLine(gain, line, owner)
