"""Which headline belongs to which article: those that share most words, all pairs weighed together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from math import log

from kg.reading.scoring.assignment import assign
from kg.reading.wrapped.blocks import Sheet, Span
from kg.reading.wrapped.paragraphs import BlockKind

# The log-odds that a line is an article's headline: at the outset, for all its words standing in the
# article (most of all in its first characters), for a line that the setting does not show as one.
_BASE, _AFFINITY, _LEAD_SHARE, _LEAD, _UNSET = -3.0, 8.0, 0.7, 150, -1.5
# What it costs to leave an article without a headline.
_UNTITLED = 2.5
# A headline has at most so many lines; what each after the first costs; how much less if all the headlines
# of the page have several; and at the foot of a page, where headlines of all articles meet.
_LINES, _FURTHER, _FURTHER_HABITUAL, _FURTHER_AT_FOOT = 3, 0.5, 6.0, 1.0
# What a line left over costs: with text below it may be a subtitle or a caption, else it is stranded.
_SUBTITLE, _STRANDED = 1.5, 4.0
_NEVER = -1e6


class Position(Enum):
    """Where a headline stands, seen from its article."""

    ABOVE = auto()
    BELOW = auto()
    APART = auto()
    INSIDE = auto()


# What each position counts for, before the page shows its habit; how much the habit counts for.
_HABIT = {Position.ABOVE: 1.0, Position.BELOW: 1.0, Position.APART: 0.0, Position.INSIDE: -4.0}
_HABITUAL = 1.5


class Headlines:
    """The headings of a sheet, to be matched with its articles."""

    def __init__(self, sheet: Sheet) -> None:
        """The headings of the sheet; its articles are given with each question."""
        self._sheet = sheet
        self._set = [self._is_set(line) for line in sheet.headings]
        self._left_over = [self._cost_left_over(line) for line in sheet.headings]
        self._numbers = range(len(sheet.headings))
        self._habit = dict(_HABIT)
        self._cost_further = _FURTHER
        self._gains: dict[Span, list[float]] = {}

    def value(self, articles: Sequence[Span]) -> float:
        """How well headings and articles fit at best; a page without headings tells nothing."""
        if not self._sheet.headings:
            return 0.0
        _, rest, table = self._table(articles)
        return sum(rest) + sum(row[column] for row, column in zip(table, assign(table), strict=True))

    def owners(self, articles: Sequence[Span]) -> dict[int, int]:
        """The article (its number) of each heading that is a line of a headline.

        The best assignment gives each article its best line; then the lines beside it that fit join it.
        """
        gains, _, table = self._table(articles)
        headings = self._sheet.headings
        owners = {
            headings[number]: owner for owner, number in enumerate(assign(table)) if number < len(headings)
        }
        while joining := max(self._joining(owners, gains), default=None):
            _, line, owner = joining
            owners[-line] = owner
        return dict(sorted(owners.items()))

    def learn(self, articles: Sequence[Span]) -> None:
        """Take over the habit of the page: where the headlines of these articles stand, in how many lines."""
        owners = self.owners(articles)
        seen = Counter(self._position(articles[owner], line) for line, owner in owners.items())
        usual = [Position.ABOVE, Position.BELOW, Position.APART]
        total = sum(seen[position] for position in usual) + len(usual)
        for position in usual:
            self._habit[position] = _HABITUAL * log(len(usual) * (seen[position] + 1) / total)
        lines = Counter(
            owner
            for line, owner in owners.items()
            if self._position(articles[owner], line) is not Position.APART
        )
        several = sum(count > 1 for count in lines.values())
        self._cost_further -= _FURTHER_HABITUAL * several / (len(articles) + 1)
        self._gains.clear()

    def _table(self, articles: Sequence[Span]) -> tuple[list[list[float]], list[float], list[list[float]]]:
        """The gain of each article from each heading; what each heading counts for otherwise; and what
        each article gains over that, from each heading or (further columns) from none."""
        gains = [self._gains_of(article) for article in articles]
        best = [max(range(len(gains)), key=lambda owner: gains[owner][number]) for number in self._numbers]
        rest = [
            max(
                [
                    self._left_over[number],
                    *(self._further(gains, number, o) for o in self._beside(gains, best, number)),
                ]
            )
            for number in self._numbers
        ]
        none = [-_UNTITLED] * len(articles)
        return (
            gains,
            rest,
            [[gain - other for gain, other in zip(row, rest, strict=True)] + none for row in gains],
        )

    def _beside(self, gains: Sequence[Sequence[float]], best: Sequence[int], number: int) -> Iterator[int]:
        """The articles that the headings directly above and below fit best, and better than this one does."""
        headings = self._sheet.headings
        for other in (number - 1, number + 1):
            if 0 <= other < len(headings) and abs(headings[other] - headings[number]) == 1:
                own = gains[best[other]]
                if (own[other], number) > (own[number], other):
                    yield best[other]

    def _further(self, gains: Sequence[Sequence[float]], number: int, owner: int) -> float:
        """The gain from a heading as a further line of an article's headline."""
        if not self._set[number]:
            return _NEVER
        line = self._sheet.headings[number]
        at_foot = line > self._sheet.paragraphs[-1]
        return gains[owner][number] - (_FURTHER_AT_FOOT if at_foot else self._cost_further)

    def _joining(
        self, owners: Mapping[int, int], gains: Sequence[Sequence[float]]
    ) -> Iterator[tuple[float, int, int]]:
        """(gain, line with its sign turned, article) of each line that may join a headline beside it."""
        lines = Counter(owners.values())
        for number, line in enumerate(self._sheet.headings):
            if line in owners:
                continue
            for owner in {owners[beside] for beside in (line - 1, line + 1) if beside in owners}:
                gain = self._further(gains, number, owner)
                if gain > self._left_over[number] and lines[owner] < _LINES:
                    yield gain, -line, owner

    def _gains_of(self, article: Span) -> list[float]:
        """For each heading the log-odds that it is the article's headline."""
        if article not in self._gains:
            whole = self._sheet.words_of(self._sheet.indices(article))
            lead = self._sheet.words_of(self._lead(article))
            self._gains[article] = [
                self._gain(article, number, whole, lead) for number in range(len(self._sheet.headings))
            ]
        return self._gains[article]

    def _gain(self, article: Span, number: int, whole: frozenset[str], lead: frozenset[str]) -> float:
        line = self._sheet.headings[number]
        own, weight = self._sheet.words[line], self._sheet.rarity.weight
        shared = _LEAD_SHARE * weight(own & lead) + (1 - _LEAD_SHARE) * weight(own & whole)
        return (
            _BASE
            + _AFFINITY * shared / max(1, weight(own))
            + self._custom(article, line)
            + (0.0 if self._set[number] else _UNSET)
        )

    def _custom(self, article: Span, line: int) -> float:
        """What the heading's position counts for; at the end of a page it may be any article's."""
        position = self._position(article, line)
        if position is Position.BELOW and line > self._sheet.paragraphs[-1]:
            return max(self._habit[Position.BELOW], self._habit[Position.APART])
        return self._habit[position]

    def _lead(self, article: Span) -> list[int]:
        taken: list[int] = []
        length = 0
        for index in self._sheet.indices(article):
            if length >= _LEAD:
                break
            taken.append(index)
            length += len(self._sheet.text(index))
        return taken

    def _position(self, article: Span, line: int) -> Position:
        indices = self._sheet.indices(article)
        first, last = indices[0], indices[-1]
        if first < line < last:
            return Position.INSIDE
        between = range(line + 1, first) if line < first else range(last + 1, line)
        if any(self._sheet.blocks[index].kind is BlockKind.PARAGRAPH for index in between):
            return Position.APART
        return Position.ABOVE if line < first else Position.BELOW

    def _is_set(self, line: int) -> bool:
        """Whether the setting parts the line from the text below."""
        blocks = self._sheet.blocks
        while line + 1 < len(blocks) and blocks[line + 1].soft:
            line += 1
            if blocks[line].kind is BlockKind.PARAGRAPH:
                return False
        return True

    def _cost_left_over(self, line: int) -> float:
        if not self._is_set(line):
            return 0.0
        return -_SUBTITLE if line < self._sheet.paragraphs[-1] else -_STRANDED
