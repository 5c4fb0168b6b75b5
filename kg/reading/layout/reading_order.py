"""Which block follows which: headlines and columns chained to articles, all links weighed together.

A link goes from a headline to the text that it heads, from a column to what goes on below it, or to the top
of a column further right. Each block has at most one before it and one after it, so the best links are an
assignment.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from math import inf

from kg.reading.layout.text_blocks import TextBlock
from kg.reading.layout.text_lines import horizontal_overlap, vertical_overlap
from kg.reading.press import cues
from kg.reading.scoring.assignment import assign
from kg.reading.scoring.similarity import Rarity, pairs

# What speaks for a link. From a headline to the first column below it, less for each further column.
_HEADED, _NEXT_COLUMN = 5.0, 2.0
# From a column to the text right below it, or further down; to a column at its right below the same headline,
# or below none; over a column between them.
_RIGHT_BELOW, _BELOW, _SAME, _FREE, _OVER = 5.0, 2.5, 4.0, 1.0, -3.0
# A column that something else of its article stands above or below is left or entered in its middle.
_MIDDLE = -1.5
# What the ends of the text say: a sentence goes on, as it should, or does not; a new article opens.
_GOES_ON, _BROKEN, _LEAD = 4.0, -6.0, -5.0
# For all words of the one standing in the other.
_AFFINITY = 4.0
# A headline is over what stands below the free space beside it, where this share of that does.
_UNDER = 0.7
# Less than this (in sizes) is no indent, nor is a line that ends so short of its column full.
_INDENT, _SHORT = 1.0, 1.2
# Paragraphs are no further apart than this, in sizes.
_PARAGRAPH = 1.6
# The columns beside a vertical headline begin level with it or have it in the middle of their height; a
# horizontal one is close above its text (in sizes of the headline).
_LEVEL, _CLOSE = 1.0, 1.5
_NEVER = -1e6


def chain_blocks(blocks: Sequence[TextBlock], *, indented: bool) -> list[list[TextBlock]]:
    """The blocks of a page as articles, each with its headline first where it has one.

    `indented`: the first lines of paragraphs are.
    """
    if not blocks:
        return []
    page = _Page(blocks, indented)
    follows = page.follows()
    starts = [index for index in range(len(blocks)) if index not in follows.values()]
    found: list[list[TextBlock]] = []
    for start in starts:
        chain = [start]
        while chain[-1] in follows:
            chain.append(follows[chain[-1]])
        found.append([blocks[index] for index in chain])
    return sorted(found, key=lambda chain: (chain[0].y0, chain[0].x0))


class _Page:
    def __init__(self, blocks: Sequence[TextBlock], indented: bool) -> None:
        self._stacks = blocks
        self._indented = indented
        self._words = [pairs(block.text) for block in blocks]
        self._rarity = Rarity(self._words)
        self._rooms = {index: self._room(index) for index, block in enumerate(blocks) if block.large}
        self._above = [self._find_above(index) for index in range(len(blocks))]
        for head in self._rooms:
            self._put_beside(head)
        self._heads = [self._find_heads(index) for index in range(len(blocks))]
        self._over_text = {
            over for index, above in enumerate(self._above) if not blocks[index].large for over in above
        }

    def follows(self) -> dict[int, int]:
        """The block after each that has one after it."""
        gains = {
            index: {
                before: gain for before in range(len(self._stacks)) if (gain := self._gain(before, index)) > 0
            }
            for index, block in enumerate(self._stacks)
            if not block.large
        }
        texts = [index for index, found in gains.items() if found]
        befores = sorted({before for found in gains.values() for before in found})
        table = [
            [gains[index].get(before, _NEVER) for before in befores] + [0.0] * len(texts) for index in texts
        ]
        return {
            befores[column]: index
            for index, column in zip(texts, assign(table), strict=True)
            if column < len(befores)
        }

    def _gain(self, before: int, index: int) -> float:
        """What speaks for block `index` following block `before`."""
        if before == index:
            return _NEVER
        headed = self._stacks[before].large
        place = self._headed(before, index) if headed else self._run_on(before, index)
        if place == _NEVER:
            return _NEVER
        if headed:
            sentence = _BROKEN if self._begins_within(index) else 0.0
        else:
            sentence = self._sentence(before, index)
        return place + sentence + self._shared(before, index)

    def _headed(self, head: int, index: int) -> float:
        """What the place of a text below or beside a headline says."""
        if head not in self._above[index]:
            return _NEVER
        text = self._stacks[index]
        columns = sum(
            1 / len(above)
            for other, above in enumerate(self._above)
            if head in above and self._stacks[other].x0 < text.x0
        )
        return _HEADED - _NEXT_COLUMN * columns

    def _run_on(self, before: int, index: int) -> float:
        """What the places of two texts say for one following the other."""
        one, other = self._stacks[before], self._stacks[index]
        if cues.goes_to_page(one.text):
            return _NEVER
        if before in self._above[index]:
            return _RIGHT_BELOW if other.y0 - one.y1 <= _PARAGRAPH * one.size else _BELOW
        if other.x0 < one.x1 - one.size or horizontal_overlap(one, other) > 0.1:
            return _NEVER
        if (belonging := self._belonging(before, index)) == _NEVER:
            return _NEVER
        return (
            belonging
            + _OVER * self._is_between(one, other)
            + _MIDDLE * (before in self._over_text)
            + _MIDDLE * any(not self._stacks[above].large for above in self._above[index])
        )

    def _belonging(self, before: int, index: int) -> float:
        """Whether two columns stand under one headline."""
        left, right = self._heads[before], self._heads[index]
        one, other = self._stacks[before], self._stacks[index]
        if left & right or (not left | right and abs(one.y0 - other.y0) <= _LEVEL * one.size):
            return _SAME
        above_all = bool(left) and all(other.y1 <= self._stacks[head].y0 for head in left)
        return _NEVER if right or above_all else _FREE

    def _is_between(self, one: TextBlock, other: TextBlock) -> bool:
        """Whether a column stands between two."""
        return any(
            not block.large
            and block.x0 > one.x1 - one.size
            and block.x1 < other.x0 + one.size
            and (vertical_overlap(block, one) > 0 or vertical_overlap(block, other) > 0)
            for block in self._stacks
        )

    def _sentence(self, before: int, index: int) -> float:
        """What the end of the one text and the beginning of the other say."""
        if self._opens(index) and not cues.is_date_line(self._stacks[before].text):
            return _LEAD
        if cues.is_caption(self._stacks[index].text) and self._breaks_off(before):
            return _BROKEN
        if not self._indented:
            return _GOES_ON if self._breaks_off(before) else 0.0
        within = self._begins_within(index)
        if self._breaks_off(before):
            return _GOES_ON if within else _BROKEN
        return _BROKEN if within and self._ends_short(before) else 0.0

    def _opens(self, index: int) -> bool:
        """Whether a text opens as only articles do."""
        first = self._stacks[index].lines[0].text.text
        return (cues.is_lead(first) and not cues.is_credit(first)) or cues.comes_from_page(first) is not None

    def _begins_within(self, index: int) -> bool:
        """Whether a text begins within a paragraph, as its first line is not indented."""
        block = self._stacks[index]
        first = block.lines[0]
        return self._indented and first.x0 - block.edge < _INDENT * first.size and not self._opens(index)

    def _breaks_off(self, index: int) -> bool:
        if cues.is_date_line(self._stacks[index].text):
            return False
        last = self._stacks[index].lines[-1].text.text
        return not any(
            ends(last) for ends in (cues.ends_sentence, cues.is_credit, cues.is_photo, cues.is_date_line)
        )

    def _ends_short(self, index: int) -> bool:
        block = self._stacks[index]
        return block.lines[-1].x1 < block.x1 - _SHORT * block.size

    def _shared(self, one: int, other: int) -> float:
        return _AFFINITY * self._rarity.likeness(self._words[one], self._words[other])

    def _room(self, head: int) -> tuple[float, float]:
        """From where to where nothing else stands on the level of a headline."""
        one = self._stacks[head]
        others = [other for other in self._stacks if other is not one and vertical_overlap(one, other) > 0.2]
        left = [other.x1 for other in others if other.x1 <= one.x0 + one.size]
        right = [other.x0 for other in others if other.x0 >= one.x1 - one.size]
        return max(left, default=-inf), min(right, default=inf)

    def _find_above(self, index: int) -> frozenset[int]:
        """What is right above a block; several headlines, where the free space of each reaches over it."""
        block = self._stacks[index]
        higher = [
            other
            for other, found in enumerate(self._stacks)
            if other != index and not found.vertical and found.y1 <= block.y0 + 0.5 * block.size
        ]
        over = {other for other in higher if horizontal_overlap(self._stacks[other], block) > 0.2}
        reaching = {other for other in higher if other in self._rooms and self._reaches(other, block)}
        nearest = max(sorted(over | reaching), key=lambda other: self._stacks[other].y1, default=None)
        if nearest is None:
            return frozenset()
        if nearest in over:
            return frozenset({nearest})
        level = self._stacks[nearest]
        return frozenset(other for other in reaching if vertical_overlap(self._stacks[other], level) > 0.2)

    def _put_beside(self, head: int) -> None:
        """Let the columns beside a headline that begin level with it stand below it.

        They do on either side of a vertical one. A horizontal one may have them at its right, but what is
        above them counts too.
        """
        one = self._stacks[head]
        level = [index for index, block in enumerate(self._stacks) if index != head and _is_level(block, one)]
        right = sorted(
            (i for i in level if self._stacks[i].x0 >= one.x1 - one.size), key=lambda i: self._stacks[i].x0
        )
        left = sorted(
            (i for i in level if self._stacks[i].x1 <= one.x0 + one.size), key=lambda i: -self._stacks[i].x1
        )
        for side in (left, right) if one.vertical else (right,):
            for index in takewhile(self._is_without_headline, side):
                self._above[index] = frozenset({head}) | {
                    above for above in self._above[index] if self._stacks[above].vertical or not one.vertical
                }

    def _is_without_headline(self, index: int) -> bool:
        """Whether a block is a text that no headline stands close above."""
        block = self._stacks[index]
        return not block.large and not any(
            self._stacks[head].large
            and 0 <= block.y0 - self._stacks[head].y1 <= _CLOSE * self._stacks[head].size
            for head in self._above[index]
        )

    def _reaches(self, head: int, block: TextBlock) -> bool:
        left, right = self._rooms[head]
        return min(right, block.x1) - max(left, block.x0) >= _UNDER * (block.x1 - block.x0)

    def _find_heads(self, index: int) -> frozenset[int]:
        """The headlines, mostly one, at the top of the column in which a block stands."""
        above = self._above[index]
        while above and not any(self._stacks[other].large for other in above):
            above = self._above[min(above)]
        return frozenset(other for other in above if self._stacks[other].large)


def _is_level(block: TextBlock, head: TextBlock) -> bool:
    """Whether a block begins level with a headline, or has a vertical one in the middle of its height."""
    reach = _LEVEL * head.size
    if abs(block.y0 - head.y0) <= reach:
        return True
    off_middle = abs(block.y0 + block.y1 - head.y0 - head.y1) / 2
    return head.vertical and block.y0 < head.y0 and head.y1 < block.y1 and off_middle <= reach
