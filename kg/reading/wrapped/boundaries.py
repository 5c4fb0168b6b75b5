"""Blocks to articles: where each begins, and which headline is its own, decided together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, starmap

from kg.reading.press import cues
from kg.reading.wrapped.blocks import PageBlocks, ParagraphRange
from kg.reading.wrapped.boundary_features import Boundary, log_odds
from kg.reading.wrapped.captions import order_body, place_captions
from kg.reading.wrapped.headlines import Headlines
from kg.reading.wrapped.paragraphs import Block, BlockKind

# A boundary with larger log-odds, for or against, is not tried the other way.
_SURE = 6.0
# So many of the others are, least sure first, in so many rounds: a bound on time that few pages reach.
_MAX_TRIES, _MAX_ROUNDS = 40, 4
# An article of fewer characters is hardly one: the log-odds that it costs.
_SLIGHT_LENGTH, _SLIGHT_COST = 50, 4.0
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
        for start, end in _page_ranges(blocks)
        for extent in _articles_of_page(blocks[start:end])
    ]


def _page_ranges(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
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


def _articles_of_page(blocks: Sequence[Block]) -> list[Extent]:
    page = PageBlocks.of(blocks)
    if not page.paragraphs:  # lists and tables: what they belong to cannot be known
        return [Extent((), tuple(range(len(blocks))))]
    headlines = Headlines(page)
    odds = [0.0, *(log_odds(Boundary(page, at)) for at in range(1, len(page.paragraphs)))]
    search = _BoundarySearch(page, headlines, odds)
    starts = search.best({0} | {at for at, odd in enumerate(odds) if odd > 0})
    headlines.learn(search.cut(starts))
    articles = search.cut(search.best(starts))
    titles = headlines.owners(articles)
    rest = place_captions(page, articles, titles)
    return [
        Extent(
            tuple(line for line, owner in titles.items() if owner == number),
            order_body(page.indices(article), [index for index, owner in rest.items() if owner == number]),
        )
        for number, article in enumerate(articles)
    ]


class _BoundarySearch:
    """For the best boundaries: what the features say of each, and how well the headlines fit between them."""

    def __init__(self, page: PageBlocks, headlines: Headlines, odds: Sequence[float]) -> None:
        self._headlines = headlines
        self._odds = odds
        self._end = len(odds)
        self._length = [0, *accumulate(len(page.text(index)) for index in page.paragraphs)]
        unsure = [at for at in range(1, self._end) if abs(odds[at]) < _SURE]
        self._unsure = sorted(unsure, key=lambda at: abs(odds[at]))[:_MAX_TRIES]

    def best(self, starts: set[int]) -> set[int]:
        """The boundaries that are better than any with one of the unsure ones put in or taken out."""
        best = self._value(starts)
        for _ in range(_MAX_ROUNDS):
            before = starts
            for at in self._unsure:
                other = starts ^ {at}
                if (value := self._value(other)) > best:
                    starts, best = other, value
            if starts == before:
                break
        return starts

    def cut(self, starts: set[int]) -> list[ParagraphRange]:
        """The articles that begin with the given paragraphs."""
        return list(starmap(ParagraphRange, pairwise([*sorted(starts), self._end])))

    def _value(self, starts: set[int]) -> float:
        articles = self.cut(starts)
        slight = sum(self._length[end] - self._length[start] < _SLIGHT_LENGTH for start, end in articles)
        return (
            sum(self._odds[start] for start, _ in articles)
            + self._headlines.value(articles)
            - _SLIGHT_COST * slight
        )
