"""Pages of placed text, as a PDF or a recogniser of scans gives them, to articles.

Lines are put together and stacked, blocks chained to articles (`chains`); what the lines of an article are,
paragraphs or subtitles, is told as for any hard-wrapped text, but with the columns known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from pathlib import Path

from kg.language.script import simplified
from kg.model.errors import InputError
from kg.model.records import Article, Aside, Box
from kg.reading.formats import limits
from kg.reading.layout.adverts import without_adverts
from kg.reading.layout.jumps import join_jumps
from kg.reading.layout.reading_order import chain_blocks
from kg.reading.layout.text_blocks import TextBlock, body_type_size, group_into_blocks
from kg.reading.layout.text_lines import TextLine, TextRun, assemble_lines
from kg.reading.offset_text import OffsetText, concat, join
from kg.reading.press import cues
from kg.reading.scoring.similarity import Rarity, character_pairs
from kg.reading.wrapped import boundaries, furniture
from kg.reading.wrapped.lines import Line
from kg.reading.wrapped.page import PageArticle, article_record, join_paragraphs
from kg.reading.wrapped.page_style import PageStyle
from kg.reading.wrapped.paragraphs import make_blocks
from kg.reading.wrapped.whitespace import tidy_spaces

__all__ = ["TextRun", "read_layout"]

# First lines are indented where this share of the blocks has such a line; an indent in sizes.
_INDENTED, _MIN_INDENT, _MAX_INDENT, _INDENT = 0.3, 1.4, 4.5, 2.0
# A word beside the folio (the name of the page) is no longer than this.
_SHORT = 8
# A caption's characters are so much smaller than those of the text; its lines and characters at most.
_SMALL, _CAPTION_LINES, _CAPTION = 0.94, 5, 150
# Lines end in the same place within so many points.
_EVEN = 4.0
# What it counts for (in likeness, 0 to 1) that a caption stands within an article.
_WITHIN = 0.6


@dataclass(frozen=True, slots=True)
class _Found:
    """An article: its blocks, headline first, and the captions of its photographs."""

    chain: list[TextBlock]
    captions: list[TextBlock]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page: the lines of its furniture, in their places, the others, and whether those are turned.

    A page of vertical text is read turned to the left: its lines are level ones then, its tiers columns.
    """

    aside: list[TextLine]
    lines: list[TextLine]
    turned: bool

    @classmethod
    def of(cls, runs: Sequence[TextRun], text: str, first: int) -> _Sheet:
        """The page with these runs; `text` is that of all pages, the page's begins at `first`."""
        turned = sum(len(run.text) * (1 if run.vertical else -1) for run in runs) > 0
        lines = assemble_lines([run.turned() for run in runs] if turned else runs, text, first)
        places = [line.turned_back() for line in lines] if turned else lines
        aside = set(_aside(sorted(places, key=lambda line: (line.y0, line.x0))))
        return cls(
            [place for place in places if place in aside],
            [line for line, place in zip(lines, places, strict=True) if place not in aside],
            turned,
        )

    @property
    def folio(self) -> list[Line]:
        """The furniture as lines of text."""
        return [_line(line, line.x0) for line in self.aside]

    @property
    def places(self) -> Iterator[TextLine]:
        """The lines that are no furniture in their places on the page."""
        return map(self.in_place, self.lines)

    def in_place(self, line: TextLine) -> TextLine:
        """One of its lines in its place on the page."""
        return line.turned_back() if self.turned else line


