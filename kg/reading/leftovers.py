"""What is neither text nor headline, captions and second headlines: which article each belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.reading.headlines import Article
from kg.reading.reflow import Block, Kind
from kg.reading.words import Rarity

# What it counts for (in likeness, 0 to 1) to stand beside the article.
_BESIDE = 0.3


def place(
    blocks: Sequence[Block],
    articles: Sequence[Article],
    owners: Mapping[int, int | None],
    words: Sequence[frozenset[str]],
    rarity: Rarity,
) -> dict[int, int]:
    """The article of each block that is neither a paragraph nor (in `owners`) the line of a headline."""
    whole = [frozenset[str]().union(*(words[index] for index in article)) for article in articles]
    text = {index: number for number, article in enumerate(articles) for index in article}
    titles = {line for line, owner in owners.items() if owner is not None}
    found: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if index in text or index in titles:
            continue
        before, after = _neighbours(index, articles)
        like = [rarity.likeness(words[index], every) for every in whole]
        if block.kind is Kind.CAPTION:
            scores = [score + _BESIDE * (number in (before, after)) for number, score in enumerate(like)]
            found[index] = max(range(len(scores)), key=scores.__getitem__)
        else:
            found[index] = _beside(index, blocks, titles, like, before, after)
    return found


def in_order(article: Article, rest: Sequence[int]) -> tuple[int, ...]:
    """The blocks of an article's body: as they stand on the page, what stands apart from it at the end."""
    reach = {*article, *rest}
    first, last = article[0], article[-1]
    while first - 1 in reach:
        first -= 1
    while last + 1 in reach:
        last += 1
    beside = sorted(index for index in reach if first <= index <= last)
    return (*beside, *sorted(reach - set(beside)))


def _neighbours(index: int, articles: Sequence[Article]) -> tuple[int, int]:
    """The articles whose text is nearest above and below (one, where there is no other)."""
    above = [number for number, article in enumerate(articles) if article[0] < index]
    below = [number for number, article in enumerate(articles) if article[-1] > index]
    before = above[-1] if above else below[0]
    return before, below[0] if below else before


def _beside(
    index: int, blocks: Sequence[Block], titles: set[int], like: Sequence[float], before: int, after: int
) -> int:
    """Of the articles above and below, the one whose second headline or caption a line is.

    It is not parted from its article by a headline; else it opens the article below, unless its words
    are those of the one above.
    """
    if blocks[index].soft and index - 1 not in titles:
        return before
    above, below = index - 1, index + 1
    while blocks[above].kind is Kind.HEADING and above not in titles and above > 0:
        above -= 1
    while below < len(blocks) and blocks[below].kind is Kind.HEADING and below not in titles:
        below += 1
    if below in titles:
        return before
    if above in titles:
        return after
    return before if like[before] > like[after] + _BESIDE else after
