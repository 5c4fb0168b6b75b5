"""Which headline belongs to which article: those that share most words, all pairs weighed together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from math import log

from kg.reading.assignment import assign
from kg.reading.reflow import Kind
from kg.reading.sheet import Sheet, Span

# The log-odds that a line is an article's headline: at the outset, for all its words standing in the
# article (most of all in its first characters), for a line that the setting does not show as one.
_BASE, _AFFINITY, _LEAD_SHARE, _LEAD, _UNSET = -2.0, 7.0, 0.7, 150, -1.5
# What it costs to leave an article without a headline.
_UNTITLED = 2.5
# A headline has at most so many lines; what each after the first costs, and counts for where the line
# above or below fits the article best.
_LINES, _FURTHER, _TOGETHER = 3, 2.0, 1.0
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
        self._habit = dict(_HABIT)
        self._gains: dict[Span, list[float]] = {}

    def value(self, articles: Sequence[Span]) -> float:
        """How well headings and articles fit at best (as if each could be a further line as it likes)."""
        if not self._sheet.headings:
            return 0.0
        gains = [self._gains_of(article) for article in articles]
        left = [
            max(left_over, max(further))
            for left_over, further in zip(
                self._left_over, self._further(list(zip(*gains, strict=True))), strict=True
            )
        ]
        table = [
            [gain - other for gain, other in zip(row, left, strict=True)] + [-_UNTITLED] * len(articles)
            for row in gains
        ]
        return sum(left) + sum(row[column] for row, column in zip(table, assign(table), strict=True))

    def owners(self, articles: Sequence[Span]) -> dict[int, int]:
        """The article (its number) of each heading that is a line of a headline.

        The lines of one headline stand together: where the best assignment parts them, those apart from
        the best are forbidden and the next best is sought.
        """
        gains = [list(column) for column in zip(*map(self._gains_of, articles), strict=True)]
        while True:
            chosen = self._assigned(gains, len(articles))
            strays = self._strays(chosen, gains)
            if not strays:
                lines = self._sheet.headings
                return {lines[row]: owner for row, owner in chosen.items()}
            for row, owner in strays:
                gains[row][owner] = _NEVER

    def learn(self, articles: Sequence[Span]) -> None:
        """Take over the habit of the page: where the headlines stand that match these articles."""
        seen = Counter(self._position(articles[owner], line) for line, owner in self.owners(articles).items())
        usual = [Position.ABOVE, Position.BELOW, Position.APART]
        total = sum(seen[position] for position in usual) + len(usual)
        for position in usual:
            self._habit[position] = _HABITUAL * log(len(usual) * (seen[position] + 1) / total)
        self._gains.clear()

    def _assigned(self, gains: Sequence[Sequence[float]], articles: int) -> dict[int, int]:
        """The article of each row of `gains` (the headings) that gets one."""
        if not gains:
            return {}
        table = [
            [gain + _UNTITLED for gain in row] + further * (_LINES - 1) + [left_over] * len(gains)
            for row, further, left_over in zip(gains, self._further(gains), self._left_over, strict=True)
        ]
        return {
            row: column % articles for row, column in enumerate(assign(table)) if column < articles * _LINES
        }

    def _strays(self, chosen: dict[int, int], gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
        """(row, article) of lines that do not stand together with the article's best line."""
        strays: list[tuple[int, int]] = []
        lines = self._sheet.headings
        for owner in sorted(set(chosen.values())):
            rows = [row for row, other in chosen.items() if other == owner]
            best = max(rows, key=lambda row: gains[row][owner])
            shift = lines[best] - rows.index(best)
            strays.extend((row, owner) for at, row in enumerate(rows) if lines[row] - at != shift)
        return strays

    def _further(self, gains: Sequence[Sequence[float]]) -> list[list[float]]:
        """For each heading the gain as a further line of the headline of each article."""
        best = [max(range(len(row)), key=row.__getitem__) for row in gains]
        lines = self._sheet.headings
        found: list[list[float]] = []
        for number, row in enumerate(gains):
            beside = {
                best[other]
                for other in (number - 1, number + 1)
                if 0 <= other < len(best) and abs(lines[other] - lines[number]) == 1
            }
            cost = _FURTHER if self._set[number] else -_NEVER
            found.append(
                [gain - cost + (_TOGETHER if owner in beside else 0.0) for owner, gain in enumerate(row)]
            )
        return found

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
            + self._habit[self._position(article, line)]
            + (0.0 if self._set[number] else _UNSET)
        )

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
        if any(self._sheet.blocks[index].kind is Kind.PARAGRAPH for index in between):
            return Position.APART
        return Position.ABOVE if line < first else Position.BELOW

    def _is_set(self, line: int) -> bool:
        """Whether the setting parts the line from the text below."""
        blocks = self._sheet.blocks
        while line + 1 < len(blocks) and blocks[line + 1].soft:
            line += 1
            if blocks[line].kind is Kind.PARAGRAPH:
                return False
        return True

    def _cost_left_over(self, line: int) -> float:
        if not self._is_set(line):
            return 0.0
        below = self._sheet.blocks[line + 1 : line + 2]
        return -_STRANDED if not below or below[0].kind is Kind.HEADING else -_SUBTITLE
