"""Likeness by shared pairs of characters."""

from __future__ import annotations

from kg.reading.scoring.similarity import Rarity, character_pairs


def test_pairs_do_not_cross_marks_and_latin_words_are_whole() -> None:
    assert character_pairs("云州，5G网") == {"云州", "5", "G"}


def test_what_every_block_has_says_little() -> None:
    blocks = [character_pairs(text) for text in ("工会开会", "工会采茶", "工会慰问", "工会比武", "春日采茶")]
    rarity = Rarity(blocks)
    assert rarity.likeness(blocks[1], blocks[4]) > rarity.likeness(blocks[1], blocks[0])
    assert rarity.likeness(blocks[0], blocks[0]) == 1
    assert rarity.likeness(blocks[0], frozenset()) == 0
