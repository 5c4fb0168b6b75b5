"""What the beginnings and ends of texts, and the words they share, say for one block following another."""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.layout.text_blocks import TextBlock
from kg.reading.press import cues
from kg.reading.scoring.similarity import Rarity, character_pairs

# A sentence goes on from one block to the next, as it should; it breaks off or begins within; a new article
# opens. The unit is that of all weights in `reading_order`.
_GOES_ON, _BROKEN, _NEW_ARTICLE = 4.0, -6.0, -5.0
# All words of the shorter block stand in the other.
_SHARED_WORDS = 4.0
# A first line that begins closer to its column's edge, in type sizes, is not indented.
_MIN_INDENT = 1.0
# A last line that ends this much before its column does, in type sizes, ends a paragraph.
_SHORT_LAST_LINE = 1.2


class BlockTexts:
    """The texts of the blocks of one page, named by their indices.

    `indented` says whether the first lines of paragraphs are.
    """

    def __init__(self, blocks: Sequence[TextBlock], *, indented: bool) -> None:
        """Take the blocks of a page, in any order."""
        self._blocks = blocks
        self._indented = indented
        self._words = [character_pairs(block.text) for block in blocks]
        self._rarity = Rarity(self._words)

    def weigh_below_headline(self, index: int) -> float:
        """What the beginning of a text says for a headline standing above it."""
        return _BROKEN if self._begins_within(index) else 0.0

    def weigh_following(self, before: int, index: int) -> float:
        """What the end of one text and the beginning of another say for the one following the other."""
        if self._opens_article(index) and not cues.is_date_line(self._blocks[before].text):
            return _NEW_ARTICLE
        if cues.is_caption(self._blocks[index].text) and self._breaks_off(before):
            return _BROKEN
        if not self._indented:
            return _GOES_ON if self._breaks_off(before) else 0.0
        within = self._begins_within(index)
        if self._breaks_off(before):
            return _GOES_ON if within else _BROKEN
        return _BROKEN if within and self._ends_short(before) else 0.0

    def weigh_shared_words(self, one: int, other: int) -> float:
        """What the words that two blocks share say for their being of one article."""
        return _SHARED_WORDS * self._rarity.likeness(self._words[one], self._words[other])

    def _opens_article(self, index: int) -> bool:
        """Whether a text opens as only articles do, or the further part of one."""
        first = self._blocks[index].lines[0].text.text
        return (cues.is_lead(first) and not cues.is_credit(first)) or cues.comes_from_page(first) is not None

    def _begins_within(self, index: int) -> bool:
        """Whether a text begins within a paragraph, as its first line is not indented."""
        block = self._blocks[index]
        first = block.lines[0]
        is_flush = first.x0 - block.edge < _MIN_INDENT * first.size
        return self._indented and is_flush and not self._opens_article(index)

    def _breaks_off(self, index: int) -> bool:
        """Whether a text ends within a sentence."""
        if cues.is_date_line(self._blocks[index].text):
            return False
        last = self._blocks[index].lines[-1].text.text
        return not any(
            ends(last) for ends in (cues.ends_sentence, cues.is_credit, cues.is_photo, cues.is_date_line)
        )

    def _ends_short(self, index: int) -> bool:
        """Whether the last line of a text does not fill its column."""
        block = self._blocks[index]
        return block.lines[-1].x1 < block.x1 - _SHORT_LAST_LINE * block.size
