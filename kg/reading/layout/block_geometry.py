"""Where the blocks of a page stand: what is above each, how far a headline reaches, which columns it heads.

Blocks are named by their indices. Lengths are multiples of the type size unless another unit is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from math import inf
from typing import NamedTuple

from kg.reading.layout.text_blocks import TextBlock
from kg.reading.layout.text_lines import horizontal_overlap, vertical_overlap

# A headline is over a block where this share of the block's width is below it and the free space beside it.
_HEADED_SHARE = 0.7
# Blocks are above one another, or beside one another, where they share more than this of the smaller extent.
_ABOVE_OVERLAP, _BESIDE_OVERLAP = 0.2, 0.2
# A column further right may share so much of its width with the one before, which may be set unevenly.
_RIGHT_OVERLAP = 0.1
# What is above a block may reach into it by this much, in type sizes of the block.
_REACHING_IN = 0.5
# Blocks begin level, or have a headline in the middle of their height, within this, in its type sizes.
_LEVEL_TOPS = 1.0
# A horizontal headline heads the block below it at once where the gap is no wider, in its type sizes.
_CLOSE_BELOW = 1.5


class FreeSpace(NamedTuple):
    """From where to where, in points, nothing but a headline stands on its level."""

    left: float
    right: float


class BlockGeometry:
    """What the places of the blocks of one page say of one another.

    `above[i]` are the blocks right above block i, mostly one; `headlines[i]` the headlines at the top of its
    column; `over_text` the blocks that have a text right below them in their column.
    """

    def __init__(self, blocks: Sequence[TextBlock]) -> None:
        """Take the blocks of a page, in any order."""
        self.blocks = blocks
        self._free = {index: _free_space(block, blocks) for index, block in enumerate(blocks) if block.large}
        self.above = [self._find_above(index) for index in range(len(blocks))]
        for headline in self._free:
            self._put_columns_below(headline)
        self.headlines = [_top_headlines(index, blocks, self.above) for index in range(len(blocks))]
        self.over_text = {
            over for index, above in enumerate(self.above) if not blocks[index].large for over in above
        }

    def is_further_right(self, before: int, index: int) -> bool:
        """Whether a block stands in a column to the right of another's."""
        one, other = self.blocks[before], self.blocks[index]
        return not (other.x0 < one.x1 - one.size or horizontal_overlap(one, other) > _RIGHT_OVERLAP)

    def has_column_between(self, before: int, index: int) -> bool:
        """Whether a column of text stands between two blocks."""
        one, other = self.blocks[before], self.blocks[index]
        return any(
            not block.large
            and block.x0 > one.x1 - one.size
            and block.x1 < other.x0 + one.size
            and (vertical_overlap(block, one) > 0 or vertical_overlap(block, other) > 0)
            for block in self.blocks
        )

    def begin_level(self, before: int, index: int) -> bool:
        """Whether two blocks begin at the same height."""
        one, other = self.blocks[before], self.blocks[index]
        return abs(one.y0 - other.y0) <= _LEVEL_TOPS * one.size

    def columns_before(self, headline: int, index: int) -> float:
        """How many columns below a headline are further left than a block; one of n headlines counts 1/n."""
        return sum(
            1 / len(above)
            for other, above in enumerate(self.above)
            if headline in above and self.blocks[other].x0 < self.blocks[index].x0
        )

    def _find_above(self, index: int) -> frozenset[int]:
        """What is right above a block; several headlines, where the free space of each reaches over it."""
        block = self.blocks[index]
        higher = [
            other
            for other, each in enumerate(self.blocks)
            if other != index and not each.vertical and each.y1 <= block.y0 + _REACHING_IN * block.size
        ]
        over = {other for other in higher if horizontal_overlap(self.blocks[other], block) > _ABOVE_OVERLAP}
        reaching = {other for other in higher if other in self._free and self._reaches(other, block)}
        nearest = max(sorted(over | reaching), key=lambda other: self.blocks[other].y1, default=None)
        if nearest is None:
            return frozenset()
        if nearest in over:
            return frozenset({nearest})
        row = self.blocks[nearest]
        return frozenset(
            other for other in reaching if vertical_overlap(self.blocks[other], row) > _BESIDE_OVERLAP
        )

    def _reaches(self, headline: int, block: TextBlock) -> bool:
        """Whether a headline with the free space beside it is over most of a block."""
        free = self._free[headline]
        below = min(free.right, block.x1) - max(free.left, block.x0)
        return below >= _HEADED_SHARE * (block.x1 - block.x0)

    def _put_columns_below(self, headline: int) -> None:
        """Let the columns beside a headline that begin level with it count as below it.

        They do on either side of a vertical one. A horizontal one may have them at its right, but what is
        above them counts too.
        """
        one = self.blocks[headline]
        level = [
            index for index, block in enumerate(self.blocks) if index != headline and _is_level(block, one)
        ]
        right = sorted(
            (i for i in level if self.blocks[i].x0 >= one.x1 - one.size), key=lambda i: self.blocks[i].x0
        )
        left = sorted(
            (i for i in level if self.blocks[i].x1 <= one.x0 + one.size), key=lambda i: -self.blocks[i].x1
        )
        for side in (left, right) if one.vertical else (right,):
            for index in takewhile(self._is_unheaded_text, side):
                self.above[index] = frozenset({headline}) | {
                    above for above in self.above[index] if self.blocks[above].vertical or not one.vertical
                }

    def _is_unheaded_text(self, index: int) -> bool:
        """Whether a block is a text that no headline stands close above."""
        block = self.blocks[index]
        return not block.large and not any(
            self.blocks[above].large
            and 0 <= block.y0 - self.blocks[above].y1 <= _CLOSE_BELOW * self.blocks[above].size
            for above in self.above[index]
        )


def _free_space(headline: TextBlock, blocks: Sequence[TextBlock]) -> FreeSpace:
    """The room that a headline has on its level among the blocks of its page."""
    beside = [
        other
        for other in blocks
        if other is not headline and vertical_overlap(headline, other) > _BESIDE_OVERLAP
    ]
    left = [other.x1 for other in beside if other.x1 <= headline.x0 + headline.size]
    right = [other.x0 for other in beside if other.x0 >= headline.x1 - headline.size]
    return FreeSpace(max(left, default=-inf), min(right, default=inf))


def _top_headlines(
    index: int, blocks: Sequence[TextBlock], above: Sequence[frozenset[int]]
) -> frozenset[int]:
    """The headlines, mostly one, at the top of the column in which a block stands."""
    higher = above[index]
    while higher and not any(blocks[other].large for other in higher):
        higher = above[min(higher)]
    return frozenset(other for other in higher if blocks[other].large)


def _is_level(block: TextBlock, headline: TextBlock) -> bool:
    """Whether a block begins level with a headline, or has a vertical one in the middle of its height."""
    reach = _LEVEL_TOPS * headline.size
    if abs(block.y0 - headline.y0) <= reach:
        return True
    off_middle = abs(block.y0 + block.y1 - headline.y0 - headline.y1) / 2
    return headline.vertical and block.y0 < headline.y0 and headline.y1 < block.y1 and off_middle <= reach
