"""Blocks to articles: where each begins, and which headline is its own, decided together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kg.reading.press import cues
from kg.reading.wrapped import captions
from kg.reading.wrapped.blocks import Sheet, Span
from kg.reading.wrapped.boundary_features import Place, log_odds
from kg.reading.wrapped.headlines import Headlines
from kg.reading.wrapped.paragraphs import Block, BlockKind

# A bound of which the clues are so sure (log-odds) is not tried the other way; so many others are, least
# sure first, so many times over.
_SURE, _TRIES, _ROUNDS = 6.0, 40, 4
# An article of fewer characters is hardly one.
_SLIGHT, _COST_OF_SLIGHT = 50, 4.0
# A newspaper page has no more blocks; what has is several pages, parted where an article surely begins.
_MAX_BLOCKS = 200


@dataclass(frozen=True, slots=True)
class Extent:
    """One article as indices of blocks: the lines that are its headline, and its body in reading order."""

    headline: tuple[int, ...]
    body: tuple[int, ...]


def find_articles(blocks: Sequence[Block]) -> list[Extent]:
    """The articles of a page, in order; every block is in exactly one of them."""
    return [
        Extent(
            tuple(start + index for index in extent.headline), tuple(start + index for index in extent.body)
        )
        for start, end in _pages(blocks)
        for extent in _articles(blocks[start:end])
    ]


def _pages(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """[start, end) of blocks that one page may hold."""
    start = 0
    while len(blocks) - start > _MAX_BLOCKS:
        leads = [
            index
            for index in range(start + _MAX_BLOCKS // 2, start + _MAX_BLOCKS)
            if blocks[index].kind is BlockKind.PARAGRAPH and cues.is_lead(blocks[index].text.text)
        ]
        end = leads[-1] if leads else start + _MAX_BLOCKS
        yield start, end
        start = end
    if start < len(blocks):
        yield start, len(blocks)


def _articles(blocks: Sequence[Block]) -> list[Extent]:
    sheet = Sheet.of(blocks)
    if not sheet.paragraphs:  # lists and tables: what they belong to cannot be known
        return [Extent((), tuple(range(len(blocks))))]
    headlines = Headlines(sheet)
    odds = [0.0, *(log_odds(Place(sheet, at)) for at in range(1, len(sheet.paragraphs)))]
    search = _Search(sheet, headlines, odds)
    starts = search.best({0} | {at for at, odd in enumerate(odds) if odd > 0})
    headlines.learn(search.cut(starts))
    found = search.cut(search.best(starts))
    owners = headlines.owners(found)
    rest = captions.place(sheet, found, owners)
    return [
        Extent(
            tuple(line for line, owner in owners.items() if owner == number),
            captions.in_order(
                sheet.indices(article), [index for index, owner in rest.items() if owner == number]
            ),
        )
        for number, article in enumerate(found)
    ]


class _Search:
    """For the best bounds: what the clues say of each, and how well the headlines fit what they bound."""

    def __init__(self, sheet: Sheet, headlines: Headlines, odds: Sequence[float]) -> None:
        self._headlines = headlines
        self._odds = odds
        self._end = len(odds)
        self._length = [0, *accumulate(len(sheet.text(index)) for index in sheet.paragraphs)]
        unsure = [at for at in range(1, self._end) if abs(odds[at]) < _SURE]
        self._unsure = sorted(unsure, key=lambda at: abs(odds[at]))[:_TRIES]

    def best(self, starts: set[int]) -> set[int]:
        """The bounds that are better than any with one of the unsure ones put in or taken out."""
        best = self._value(starts)
        for _ in range(_ROUNDS):
            before = starts
            for at in self._unsure:
                other = starts ^ {at}
                if (value := self._value(other)) > best:
                    starts, best = other, value
            if starts == before:
                break
        return starts

    def cut(self, starts: set[int]) -> list[Span]:
        """The articles that begin with the given paragraphs."""
        return list(pairwise([*sorted(starts), self._end]))

    def _value(self, starts: set[int]) -> float:
        articles = self.cut(starts)
        slight = sum(self._length[end] - self._length[start] < _SLIGHT for start, end in articles)
        return (
            sum(self._odds[start] for start, _ in articles)
            + self._headlines.value(articles)
            - _COST_OF_SLIGHT * slight
        )
