"""Which headline belongs to which article: those that share most words, all pairs weighed together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from math import log

from kg.reading.assignment import assign
from kg.reading.reflow import Block, Kind
from kg.reading.words import Rarity

# An article: the indices of the blocks that are its paragraphs.
Article = tuple[int, ...]

# The log-odds that a line is an article's headline: at the outset, for all its words standing in the
# article (most of all in its first paragraphs), for its place.
_BASE, _AFFINITY, _LEAD_SHARE = -2.0, 7.0, 0.7
_UNSET = -1.5
# What it costs to make a line part of a headline that has one already, to leave a line that is set like a
# headline over, and to leave an article without.
_FURTHER, _TOGETHER, _UNTITLED = 2.0, 1.0, 2.5
# A line left over is a subtitle or a caption, if text follows it; else it has nowhere to go.
_SUBTITLE, _STRANDED = 1.5, 4.0
# The characters of an article that count as its lead; the lines that one headline may have.
_LEAD = 150
_LINES = 3
_NEVER = -1e6


class Position(Enum):
    """Where a headline stands, seen from its article."""

    ABOVE = auto()
    BELOW = auto()
    APART = auto()
    INSIDE = auto()


# What each position counts for, before the page shows its habit.
_HABIT = {Position.ABOVE: 1.0, Position.BELOW: 1.0, Position.APART: 0.0, Position.INSIDE: -4.0}
# How much a habit counts for.
_HABITUAL = 1.5


class Headlines:
    """The lines of a page that may be headlines, to be matched with its articles."""

    def __init__(self, blocks: Sequence[Block], words: Sequence[frozenset[str]], rarity: Rarity) -> None:
        """The page as blocks with the words of each."""
        self.lines = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
        self._blocks = blocks
        self._words = words
        self._weights = [
            [(pair, rarity.weight(frozenset({pair}))) for pair in sorted(words[line])] for line in self.lines
        ]
        self._set = [self._is_set(line) for line in self.lines]
        self._left_over = [self._cost_left_over(line) for line in self.lines]
        self._habit = dict(_HABIT)
        self._gains: dict[Article, list[float]] = {}

    def value(self, articles: Sequence[Article]) -> float:
        """How well headlines and articles fit at best (taking further lines of a headline as free to choose)."""
        if not self.lines:
            return 0.0
        gains = [self.gains(article) for article in articles]
        columns = list(zip(*gains, strict=True))
        left = [
            max(left_over, max(further))
            for further, left_over in zip(self._further(columns), self._left_over, strict=True)
        ]
        table = [
            [gain - other for gain, other in zip(row, left, strict=True)] + [-_UNTITLED] * len(articles)
            for row in gains
        ]
        return sum(left) + sum(row[column] for row, column in zip(table, assign(table), strict=True))

    def owners(self, articles: Sequence[Article]) -> list[int | None]:
        """For each line the number of its article, or None; the lines of one headline stand together."""
        count = len(articles)
        gains = [list(column) for column in zip(*(self.gains(article) for article in articles), strict=True)]
        while gains:
            table = [
                [gain + _UNTITLED for gain in row]
                + further * (_LINES - 1)
                + [left_over] * len(gains)
                for row, further, left_over in zip(gains, self._further(gains), self._left_over, strict=True)
            ]
            chosen = [column % count if column < count * _LINES else None for column in assign(table)]
            strays = self._strays(chosen, gains)
            if not strays:
                return chosen
            for row, owner in strays:
                gains[row][owner] = _NEVER
        return []

    def _further(self, gains: Sequence[Sequence[float]]) -> list[list[float]]:
        """For each line the gain as a further line of the headline of each article.

        It is much likelier where the line above or below fits that article best.
        """
        best = [max(range(len(row)), key=row.__getitem__) for row in gains]
        found: list[list[float]] = []
        for number, row in enumerate(gains):
            beside = {
                best[other]
                for other in (number - 1, number + 1)
                if 0 <= other < len(best) and abs(self.lines[other] - self.lines[number]) == 1
            }
            found.append(
                [
                    gain - _FURTHER + (_TOGETHER if owner in beside else 0.0) if self._set[number] else _NEVER
                    for owner, gain in enumerate(row)
                ]
            )
        return found

    def learn(self, articles: Sequence[Article]) -> None:
        """Take over the habit of the page: where the headlines stand that are matched so far."""
        owners = self.owners(articles)
        seen = Counter(
            self._position(articles[owner], line)
            for line, owner in zip(self.lines, owners, strict=True)
            if owner is not None
        )
        usual = [Position.ABOVE, Position.BELOW, Position.APART]
        total = sum(seen[position] for position in usual) + len(usual)
        for position in usual:
            self._habit[position] = _HABITUAL * log(len(usual) * (seen[position] + 1) / total)
        self._gains.clear()

    def gains(self, article: Article) -> list[float]:
        """For each line the log-odds that it is the article's headline."""
        if article not in self._gains:
            whole = frozenset[str]().union(*(self._words[index] for index in article))
            lead = self._lead(article)
            self._gains[article] = [self._gain(number, article, whole, lead) for number in range(len(self.lines))]
        return self._gains[article]

    def _gain(self, number: int, article: Article, whole: frozenset[str], lead: frozenset[str]) -> float:
        weights = self._weights[number]
        total = sum(weight for _, weight in weights) or 1.0
        in_lead = sum(weight for pair, weight in weights if pair in lead) / total
        in_whole = sum(weight for pair, weight in weights if pair in whole) / total
        affinity = _LEAD_SHARE * in_lead + (1 - _LEAD_SHARE) * in_whole
        return (
            _BASE
            + _AFFINITY * affinity
            + self._habit[self._position(article, self.lines[number])]
            + (0.0 if self._set[number] else _UNSET)
        )

    def _lead(self, article: Article) -> frozenset[str]:
        found: set[str] = set()
        length = 0
        for index in article:
            if length >= _LEAD:
                break
            found |= self._words[index]
            length += len(self._blocks[index].text.text)
        return frozenset(found)

    def _position(self, article: Article, line: int) -> Position:
        first, last = article[0], article[-1]
        if first < line < last:
            return Position.INSIDE
        between = range(line + 1, first) if line < first else range(last + 1, line)
        if any(self._blocks[index].kind is Kind.PARAGRAPH for index in between):
            return Position.APART
        return Position.ABOVE if line < first else Position.BELOW

    def _is_set(self, line: int) -> bool:
        """Whether the setting parts the line from the text below."""
        below = line + 1
        if below == len(self._blocks) or not self._blocks[below].soft:
            return True
        return self._blocks[below].kind is Kind.HEADING and self._is_set(below)

    def _cost_left_over(self, line: int) -> float:
        if not self._is_set(line):
            return 0.0
        following = self._blocks[line + 1 : line + 2]
        return -_STRANDED if not following or following[0].kind is Kind.HEADING else -_SUBTITLE

    def _strays(
        self, chosen: Sequence[int | None], gains: Sequence[Sequence[float]]
    ) -> list[tuple[int, int]]:
        """(row, article) of lines that do not stand together with the article's best line."""
        strays: list[tuple[int, int]] = []
        for owner in sorted({owner for owner in chosen if owner is not None}):
            rows = [row for row, other in enumerate(chosen) if other == owner]
            best = max(rows, key=lambda row: gains[row][owner])
            shift = rows.index(best)
            strays.extend(
                (row, owner)
                for at, row in enumerate(rows)
                if self.lines[row] - self.lines[best] != at - shift
            )
        return strays
