"""The text layer of a newspaper page to its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.reading import cues, furniture, segment
from kg.reading.byline import find_credits
from kg.reading.lines import split
from kg.reading.reflow import Block, blocks
from kg.reading.segment import Extent
from kg.reading.setting import setting
from kg.reading.spaces import tidy
from kg.reading.traced import Traced, concat, join
from kg.records import Article, Origin

# A page has at least this many lines, and this share of them breaks off within a sentence.
_MIN_LINES = 4
_WRAPPED = 0.4
# A wrapped line is no wider than this, in cells.
_MAX_COLUMN = 60


@dataclass(frozen=True, slots=True)
class PageArticle:
    """One article of a page; title and body know where each character stood."""

    title: Traced
    body: Traced


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: its articles, its date where the folio gives one, and the furniture left over."""

    articles: tuple[PageArticle, ...]
    date: str | None
    furniture: tuple[Traced, ...]


def read_text(path: Path, raw: str) -> Iterator[Article | InputError]:
    """The articles of a .txt file: those of a page, or the one it is."""
    if not is_page(raw):
        yield _plain(path, raw)
        return
    page = read_page(raw)
    if not page.articles:
        raise InputError("the page holds no article: nothing but furniture and headlines was found")
    for number, article in enumerate(page.articles, 1):
        yield _record(path, f"{path.stem}-{number:02}", article, page.date)


def _record(path: Path, name: str, article: PageArticle, date: str | None) -> Article:
    whole = join([part for part in (article.title, article.body) if part.text], "\n")
    return Article(
        id=name,
        title=article.title.text,
        text=whole.text,
        date=date,
        byline=find_credits(whole.text),
        origin=Origin(str(path), whole.offsets),
    )


def _plain(path: Path, raw: str) -> Article:
    """One article: each line is a paragraph, the first its title where it does not end a sentence."""
    paragraphs = [tidy(line.text) for line in split(raw)]
    titled = len(paragraphs) > 1 and not cues.ends_sentence(paragraphs[0].text)
    title = paragraphs[0] if titled else Traced("", ())
    body = join(paragraphs[1:] if titled else paragraphs, "\n")
    return _record(path, path.stem, PageArticle(title, body), None)


def is_page(raw: str) -> bool:
    """Whether the text is hard-wrapped: most of its lines break off within a sentence."""
    lines = split(raw)
    if len(lines) < _MIN_LINES or sorted(line.width for line in lines)[len(lines) * 9 // 10] > _MAX_COLUMN:
        return False
    broken = sum(not cues.ends_sentence(line.text.text) for line in lines)
    return broken >= _WRAPPED * len(lines)


def read_page(raw: str) -> Page:
    """The articles of a page, in the order in which their text stands."""
    every = split(raw)
    aside = [line for index, line in enumerate(every) if furniture.is_furniture(every, index)]
    lines = [line for line in every if line not in aside]
    if not lines:
        return Page((), furniture.page_date(aside), tuple(line.text for line in aside))
    found = blocks(lines, setting(lines))
    return Page(
        tuple(_article(found, article) for article in segment.articles(found)),
        furniture.page_date(aside),
        tuple(line.text for line in aside),
    )


def _article(found: Sequence[Block], article: Extent) -> PageArticle:
    return PageArticle(
        title=join((found[index].text for index in article.headline), " "),
        body=concat(_paragraphs(found, article.body)),
    )


def _paragraphs(found: Sequence[Block], body: Sequence[int]) -> Iterator[Traced]:
    """The blocks of a body with the newlines between them; soft blocks go on with what is before them."""
    for at, index in enumerate(body):
        if at and not (found[index].soft and body[at - 1] == index - 1):
            yield Traced.inserted("\n")
        yield found[index].text
