"""Likeness of texts by the character pairs they share, weighed by how rare a pair is on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from kg.language.text import HAN

_CHUNK = re.compile(rf"[{HAN}]+|[A-Za-z]+|\d+")


def character_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring ideographs of a text, and its Latin words and numbers."""
    found: set[str] = set()
    for match in _CHUNK.finditer(text):
        chunk = match.group()
        if chunk[0].isascii():
            found.add(chunk)
        else:
            found.update(chunk[at : at + 2] for at in range(len(chunk) - 1))
    return frozenset(found)


class Rarity:
    """How much a shared pair says: little where most blocks of the page have it."""

    def __init__(self, blocks: Sequence[frozenset[str]]) -> None:
        """The page as the pairs of each of its blocks."""
        counts = Counter(pair for block in blocks for pair in block)
        total = len(blocks) + 1
        # Whole numbers, so that a sum does not depend on the order of a set.
        self._weights = {pair: round(1000 * log(total / count)) for pair, count in counts.items()}

    def weight(self, shared: Iterable[str]) -> int:
        """The information in pairs of the page, in thousandths of a nat."""
        return sum(map(self._weights.__getitem__, shared))

    def likeness(self, left: frozenset[str], right: frozenset[str]) -> float:
        """From 0 (nothing in common) to 1 (the smaller is all in the larger)."""
        smaller = min(self.weight(left), self.weight(right))
        return self.weight(left & right) / smaller if smaller else 0.0
