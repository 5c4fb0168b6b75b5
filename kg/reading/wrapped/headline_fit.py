"""How well a heading fits an article: log-odds from the words they share, its place and its setting.

The figures are set by hand, but that a page shows its own habit; `tests/benchmarks/reading.py` shows what a
change to one does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from math import log

from kg.reading.wrapped.blocks import PageBlocks, ParagraphRange
from kg.reading.wrapped.paragraphs import BlockKind

# The log-odds that a line is an article's headline: at the outset; for all its words standing in the
# article; for a line that the setting does not show as a headline.
_AT_OUTSET, _SHARED_WORDS, _NOT_SET_APART = -3.0, 8.0, -1.5
# Of the words, this share counts where they stand in the first paragraphs, up to so many characters.
_LEAD_SHARE, _LEAD_LENGTH = 0.7, 150
# The log-odds that each line of a headline after the first costs; how much less where all headlines of the
# page have several; what it costs at the foot of a page, where the headlines of all articles may meet.
_FURTHER_LINE, _FURTHER_LINE_HABITUAL, _FURTHER_LINE_AT_FOOT = 0.5, 6.0, 1.0
# The log-odds that a line left over costs: with text below it may be a subtitle or a caption, else it is
# stranded.
_SUBTITLE, _STRANDED = 1.5, 4.0
_NEVER = -1e6


class HeadlinePosition(Enum):
    """Where a headline stands, seen from its article."""

    ABOVE = auto()
    BELOW = auto()
    APART = auto()
    INSIDE = auto()


# The positions among which pages have a habit, and what the habit counts for: so many times the logarithm of
# how much more often than evenly a position is taken.
_USUAL = (HeadlinePosition.ABOVE, HeadlinePosition.BELOW, HeadlinePosition.APART)
_HABITUAL = 1.5
# The log-odds of each position before the page shows its habit.
_HABIT = {
    HeadlinePosition.ABOVE: 1.0,
    HeadlinePosition.BELOW: 1.0,
    HeadlinePosition.APART: 0.0,
    HeadlinePosition.INSIDE: -4.0,
}


class HeadlineFit:
    """The fit of the headings of a page, by their numbers among them, with articles.

    `left_over[n]` is what heading n counts for as no headline at all.
    """

    def __init__(self, page: PageBlocks) -> None:
        """Take the blocks of a page; its articles are given with each question."""
        self._page = page
        self._is_set_apart = [_is_set_apart(page, line) for line in page.headings]
        self.left_over = [_cost_left_over(page, line) for line in page.headings]
        self._habit = dict(_HABIT)
        self._further_line = _FURTHER_LINE
        self._gains: dict[ParagraphRange, list[float]] = {}

    def gains(self, article: ParagraphRange) -> list[float]:
        """For each heading the log-odds that it is the article's headline."""
        if article not in self._gains:
            whole = self._page.words_of(self._page.indices(article))
            lead = self._page.words_of(_lead(self._page, article))
            self._gains[article] = [
                self._gain(article, number, whole, lead) for number in range(len(self._page.headings))
            ]
        return self._gains[article]

    def further_gain(self, gain: float, number: int) -> float:
        """The gain of an article from a heading as a further line of its headline; `gain`: as the first."""
        if not self._is_set_apart[number]:
            return _NEVER
        at_foot = self._page.headings[number] > self._page.paragraphs[-1]
        return gain - (_FURTHER_LINE_AT_FOOT if at_foot else self._further_line)

    def adopt_habit(self, articles: Sequence[ParagraphRange], owners: Mapping[int, int]) -> None:
        """Take over the habit of the page: where headlines stand, in how many lines.

        `owners` has the article, by its number, of each line of a headline.
        """
        positions = {line: position_of(self._page, articles[owner], line) for line, owner in owners.items()}
        seen = Counter(positions.values())
        total = sum(seen[position] for position in _USUAL) + len(_USUAL)
        for position in _USUAL:
            self._habit[position] = _HABITUAL * log(len(_USUAL) * (seen[position] + 1) / total)
        lines = Counter(
            owner for line, owner in owners.items() if positions[line] is not HeadlinePosition.APART
        )
        several = sum(count > 1 for count in lines.values())
        self._further_line -= _FURTHER_LINE_HABITUAL * several / (len(articles) + 1)
        self._gains.clear()

    def _gain(
        self, article: ParagraphRange, number: int, whole: frozenset[str], lead: frozenset[str]
    ) -> float:
        line = self._page.headings[number]
        own, weight = self._page.words[line], self._page.rarity.weight
        shared = _LEAD_SHARE * weight(own & lead) + (1 - _LEAD_SHARE) * weight(own & whole)
        return (
            _AT_OUTSET
            + _SHARED_WORDS * shared / max(1, weight(own))
            + self._habitual(article, line)
            + (0.0 if self._is_set_apart[number] else _NOT_SET_APART)
        )

    def _habitual(self, article: ParagraphRange, line: int) -> float:
        """What the position of a heading counts for; at the end of a page it may be any article's."""
        position = position_of(self._page, article, line)
        if position is HeadlinePosition.BELOW and line > self._page.paragraphs[-1]:
            return max(self._habit[HeadlinePosition.BELOW], self._habit[HeadlinePosition.APART])
        return self._habit[position]


def position_of(page: PageBlocks, article: ParagraphRange, line: int) -> HeadlinePosition:
    """Where a heading stands, seen from an article: apart, where other text is between them."""
    indices = page.indices(article)
    first, last = indices[0], indices[-1]
    if first < line < last:
        return HeadlinePosition.INSIDE
    between = range(line + 1, first) if line < first else range(last + 1, line)
    if any(page.blocks[index].kind is BlockKind.PARAGRAPH for index in between):
        return HeadlinePosition.APART
    return HeadlinePosition.ABOVE if line < first else HeadlinePosition.BELOW


def _lead(page: PageBlocks, article: ParagraphRange) -> list[int]:
    """The first paragraphs of an article, as blocks."""
    taken: list[int] = []
    length = 0
    for index in page.indices(article):
        if length >= _LEAD_LENGTH:
            break
        taken.append(index)
        length += len(page.text(index))
    return taken


def _is_set_apart(page: PageBlocks, line: int) -> bool:
    """Whether the setting parts a heading from the text below."""
    blocks = page.blocks
    while line + 1 < len(blocks) and blocks[line + 1].soft:
        line += 1
        if blocks[line].kind is BlockKind.PARAGRAPH:
            return False
    return True


def _cost_left_over(page: PageBlocks, line: int) -> float:
    """What a heading that is no headline counts for."""
    if not _is_set_apart(page, line):
        return 0.0
    return -_SUBTITLE if line < page.paragraphs[-1] else -_STRANDED
