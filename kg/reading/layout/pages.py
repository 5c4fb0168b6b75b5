"""Pages of placed text, as a PDF or a recogniser of scans gives them, to articles.

Runs are put together to lines, lines to blocks, blocks to articles in reading order. What the lines of an
article are, paragraphs or subtitles, is found as in any hard-wrapped text, but with the columns known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from pathlib import Path
from typing import NamedTuple

from kg.language.script import simplified
from kg.model.errors import InputError
from kg.model.records import Article, Aside, Box
from kg.reading.formats import limits
from kg.reading.layout.adverts import without_adverts
from kg.reading.layout.jumps import join_jumps
from kg.reading.layout.page_lines import PageLines, line_in_column
from kg.reading.layout.photo_captions import ArticleBlocks, give_captions, is_caption
from kg.reading.layout.reading_order import chain_blocks
from kg.reading.layout.text_blocks import (
    MAX_INDENT,
    USUAL_INDENT,
    TextBlock,
    body_type_size,
    group_into_blocks,
)
from kg.reading.layout.text_lines import TextLine, TextRun
from kg.reading.offset_text import OffsetText, concat, join
from kg.reading.press import cues
from kg.reading.wrapped import boundaries, furniture
from kg.reading.wrapped.lines import Line
from kg.reading.wrapped.page import PageArticle, article_record, join_paragraphs
from kg.reading.wrapped.page_style import PageStyle
from kg.reading.wrapped.paragraphs import Block, make_blocks
from kg.reading.wrapped.whitespace import tidy_spaces

__all__ = ["TextRun", "read_layout"]

# First lines of paragraphs are indented on a page where more than this share of its texts has such a line.
_INDENTED_SHARE = 0.3
# The least indent of a first line, in type sizes; texts of fewer lines do not show whether there are any.
_MIN_INDENT, _MIN_TEXT_LINES = 1.4, 3
# The widths of lines are counted in steps of so many points, so that uneven ends are one.
_WIDTH_STEP = 4.0


class Column(NamedTuple):
    """A column of a page: the page, counted from 1, and the left edge, in points."""

    page: int
    edge: float


def read_layout(path: Path, pages: Sequence[Sequence[TextRun]]) -> Iterator[Article | Aside | InputError]:
    """The articles of the pages of one file, each with the boxes in which it stands, and what is left out.

    A page in more pieces than any newspaper has gives an InputError, the others their articles.
    """
    raw = "".join(run.text for page in pages for run in page)
    lines = _lines_of_pages(pages, simplified(raw))
    body = body_type_size([line for page in lines for line in page.lines])
    blocks = [group_into_blocks(page.lines, body) for page in lines]
    texts = [without_adverts(page) for page in blocks]
    for number, (page, own) in enumerate(zip(pages, texts, strict=True), 1):
        if len(page) > limits.PAGE_RUNS or len(own) > limits.PAGE_BLOCKS:
            yield InputError(f"page {number} is in more pieces than any newspaper's: give its text as .txt")
            own.clear()
    count = 0
    for article in _records(path, raw, lines, texts, body):
        count += 1
        yield article
    if not count:
        raise InputError("the pages hold no article, only furniture: give pages with text")
    for own_lines, whole, kept in zip(lines, blocks, texts, strict=True):
        adverts = [line for block in whole if block not in kept for line in block.lines]
        for line in [*own_lines.furniture, *map(own_lines.in_place, adverts)]:
            yield Aside(line.text.of_file(raw).text, line.page, *_corners(line))


def _lines_of_pages(pages: Sequence[Sequence[TextRun]], text: str) -> list[PageLines]:
    """The lines of each page, none of one in too many runs; `text` is that of all pages, run after run."""
    firsts = accumulate((sum(len(run.text) for run in page) for page in pages), initial=0)
    return [
        PageLines.of(page if len(page) <= limits.PAGE_RUNS else [], text, first)
        for page, first in zip(pages, firsts, strict=False)
    ]


def _records(
    path: Path, raw: str, lines: Sequence[PageLines], texts: Sequence[Sequence[TextBlock]], body: float
) -> Iterator[Article]:
    """The articles of all pages with their dates, newspaper and boxes; `raw` is the text of all runs."""
    dates = [furniture.page_date(page.folio) for page in lines]
    first_date = next(filter(None, dates), None)
    paper = furniture.page_paper([line for page in lines for line in page.folio])
    places = {at: line for page in lines for line in page.places for at in line.text.offsets if at >= 0}
    for number, (page_number, article) in enumerate(_articles(texts, body), 1):
        date = dates[page_number - 1] or first_date
        printed = PageArticle(article.title.of_file(raw), article.body.of_file(raw))
        boxes = tuple(_boxes(printed.whole.offsets, places))
        yield article_record(path, f"{path.stem}-{number:02}", printed, date, paper, boxes)


def _articles(pages: Sequence[Sequence[TextBlock]], body: float) -> Iterator[tuple[int, PageArticle]]:
    """The page and text of each article, in the order in which they begin."""
    every = [block for page in pages for block in page]
    captions = [block for block in every if is_caption(block, body)]
    texts = [[block for block in page if not is_caption(block, body)] for page in pages]
    indented = _is_indented([block for page in texts for block in page])
    parts = [chain for page in texts for chain in chain_blocks(page, indented=indented)]
    articles: list[ArticleBlocks] = []
    for chain in join_jumps(parts, indented=indented):
        if len(chain) == 1 and cues.is_photo(chain[0].text):
            captions.append(chain[0])
        else:
            articles.append(ArticleBlocks(chain, []))
    if not articles:  # photographs alone
        articles, captions = [ArticleBlocks([caption], []) for caption in captions], []
    give_captions(captions, articles)
    widths = _column_widths(every)
    for article in articles:
        for one in _articles_of_chain(article, widths, indented=indented):
            yield article.chain[0].page, one


def _is_indented(blocks: Sequence[TextBlock]) -> bool:
    """Whether the first lines of paragraphs are indented."""
    texts = [block for block in blocks if not block.large and len(block.lines) >= _MIN_TEXT_LINES]
    with_indent = [
        block
        for block in texts
        if any(_MIN_INDENT <= (line.x0 - block.edge) / line.size <= MAX_INDENT for line in block.lines)
    ]
    return len(with_indent) > _INDENTED_SHARE * len(texts)


def _column_widths(blocks: Sequence[TextBlock]) -> dict[Column, float]:
    """The width of each column, in points: where most of its lines end."""
    ends: dict[Column, Counter[float]] = defaultdict(Counter)
    for block in blocks:
        if not block.large:
            for line in block.lines:
                width = round((line.x1 - block.edge) / _WIDTH_STEP) * _WIDTH_STEP
                ends[Column(block.page, block.edge)][width] += 1
    return {column: max(widths, key=lambda width: (widths[width], width)) for column, widths in ends.items()}


def _articles_of_chain(
    article: ArticleBlocks, widths: Mapping[Column, float], *, indented: bool
) -> Iterator[PageArticle]:
    """The article of a chain; a chain without a headline may be several."""
    head = [block for block in article.chain[:1] if block.large]
    found = _wrapped_blocks(article.chain[len(head) :], widths, indented=indented)
    captions = [join((tidy_spaces(line.text) for line in block.lines), "") for block in article.captions]
    if head:
        title = join((tidy_spaces(line.text) for line in head[0].lines), " ")
        body = concat(join_paragraphs(found, range(len(found))))
        yield PageArticle(title, _with_captions(body, captions))
        return
    for extent in boundaries.find_articles(found):
        yield PageArticle(
            join((found[index].text for index in extent.headline), " "),
            _with_captions(concat(join_paragraphs(found, extent.body)), captions),
        )
        captions = []


def _wrapped_blocks(
    texts: Sequence[TextBlock], widths: Mapping[Column, float], *, indented: bool
) -> list[Block]:
    """The paragraphs and headings of texts in order, as of hard-wrapped text with known columns."""
    lines: list[Line] = []
    columns: list[float] = []
    for block in texts:
        for number, placed in enumerate(block.lines):
            column = widths.get(Column(block.page, block.edge), block.x1 - block.edge) / placed.size
            line = line_in_column(placed, block.edge)
            if number == 0 and lines and cues.ends_sentence(lines[-1].text.text):
                line = replace(line, blanks=int(not indented))
            elif number == 0 and lines and line.indent < 1:  # the sentence goes on, as if its line were full
                lines[-1] = replace(lines[-1], width=columns[-1] - lines[-1].indent)
            lines.append(line)
            columns.append(column)
    indent = USUAL_INDENT if indented else 0.0
    style = PageStyle(indent, 0, indented, tuple(columns), squeezes=False, ragged=False)
    return make_blocks(lines, style) if lines else []


def _with_captions(body: OffsetText, captions: Sequence[OffsetText]) -> OffsetText:
    """The body of an article, and its captions below it."""
    return join([part for part in (body, *captions) if part.text], "\n")


def _boxes(offsets: Sequence[int], places: Mapping[int, TextLine]) -> Iterator[Box]:
    """A box for each line of a text."""
    placed = [(at, places[offset]) for at, offset in enumerate(offsets) if offset in places]
    for line, run in groupby(placed, key=lambda pair: pair[1]):
        at = [index for index, _ in run]
        yield Box(at[0], at[-1] + 1, line.page, *_corners(line))


def _corners(line: TextLine) -> Iterator[float]:
    """x0, y0, x1 and y1 of a line, to a tenth of a point."""
    return (round(length, 1) for length in (line.x0, line.y0, line.x1, line.y1))
