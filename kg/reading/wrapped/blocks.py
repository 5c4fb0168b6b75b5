"""The blocks of a page, with what is reckoned from them once for every stage that follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import NamedTuple

from kg.reading.scoring.similarity import Rarity, character_pairs
from kg.reading.wrapped.paragraphs import Block, BlockKind


class ParagraphRange(NamedTuple):
    """An article as [start, end) of the paragraphs of a page, counted without its other blocks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of a page in order.

    `paragraphs` and `headings` are indices of blocks; `words` are the pairs of characters of each block;
    `blanks` is how many blank lines are usual above a paragraph.
    """

    blocks: Sequence[Block]
    paragraphs: Sequence[int]
    headings: Sequence[int]
    words: Sequence[frozenset[str]]
    rarity: Rarity
    blanks: int

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> PageBlocks:
        """The page that the blocks make."""
        words = [character_pairs(block.text.text) for block in blocks]
        paragraphs = [index for index, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
        return cls(
            blocks=blocks,
            paragraphs=paragraphs,
            headings=[index for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING],
            words=words,
            rarity=Rarity(words),
            blanks=median_low([blocks[index].blanks for index in paragraphs] or [0]),
        )

    def text(self, index: int) -> str:
        """The text of a block."""
        return self.blocks[index].text.text

    def indices(self, article: ParagraphRange) -> Sequence[int]:
        """The blocks that are the paragraphs of an article."""
        return self.paragraphs[article.start : article.end]

    def words_of(self, indices: Iterable[int]) -> frozenset[str]:
        """The words of several blocks together."""
        return frozenset[str]().union(*(self.words[index] for index in indices))
