"""The text layer of a newspaper page to its articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.language.script import simplified
from kg.model.errors import InputError
from kg.model.records import Article, Box, Origin
from kg.reading.article import new_article
from kg.reading.formats import limits
from kg.reading.offset_text import OffsetText, concat, join
from kg.reading.press import cues
from kg.reading.wrapped import boundaries, furniture
from kg.reading.wrapped.boundaries import Extent
from kg.reading.wrapped.lines import inked_spans, split_lines
from kg.reading.wrapped.page_style import common_column, measure_style
from kg.reading.wrapped.paragraphs import Block, make_blocks
from kg.reading.wrapped.whitespace import tidy_spaces

# Text is hard-wrapped where so many lines, and this share of them, are as wide as the column and break off
# within a sentence.
_MIN_WRAPPED_LINES, _WRAPPED_SHARE = 3, 0.3
# A column of a newspaper is no wider, in cells.
_MAX_COLUMN = 60
# So many characters at the beginning of a file show whether it is hard-wrapped.
_BEGINNING = 20_000
# The pages of one file: a form feed parts them.
_PAGE = re.compile(r"[^\f]+")


@dataclass(frozen=True, slots=True)
class PageArticle:
    """One article of a page; title and body know where each character stood."""

    title: OffsetText
    body: OffsetText

    @property
    def whole(self) -> OffsetText:
        """Title, newline and body."""
        return join([part for part in (self.title, self.body) if part.text], "\n")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its articles, its date and newspaper where folio or masthead give them, and the furniture."""

    articles: tuple[PageArticle, ...]
    date: str | None
    paper: str | None
    furniture: tuple[OffsetText, ...]


def read_text(path: Path, raw: str) -> Iterator[Article | InputError]:
    """The articles of a .txt file: those of its pages, or the one it is."""
    if len(raw) > limits.TEXT_CHARACTERS:
        raise InputError(f"it is longer than {limits.TEXT_CHARACTERS} characters: give its pages")
    if not is_wrapped(raw):
        yield _plain(path, raw)
        return
    number = 0
    # The cues are in simplified script; the articles get their own characters back.
    read = simplified(raw)
    for match in _PAGE.finditer(raw):
        page = read_page(read, *match.span())
        for article in page.articles:
            number += 1
            own = PageArticle(article.title.of_file(raw), article.body.of_file(raw))
            yield article_record(path, f"{path.stem}-{number:02}", own, page.date, page.paper)
    if not number:
        raise InputError("the page holds no article, only furniture: give a page with text")


def is_wrapped(raw: str) -> bool:
    """Whether the text is hard-wrapped, as the text layer of a page is."""
    lines = split_lines(raw, 0, _BEGINNING)
    if not lines or (column := common_column(lines)) > _MAX_COLUMN:
        return False
    wrapped = sum(line.fills(column) and not cues.ends_sentence(line.text.text) for line in lines)
    return wrapped >= max(_MIN_WRAPPED_LINES, _WRAPPED_SHARE * len(lines))


def read_page(raw: str, start: int = 0, end: int | None = None) -> Page:
    """The articles of the page in [start, end) of a text, in the order in which they begin."""
    every = split_lines(raw, start, len(raw) if end is None else end)
    aside = [furniture.is_furniture(every, index) for index in range(len(every))]
    left = [line for line, is_aside in zip(every, aside, strict=True) if is_aside]
    lines = [line for line, is_aside in zip(every, aside, strict=True) if not is_aside]
    found = make_blocks(lines, measure_style(lines)) if lines else []
    return Page(
        tuple(_article(found, article) for article in boundaries.find_articles(found)),
        furniture.page_date(left),
        furniture.page_paper(left),
        tuple(line.text for line in left),
    )


def _plain(path: Path, raw: str) -> Article:
    """One article: each line is a paragraph, the first its title where it does not end a sentence."""
    paragraphs = [
        tidy_spaces(OffsetText.of(raw, start, end)) for _, start, end in inked_spans(raw, 0, len(raw))
    ]
    if not paragraphs:
        raise InputError("the file holds nothing that is seen: give the text of a page or article")
    titled = len(paragraphs) > 1 and not cues.ends_sentence(paragraphs[0].text)
    title = paragraphs[0] if titled else OffsetText("", ())
    body = join(paragraphs[1:] if titled else paragraphs, "\n")
    return article_record(path, path.stem, PageArticle(title, body))


def article_record(
    path: Path,
    name: str,
    article: PageArticle,
    date: str | None = None,
    source: str | None = None,
    boxes: tuple[Box, ...] = (),
) -> Article:
    """The article as the stages after the reader get it."""
    whole = article.whole
    return new_article(
        name,
        article.title.text,
        whole.text,
        date=date,
        source=source,
        origin=Origin(str(path), whole.offsets, boxes),
    )


def _article(found: Sequence[Block], article: Extent) -> PageArticle:
    return PageArticle(
        title=join((found[index].text for index in article.headline), " "),
        body=concat(join_paragraphs(found, article.body)),
    )


def join_paragraphs(found: Sequence[Block], body: Sequence[int]) -> Iterator[OffsetText]:
    """The blocks of a body with the newlines between them; soft blocks go on with what is before them."""
    for at, index in enumerate(body):
        if at and not (found[index].soft and body[at - 1] == index - 1):
            yield OffsetText.inserted("\n")
        yield found[index].text
