"""Which headline belongs to which article: those that share most words, all pairs weighed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.reading.assignment import assign
from kg.reading.reflow import Block
from kg.reading.words import Rarity, pairs

# The lines that one headline may have.
_LINES = 3
_AFFINITY = 5.0
_BESIDE = 1.0
_FIRST_LINE, _FURTHER_LINE = 1.0, -1.0
_INSIDE = -0.5
_NEVER = -1e6


@dataclass(frozen=True, slots=True)
class Extent:
    """One article as indices of blocks: its paragraphs, and the headline lines that are its own."""

    paragraphs: tuple[int, ...]
    headline: tuple[int, ...] = ()


def match(blocks: Sequence[Block], starts: Sequence[int]) -> list[Extent]:
    """The articles that begin at the given blocks, each with the lines of its headline."""
    bodies = [index for index, block in enumerate(blocks) if not block.heading]
    bounds = [*starts, len(blocks)]
    articles = [tuple(index for index in bodies if start <= index < end) for start, end in pairwise(bounds)]
    lines = [index for index, block in enumerate(blocks) if block.heading]
    gains = _gains(blocks, articles, lines)
    owners = _owners(gains, lines)
    return [
        Extent(paragraphs, tuple(line for line, owner in zip(lines, owners, strict=True) if owner == number))
        for number, paragraphs in enumerate(articles)
    ]


def _gains(
    blocks: Sequence[Block], articles: Sequence[tuple[int, ...]], lines: Sequence[int]
) -> list[list[float]]:
    """For each headline line and article, how well they fit."""
    words = [pairs(block.text.text) for block in blocks]
    whole = [frozenset().union(*(words[index] for index in article)) for article in articles]
    leads = [frozenset().union(*(words[index] for index in article[:2])) for article in articles]
    rarity = Rarity(words)
    gains: list[list[float]] = []
    for line in lines:
        weight = rarity.weight(words[line]) or 1.0
        gains.append(
            [
                _AFFINITY
                * (rarity.weight(words[line] & body) + rarity.weight(words[line] & lead))
                / 2
                / weight
                + _position(blocks, article, line)
                for body, lead, article in zip(whole, leads, articles, strict=True)
            ]
        )
    return gains


def _position(blocks: Sequence[Block], article: tuple[int, ...], line: int) -> float:
    first, last = article[0], article[-1]
    if first < line < last:
        return _INSIDE
    between = range(line + 1, first) if line < first else range(last + 1, line)
    return _BESIDE if all(blocks[index].heading for index in between) else 0.0


def _owners(gains: list[list[float]], lines: Sequence[int]) -> list[int | None]:
    """The article of each headline line, or None; the lines of one article stand together."""
    if not lines or not gains[0]:
        return [None] * len(lines)
    count = len(gains[0])
    gains = [list(row) for row in gains]
    while True:
        table = [
            [gain + _FIRST_LINE for gain in row]
            + [gain + _FURTHER_LINE for gain in row] * (_LINES - 1)
            + [0.0] * len(lines)
            for row in gains
        ]
        chosen = [column % count if column < count * _LINES else None for column in assign(table)]
        strays = _strays(chosen, lines, gains)
        if not strays:
            return chosen
        for row, owner in strays:
            gains[row][owner] = _NEVER


def _strays(
    chosen: Sequence[int | None], lines: Sequence[int], gains: Sequence[Sequence[float]]
) -> list[tuple[int, int]]:
    """(row, article) of lines that stand apart from the article's best line."""
    strays: list[tuple[int, int]] = []
    for owner in {owner for owner in chosen if owner is not None}:
        rows = [row for row, other in enumerate(chosen) if other == owner]
        best = max(rows, key=lambda row: gains[row][owner])
        strays.extend(
            (row, owner)
            for row in rows
            if abs(lines[row] - lines[best]) != abs(rows.index(row) - rows.index(best))
        )
    return strays