def read_layout(path: Path, pages: Sequence[Sequence[TextRun]]) -> Iterator[Article | Aside | InputError]:
    """The articles of the pages of one file, each with the boxes in which it stands, and what is left out.

    A page in more pieces than any newspaper has gives an InputError, the others their articles.
    """
    raw = "".join(run.text for page in pages for run in page)
    text = simplified(raw)
    firsts = accumulate((sum(len(run.text) for run in page) for page in pages), initial=0)
    sheets = [
        _Sheet.of(page if len(page) <= limits.PAGE_RUNS else [], text, first)
        for page, first in zip(pages, firsts, strict=False)
    ]
    body = body_type_size([line for sheet in sheets for line in sheet.lines])
    every = [group_into_blocks(sheet.lines, body) for sheet in sheets]
    found = [without_adverts(page) for page in every]
    for number, (page, own) in enumerate(zip(pages, found, strict=True), 1):
        if len(page) > limits.PAGE_RUNS or len(own) > limits.PAGE_BLOCKS:
            yield InputError(f"page {number} is in more pieces than any newspaper's: give its text as .txt")
            own.clear()
    dates = [furniture.page_date(sheet.folio) for sheet in sheets]
    paper = furniture.page_paper([line for sheet in sheets for line in sheet.folio])
    places = {at: line for sheet in sheets for line in sheet.places for at in line.text.offsets if at >= 0}
    first_date = next(filter(None, dates), None)
    number = 0
    for page_number, article in _articles(found, body):
        number += 1
        date = dates[page_number - 1] or first_date
        printed = PageArticle(article.title.of_file(raw), article.body.of_file(raw))
        boxes = tuple(_boxes(printed.whole.offsets, places))
        yield article_record(path, f"{path.stem}-{number:02}", printed, date, paper, boxes)
    if not number:
        raise InputError("the pages hold no article, only furniture: give pages with text")
    for sheet, whole, kept in zip(sheets, every, found, strict=True):
        adverts = [line for block in whole if block not in kept for line in block.lines]
        for line in [*sheet.aside, *map(sheet.in_place, adverts)]:
            yield Aside(line.text.of_file(raw).text, line.page, *_corners(line))


def _articles(pages: Sequence[Sequence[TextBlock]], body: float) -> Iterator[tuple[int, PageArticle]]:
    """The page and text of each article, in the order in which they begin."""
    found = [block for page in pages for block in page]
    captions = [block for block in found if _is_caption(block, body)]
    texts = [[block for block in page if not _is_caption(block, body)] for page in pages]
    every = [block for page in texts for block in page]
    indented = _is_indented(every)
    parts = [chain for page in texts for chain in chain_blocks(page, indented=indented)]
    whole = join_jumps(parts, indented=indented)
    articles: list[_Found] = []
    for chain in whole:
        if len(chain) == 1 and cues.is_photo(chain[0].text):
            captions.append(chain[0])
        else:
            articles.append(_Found(chain, []))
    if not articles:  # photographs alone
        articles, captions = [_Found([caption], []) for caption in captions], []
    _give(captions, articles)
    widths = _widths(found)
    for article in articles:
        for one in _read(article, widths, indented=indented):
            yield article.chain[0].page, one


def _aside(sheet: Sequence[TextLine]) -> list[TextLine]:
    """The furniture among the lines of a page: what shows itself as such, and what is short beside it."""
    lines = [_line(line, line.x0) for line in sheet]
    known = [line for index, line in enumerate(sheet) if furniture.is_furniture(lines, index)]
    return [
        line
        for line in sheet
        if line in known or (_may_be_folio(line) and any(_is_level(line, other) for other in known))
    ]


def _may_be_folio(line: TextLine) -> bool:
    """Whether a line is short, or the date of the page."""
    return len(line.text.text) <= _SHORT or furniture.page_date([_line(line, line.x0)]) is not None


def _is_level(line: TextLine, other: TextLine) -> bool:
    """Whether a line stands beside another in the same size."""
    return abs(line.middle - other.middle) < other.size / 2 and abs(line.size - other.size) < other.size / 4


def _is_caption(block: TextBlock, body: float) -> bool:
    if block.large or len(block.lines) > _CAPTION_LINES or len(block.text) > _CAPTION:
        return False
    return block.size <= _SMALL * body


def _is_indented(found: Sequence[TextBlock]) -> bool:
    """Whether the first lines of paragraphs are indented."""
    texts = [block for block in found if not block.large and len(block.lines) > 2]
    with_indent = [
        block
        for block in texts
        if any(_MIN_INDENT <= (line.x0 - block.edge) / line.size <= _MAX_INDENT for line in block.lines)
    ]
    return len(with_indent) > _INDENTED * len(texts)


