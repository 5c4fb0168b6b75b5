"""What is neither text nor headline, captions and second headlines: which article each belongs to."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.reading.wrapped.blocks import PageBlocks, ParagraphRange
from kg.reading.wrapped.paragraphs import BlockKind

# What standing beside an article counts for, in likeness (0 to 1); set by hand.
_BESIDE = 0.3


def place_captions(
    page: PageBlocks, articles: Sequence[ParagraphRange], titles: Collection[int]
) -> dict[int, int]:
    """The article (its number) of each block that is neither a paragraph nor, in `titles`, of a headline."""
    owners: dict[int, int] = {}
    wholes = [page.words_of(page.indices(article)) for article in articles]
    for index, block in enumerate(page.blocks):
        if block.kind is BlockKind.PARAGRAPH or index in titles:
            continue
        before, after = _neighbours(page, articles, index)
        likeness = [page.rarity.likeness(page.words[index], whole) for whole in wholes]
        if block.kind is BlockKind.CAPTION:
            scores = [each + _BESIDE * (number in (before, after)) for number, each in enumerate(likeness)]
            owners[index] = max(range(len(scores)), key=scores.__getitem__)
        else:
            resembles_before = likeness[before] > likeness[after] + _BESIDE
            goes_before = _goes_with_text_above(page, index, titles, resembles_before)
            owners[index] = before if goes_before else after
    return owners


def order_body(paragraphs: Sequence[int], rest: Sequence[int]) -> tuple[int, ...]:
    """The blocks of an article's body: as they stand on the page, what stands apart from it at the end."""
    every = {*paragraphs, *rest}
    first, last = paragraphs[0], paragraphs[-1]
    while first - 1 in every:
        first -= 1
    while last + 1 in every:
        last += 1
    beside = sorted(index for index in every if first <= index <= last)
    return (*beside, *sorted(every.difference(beside)))


def _neighbours(page: PageBlocks, articles: Sequence[ParagraphRange], index: int) -> tuple[int, int]:
    """The articles whose text is nearest above and below (one, where there is no other)."""
    above = [number for number, (start, _) in enumerate(articles) if page.paragraphs[start] < index]
    below = [number for number, (_, end) in enumerate(articles) if page.paragraphs[end - 1] > index]
    before = above[-1] if above else below[0]
    return before, below[0] if below else before


def _goes_with_text_above(
    page: PageBlocks, index: int, titles: Collection[int], resembles_above: bool
) -> bool:
    """Whether a line, a second headline or a caption, belongs to the article above it, not to the one below.

    It is not parted from its article by a headline; else it opens the article below, unless its words
    are those of the one above.
    """
    if page.blocks[index].soft and index - 1 not in titles:
        return True
    if _next_text_or_title(page, range(index + 1, len(page.blocks)), titles) in titles:
        return True
    if _next_text_or_title(page, range(index - 1, -1, -1), titles) in titles:
        return False
    return resembles_above


def _next_text_or_title(page: PageBlocks, indices: range, titles: Collection[int]) -> int | None:
    """The first of the blocks that is text or the line of a headline."""
    return next(
        (i for i in indices if i in titles or page.blocks[i].kind is not BlockKind.HEADING),
        None,
    )
