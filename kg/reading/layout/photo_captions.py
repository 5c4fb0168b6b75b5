"""Which article each caption on a page belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.reading.layout.text_blocks import TextBlock
from kg.reading.scoring.similarity import Rarity, character_pairs

# The type of captions is smaller than the text's by at least this factor; they have no more lines and
# characters.
_CAPTION_SIZE, _MAX_LINES, _MAX_LENGTH = 0.94, 5, 150
# What standing within an article counts for with a caption, in likeness (0 to 1).
_WITHIN_ARTICLE = 0.6


@dataclass(frozen=True, slots=True)
class ArticleBlocks:
    """An article: its blocks, headline first, and the captions of its photographs."""

    chain: list[TextBlock]
    captions: list[TextBlock]


def is_caption(block: TextBlock, body: float) -> bool:
    """Whether a block is set as captions are; `body` is the type size of the text, in points."""
    if block.large or len(block.lines) > _MAX_LINES or len(block.text) > _MAX_LENGTH:
        return False
    return block.size <= _CAPTION_SIZE * body


def give_captions(captions: Iterable[TextBlock], articles: Sequence[ArticleBlocks]) -> None:
    """Give each caption to an article of its page; of the pages before and after where it has none."""
    of_page: dict[int, list[ArticleBlocks]] = defaultdict(list)
    for article in articles:
        for page in dict.fromkeys(block.page for block in article.chain):
            of_page[page].append(article)
    pages = sorted(of_page)
    words = {
        id(article): character_pairs("".join(block.text for block in article.chain)) for article in articles
    }
    for caption in captions:
        at = bisect_left(pages, caption.page)
        near = [caption.page] if caption.page in of_page else pages[max(0, at - 1) : at + 1]
        likely = list({id(article): article for page in near for article in of_page[page]}.values())
        _owner(caption, likely, [words[id(article)] for article in likely]).captions.append(caption)


def _owner(
    caption: TextBlock, articles: Sequence[ArticleBlocks], wholes: Sequence[frozenset[str]]
) -> ArticleBlocks:
    """The article that a caption belongs to: it stands within it, and shares its words (in `wholes`)."""
    own = character_pairs(caption.text)
    rarity = Rarity([own, *wholes])
    scores = [
        rarity.likeness(own, whole) + _WITHIN_ARTICLE * _is_within(caption, article.chain)
        for article, whole in zip(articles, wholes, strict=True)
    ]
    return articles[max(range(len(scores)), key=scores.__getitem__)]


def _is_within(caption: TextBlock, chain: Sequence[TextBlock]) -> bool:
    """Whether the middle of a caption stands between the parts of an article on its page."""
    parts = [block for block in chain if block.page == caption.page]
    x, y = (caption.x0 + caption.x1) / 2, (caption.y0 + caption.y1) / 2
    return (
        bool(parts)
        and min(block.x0 for block in parts) <= x <= max(block.x1 for block in parts)
        and min(block.y0 for block in parts) <= y <= max(block.y1 for block in parts)
    )