def _give(captions: Iterable[TextBlock], articles: Sequence[_Found]) -> None:
    """Give each caption to an article of its page; of the pages before and after where it has none."""
    of_page: dict[int, list[_Found]] = defaultdict(list)
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


def _owner(caption: TextBlock, articles: Sequence[_Found], wholes: Sequence[frozenset[str]]) -> _Found:
    """The article that a caption belongs to: it stands within it, and shares its words (in `wholes`)."""
    own = character_pairs(caption.text)
    rarity = Rarity([own, *wholes])
    scores = [
        rarity.likeness(own, whole) + _WITHIN * _is_within(caption, article.chain)
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


def _widths(found: Sequence[TextBlock]) -> dict[tuple[int, float], float]:
    """The width of the column at each left edge of a page, in points: where most of its lines end."""
    ends: dict[tuple[int, float], Counter[float]] = defaultdict(Counter)
    for block in found:
        if not block.large:
            for line in block.lines:
                ends[block.page, block.edge][round((line.x1 - block.edge) / _EVEN) * _EVEN] += 1
    return {column: max(widths, key=lambda width: (widths[width], width)) for column, widths in ends.items()}


def _read(
    article: _Found, widths: Mapping[tuple[int, float], float], *, indented: bool
) -> Iterator[PageArticle]:
    """The article of a chain; a chain without a headline may be several."""
    head = [block for block in article.chain[:1] if block.large]
    texts = article.chain[len(head) :]
    lines: list[Line] = []
    columns: list[float] = []
    for block in texts:
        for number, placed in enumerate(block.lines):
            column = widths.get((block.page, block.edge), block.x1 - block.edge) / placed.size
            line = _line(placed, block.edge)
            if number == 0 and lines and cues.ends_sentence(lines[-1].text.text):
                line = replace(line, blanks=int(not indented))
            elif number == 0 and lines and line.indent < 1:  # the sentence goes on, as if its line were full
                lines[-1] = replace(lines[-1], width=columns[-1] - lines[-1].indent)
            lines.append(line)
            columns.append(column)
    how = PageStyle(_INDENT if indented else 0.0, 0, indented, tuple(columns), squeezes=False, ragged=False)
    found = make_blocks(lines, how) if lines else []
    captions = [join((tidy_spaces(line.text) for line in block.lines), "") for block in article.captions]
    if head:
        title = join((tidy_spaces(line.text) for line in head[0].lines), " ")
        body = concat(join_paragraphs(found, range(len(found))))
        yield PageArticle(title, _with(body, captions))
        return
    for extent in boundaries.find_articles(found):
        yield PageArticle(
            join((found[index].text for index in extent.headline), " "),
            _with(concat(join_paragraphs(found, extent.body)), captions),
        )
        captions = []


def _with(body: OffsetText, captions: Sequence[OffsetText]) -> OffsetText:
    return join([part for part in (body, *captions) if part.text], "\n")


def _line(placed: TextLine, edge: float) -> Line:
    """The line in the cells of its column, as hard-wrapped text has it.

    An indent of less than one is that of a mark with its ink on the right, or how exactly a scan was seen.
    """
    start, end = (placed.x0 - edge) / placed.size, (placed.x1 - edge) / placed.size
    indent = start if start >= 1 else 0.0
    return Line(tidy_spaces(placed.text), indent, end - indent, end - indent, 0)


def _boxes(offsets: Sequence[int], places: Mapping[int, TextLine]) -> Iterator[Box]:
    """A box for each line of a text."""
    placed = [(at, places[offset]) for at, offset in enumerate(offsets) if offset in places]
    for line, run in groupby(placed, key=lambda pair: pair[1]):
        at = [index for index, _ in run]
        yield Box(at[0], at[-1] + 1, line.page, *_corners(line))


def _corners(line: TextLine) -> Iterator[float]:
    return (round(length, 1) for length in (line.x0, line.y0, line.x1, line.y1))
