"""Which block follows which: headlines and columns chained to articles, all links weighed together.

A link goes from a headline to the text that it heads, from a column to what goes on below it, or to the top
of a column further right. Each block has at most one before it and one after it, so the best links are an
assignment. Weights speak for a link where they are above 0; they have no unit but one another, are set by
hand, and `tests/benchmarks/reading.py` shows what a change to one does.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.layout.block_geometry import BlockGeometry
from kg.reading.layout.block_texts import BlockTexts
from kg.reading.layout.text_blocks import TextBlock
from kg.reading.press import cues
from kg.reading.scoring.assignment import assign_columns

# From a headline to the first column below it, less for each column further left.
_HEADLINE, _COLUMN_LEFT = 5.0, 2.0
# From a text to the one right below it, or further down in its column.
_RIGHT_BELOW, _FURTHER_BELOW = 5.0, 2.5
# From a column to one at its right below the same headline, or below none.
_SAME_HEADLINE, _NO_HEADLINE = 4.0, 1.0
# Over a column that stands between the two; out of, or into, the middle of a column, which has a text below
# or above.
_OVER_COLUMN, _MIDDLE_OF_COLUMN = -3.0, -1.5
# Paragraphs are no further apart, in type sizes; what is further down is not right below.
_PARAGRAPH_GAP = 1.6
# The weight of a link that cannot be.
_NEVER = -1e6


def chain_blocks(blocks: Sequence[TextBlock], *, indented: bool) -> list[list[TextBlock]]:
    """The blocks of a page as articles from the top, each in reading order, its headline first if it has one.

    `indented` says whether the first lines of paragraphs are.
    """
    if not blocks:
        return []
    followers = _Links(blocks, indented=indented).best()
    starts = [index for index in range(len(blocks)) if index not in followers.values()]
    articles: list[list[TextBlock]] = []
    for start in starts:
        chain = [start]
        while chain[-1] in followers:
            chain.append(followers[chain[-1]])
        articles.append([blocks[index] for index in chain])
    return sorted(articles, key=lambda chain: (chain[0].y0, chain[0].x0))


class _Links:
    """The links between the blocks of a page, named by their indices, and what speaks for each."""

    def __init__(self, blocks: Sequence[TextBlock], *, indented: bool) -> None:
        self._blocks = blocks
        self._geometry = BlockGeometry(blocks)
        self._texts = BlockTexts(blocks, indented=indented)

    def best(self) -> dict[int, int]:
        """The block after each that has one after it, so that the weights sum to the most."""
        weights = {index: self._into(index) for index, block in enumerate(self._blocks) if not block.large}
        texts = [index for index, links in weights.items() if links]
        befores = sorted({before for links in weights.values() for before in links})
        table = [
            [weights[index].get(before, _NEVER) for before in befores] + [0.0] * len(texts) for index in texts
        ]
        return {
            befores[column]: index
            for index, column in zip(texts, assign_columns(table), strict=True)
            if column < len(befores)
        }

    def _into(self, index: int) -> dict[int, float]:
        """The weight of each link into a block that something speaks for, by the block it comes from."""
        weights = {before: self._weight(before, index) for before in range(len(self._blocks))}
        return {before: weight for before, weight in weights.items() if weight > 0}

    def _weight(self, before: int, index: int) -> float:
        """What speaks for a link from block `before` to block `index`."""
        if before == index:
            return _NEVER
        is_headline = self._blocks[before].large
        place = self._from_headline(before, index) if is_headline else self._from_text(before, index)
        if place == _NEVER:
            return _NEVER
        if is_headline:
            sentence = self._texts.weigh_below_headline(index)
        else:
            sentence = self._texts.weigh_following(before, index)
        return place + sentence + self._texts.weigh_shared_words(before, index)

    def _from_headline(self, headline: int, index: int) -> float:
        """What the place of a text below or beside a headline says."""
        if headline not in self._geometry.above[index]:
            return _NEVER
        return _HEADLINE - _COLUMN_LEFT * self._geometry.columns_before(headline, index)

    def _from_text(self, before: int, index: int) -> float:
        """What the places of two texts say for one following the other."""
        one, other = self._blocks[before], self._blocks[index]
        if cues.goes_to_page(one.text):
            return _NEVER
        if before in self._geometry.above[index]:
            return _RIGHT_BELOW if other.y0 - one.y1 <= _PARAGRAPH_GAP * one.size else _FURTHER_BELOW
        if not self._geometry.is_further_right(before, index):
            return _NEVER
        if (headed := self._by_headlines(before, index)) == _NEVER:
            return _NEVER
        return (
            headed
            + _OVER_COLUMN * self._geometry.has_column_between(before, index)
            + _MIDDLE_OF_COLUMN * (before in self._geometry.over_text)
            + _MIDDLE_OF_COLUMN * any(not self._blocks[above].large for above in self._geometry.above[index])
        )

    def _by_headlines(self, before: int, index: int) -> float:
        """What the headlines over two columns say: one over both, none, or different ones."""
        left, right = self._geometry.headlines[before], self._geometry.headlines[index]
        if left & right or (not left | right and self._geometry.begin_level(before, index)):
            return _SAME_HEADLINE
        bottom = self._blocks[index].y1
        is_above_all = bool(left) and all(bottom <= self._blocks[headline].y0 for headline in left)
        return _NEVER if right or is_above_all else _NO_HEADLINE
