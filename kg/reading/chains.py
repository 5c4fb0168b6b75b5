"""Which stack follows which: headlines and columns chained to articles, all links weighed together.

A link goes from a headline to the text that it heads, from a column to what goes on below it, or to the top
of a column further right. Each stack has at most one before it and one after it, so the best links are an
assignment.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading import cues
from kg.reading.assignment import assign
from kg.reading.placed import across, beside
from kg.reading.stacks import Stack
from kg.reading.words import Rarity, pairs

# What speaks for a link. From a headline to the first column below it, less for each further column; to
# the column beside a vertical headline.
_HEADED, _NEXT_COLUMN, _BESIDE = 5.0, 2.0, 3.0
# From a column to the text below it; to a column at its right below the same headline, or below none; into
# the text of another headline; over a column between them.
_BELOW, _SAME, _FREE, _OTHER, _OVER = 2.5, 4.0, 1.0, -9.0, -3.0
# A column that something else of its article stands above or below is left or entered in its middle.
_MIDDLE = -1.5
# What the ends of the text say: a sentence goes on, as it should, or does not; a new article opens.
_GOES_ON, _BROKEN, _LEAD = 4.0, -6.0, -5.0
# For all words of the one standing in the other.
_AFFINITY = 4.0
# Less than this (in sizes) is no indent, nor is a line that ends so short of its column full.
_INDENT, _SHORT = 1.0, 1.2
# A vertical headline stands so close to its text (in its sizes).
_NEAR = 2.5
_NEVER = -1e6


def chains(stacks: Sequence[Stack], *, indented: bool) -> list[list[Stack]]:
    """The stacks of a page as articles, each with its headline first where it has one.

    `indented`: the first lines of paragraphs are.
    """
    if not stacks:
        return []
    page = _Page(stacks, indented)
    follows = page.follows()
    starts = [index for index in range(len(stacks)) if index not in follows.values()]
    found: list[list[Stack]] = []
    for start in starts:
        chain = [start]
        while chain[-1] in follows:
            chain.append(follows[chain[-1]])
        found.append([stacks[index] for index in chain])
    return sorted(found, key=lambda chain: (chain[0].y0, chain[0].x0))


class _Page:
    def __init__(self, stacks: Sequence[Stack], indented: bool) -> None:
        self._stacks = stacks
        self._indented = indented
        self._words = [pairs(stack.text) for stack in stacks]
        self._rarity = Rarity(self._words)
        self._above = [self._find_above(index) for index in range(len(stacks))]
        self._heads = [self._find_head(index) for index in range(len(stacks))]

    def follows(self) -> dict[int, int]:
        """The stack after each that has one after it."""
        texts = [index for index, stack in enumerate(self._stacks) if not stack.large]
        count = len(self._stacks)
        gains = [
            [self._gain(before, index) for before in range(count)] + [0.0] * len(texts) for index in texts
        ]
        return {
            before: index
            for index, before in zip(texts, assign(gains), strict=True)
            if before < count and self._gain(before, index) > 0
        }

    def _gain(self, before: int, index: int) -> float:
        """What speaks for stack `index` following stack `before`."""
        if before == index:
            return _NEVER
        if self._stacks[before].large:
            return self._headed(before, index)
        place = self._run_on(before, index)
        return (
            place if place == _NEVER else place + self._sentence(before, index) + self._shared(before, index)
        )

    def _headed(self, head: int, index: int) -> float:
        """What speaks for a text beginning below or beside a headline."""
        one, text = self._stacks[head], self._stacks[index]
        if one.vertical:
            if beside(one, text) < 0.5 or not self._is_near(head, index):
                return _NEVER
            place = _BESIDE
        elif self._above[index] == head:
            columns = sum(
                self._above[other] == head and self._stacks[other].x0 < text.x0
                for other in range(len(self._stacks))
            )
            place = _HEADED - _NEXT_COLUMN * columns
        else:
            return _NEVER
        opens = _BROKEN if self._begins_within(index) else 0.0
        return place + opens + self._shared(head, index)

    def _is_near(self, head: int, index: int) -> bool:
        one, text = self._stacks[head], self._stacks[index]
        gap = max(one.x0, text.x0) - min(one.x1, text.x1)
        return gap <= _NEAR * one.size

    def _run_on(self, before: int, index: int) -> float:
        """What the places of two columns say for one following the other."""
        one, other = self._stacks[before], self._stacks[index]
        if self._above[index] == before:
            return _BELOW
        if other.x0 < one.x1 - one.size or across(one, other) > 0.1:
            return _NEVER
        place = self._belonging(before, index)
        if self._is_inside(before, other):
            place += _OVER
        if any(above == before and not self._stacks[below].large for below, above in enumerate(self._above)):
            place += _MIDDLE
        above = self._above[index]
        if above is not None and not self._stacks[above].large:
            place += _MIDDLE
        return place

    def _belonging(self, before: int, index: int) -> float:
        """Whether two columns belong under one headline."""
        left, right = self._heads[before], self._heads[index]
        if left == right and left is not None:
            return _SAME
        return _FREE if right is None else _OTHER

    def _is_inside(self, before: int, other: Stack) -> bool:
        """Whether a column stands between two."""
        one = self._stacks[before]
        return any(
            not stack.large
            and stack.x0 > one.x1 - one.size
            and stack.x1 < other.x0 + one.size
            and (beside(stack, one) > 0 or beside(stack, other) > 0)
            for stack in self._stacks
        )

    def _sentence(self, before: int, index: int) -> float:
        """What the end of the one text and the beginning of the other say."""
        if cues.is_lead(self._stacks[index].lines[0].text.text):
            return _LEAD
        if not self._indented:
            return _GOES_ON if self._breaks_off(before) else 0.0
        within = self._begins_within(index)
        if self._breaks_off(before):
            return _GOES_ON if within else _BROKEN
        return _BROKEN if within and self._ends_short(before) else 0.0

    def _begins_within(self, index: int) -> bool:
        """Whether a text begins within a paragraph, as its first line is not indented."""
        stack = self._stacks[index]
        first = stack.lines[0]
        return (
            self._indented
            and first.x0 - stack.edge < _INDENT * first.size
            and not cues.is_lead(first.text.text)
        )

    def _breaks_off(self, index: int) -> bool:
        return not cues.ends_sentence(self._stacks[index].lines[-1].text.text)

    def _ends_short(self, index: int) -> bool:
        stack = self._stacks[index]
        return stack.lines[-1].x1 < stack.x1 - _SHORT * stack.size

    def _shared(self, one: int, other: int) -> float:
        return _AFFINITY * self._rarity.likeness(self._words[one], self._words[other])

    def _find_above(self, index: int) -> int | None:
        """The stack right above another; vertical ones stand beside."""
        stack = self._stacks[index]
        above = [
            other
            for other, found in enumerate(self._stacks)
            if other != index
            and not found.vertical
            and found.y1 <= stack.y0 + 0.5 * stack.size
            and across(found, stack) > 0.2
        ]
        return max(above, key=lambda other: self._stacks[other].y1, default=None)

    def _find_head(self, index: int) -> int | None:
        """The headline at the top of the column in which a stack stands."""
        above = self._above[index]
        while above is not None and not self._stacks[above].large:
            above = self._above[above]
        return above
