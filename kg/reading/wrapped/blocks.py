"""The blocks of a page, with what is reckoned from them once for every stage that follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low

from kg.reading.scoring.similarity import Rarity, pairs
from kg.reading.wrapped.paragraphs import Block, BlockKind

# An article: [start, end) of the paragraphs of the sheet.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks in order; `paragraphs` and `headings` are indices of blocks, `words` those of each block.

    `blanks`: so many blank lines are usual above a paragraph.
    """

    blocks: Sequence[Block]
    paragraphs: Sequence[int]
    headings: Sequence[int]
    words: Sequence[frozenset[str]]
    rarity: Rarity
    blanks: int

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Sheet:
        """The sheet that the blocks make."""
        words = [pairs(block.text.text) for block in blocks]
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

    def indices(self, article: Span) -> Sequence[int]:
        """The blocks that are the paragraphs of an article."""
        return self.paragraphs[slice(*article)]

    def words_of(self, indices: Iterable[int]) -> frozenset[str]:
        """The words of several blocks together."""
        return frozenset[str]().union(*(self.words[index] for index in indices))
