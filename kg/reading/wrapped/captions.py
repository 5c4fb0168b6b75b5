"""What is neither text nor headline, captions and second headlines: which article each belongs to."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.reading.wrapped.blocks import Sheet, Span
from kg.reading.wrapped.paragraphs import BlockKind

# What it counts for (in likeness, 0 to 1) to stand beside the article.
_BESIDE = 0.3


def place(sheet: Sheet, articles: Sequence[Span], titles: Collection[int]) -> dict[int, int]:
    """The article (its number) of each block that is neither a paragraph nor, in `titles`, of a headline."""
    found: dict[int, int] = {}
    wholes = [sheet.words_of(sheet.indices(article)) for article in articles]
    for index, block in enumerate(sheet.blocks):
        if block.kind is BlockKind.PARAGRAPH or index in titles:
            continue
        before, after = _neighbours(sheet, articles, index)
        like = [sheet.rarity.likeness(sheet.words[index], whole) for whole in wholes]
        if block.kind is BlockKind.CAPTION:
            scores = [score + _BESIDE * (number in (before, after)) for number, score in enumerate(like)]
            found[index] = max(range(len(scores)), key=scores.__getitem__)
        else:
            found[index] = _beside(sheet, index, titles, like, before, after)
    return found


def in_order(paragraphs: Sequence[int], rest: Sequence[int]) -> tuple[int, ...]:
    """The blocks of an article's body: as they stand on the page, what stands apart from it at the end."""
    every = {*paragraphs, *rest}
    first, last = paragraphs[0], paragraphs[-1]
    while first - 1 in every:
        first -= 1
    while last + 1 in every:
        last += 1
    beside = sorted(index for index in every if first <= index <= last)
    return (*beside, *sorted(every.difference(beside)))


def _neighbours(sheet: Sheet, articles: Sequence[Span], index: int) -> tuple[int, int]:
    """The articles whose text is nearest above and below (one, where there is no other)."""
    above = [number for number, (start, _) in enumerate(articles) if sheet.paragraphs[start] < index]
    below = [number for number, (_, end) in enumerate(articles) if sheet.paragraphs[end - 1] > index]
    before = above[-1] if above else below[0]
    return before, below[0] if below else before


def _beside(
    sheet: Sheet, index: int, titles: Collection[int], like: Sequence[float], before: int, after: int
) -> int:
    """Of the articles above and below, the one whose second headline or caption a line is.

    It is not parted from its article by a headline; else it opens the article below, unless its words
    are those of the one above.
    """
    if sheet.blocks[index].soft and index - 1 not in titles:
        return before
    if _first_not_left_over(sheet, range(index + 1, len(sheet.blocks)), titles) in titles:
        return before
    if _first_not_left_over(sheet, range(index - 1, -1, -1), titles) in titles:
        return after
    return before if like[before] > like[after] + _BESIDE else after


def _first_not_left_over(sheet: Sheet, indices: range, titles: Collection[int]) -> int | None:
    """The first of the blocks that is text or the line of a headline."""
    return next(
        (index for index in indices if index in titles or sheet.blocks[index].kind is not BlockKind.HEADING),
        None,
    )
