"""Blocks to articles: where each begins, and which headline is its own, decided together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.reading import leftovers
from kg.reading.clues import Place, log_odds
from kg.reading.headlines import Article, Headlines
from kg.reading.reflow import Block, Kind
from kg.reading.words import Rarity, pairs

# A bound of which the clues are so sure (log-odds) is not tried the other way.
_SURE = 6.0
# So many unsure bounds are tried, so many times over.
_TRIES, _ROUNDS = 40, 4
# An article of fewer characters is hardly one.
_SLIGHT, _COST_OF_SLIGHT = 50, 4.0


@dataclass(frozen=True, slots=True)
class Extent:
    """One article as indices of blocks: the lines that are its headline, and its body in reading order."""

    headline: tuple[int, ...]
    body: tuple[int, ...]


def articles(blocks: Sequence[Block]) -> list[Extent]:
    """The articles of a page, in order; every block is in exactly one of them."""
    paragraphs = [index for index, block in enumerate(blocks) if block.kind is Kind.PARAGRAPH]
    if not paragraphs:
        return []
    words = [pairs(block.text.text) for block in blocks]
    rarity = Rarity(words)
    headlines = Headlines(blocks, words, rarity)
    odds = [0.0] + [
        log_odds(Place(blocks, paragraphs, words, rarity, at)) for at in range(1, len(paragraphs))
    ]
    headlines.learn(_cut(paragraphs, _starts(blocks, paragraphs, odds, headlines)))
    found = _cut(paragraphs, _starts(blocks, paragraphs, odds, headlines))
    owners = {line: owner for line, owner in zip(headlines.lines, headlines.owners(found), strict=True)}
    rest = leftovers.place(blocks, found, owners, words, rarity)
    return [
        Extent(
            tuple(line for line, owner in owners.items() if owner == number),
            leftovers.in_order(article, [index for index, owner in rest.items() if owner == number]),
        )
        for number, article in enumerate(found)
    ]


def _starts(
    blocks: Sequence[Block], paragraphs: Sequence[int], odds: Sequence[float], headlines: Headlines
) -> set[int]:
    """The paragraphs (counted among themselves) with which articles begin: what the clues say of each,
    changed where the headlines of the page find better articles so."""
    lengths = {index: len(blocks[index].text.text) for index in paragraphs}

    def value(starts: set[int]) -> float:
        found = _cut(paragraphs, starts)
        slight = sum(sum(lengths[index] for index in article) < _SLIGHT for article in found)
        return sum(odds[start] for start in starts) + headlines.value(found) - _COST_OF_SLIGHT * slight

    starts = {0} | {at for at, odd in enumerate(odds) if odd > 0}
    unsure = sorted((at for at in range(1, len(odds)) if abs(odds[at]) < _SURE), key=lambda at: abs(odds[at]))
    best = value(starts)
    for _ in range(_ROUNDS):
        changed = False
        for at in unsure[:_TRIES]:
            other = starts ^ {at}
            if (found := value(other)) > best:
                starts, best, changed = other, found, True
        if not changed:
            break
    return starts


def _cut(paragraphs: Sequence[int], starts: set[int]) -> list[Article]:
    bounds = [*sorted(starts), len(paragraphs)]
    return [tuple(paragraphs[start:end]) for start, end in zip(bounds, bounds[1:], strict=False)]
