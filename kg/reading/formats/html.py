"""A web page to the one article on it: trafilatura separates the main text from what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.language.dates import day_of
from kg.model.errors import InputError
from kg.model.records import Article
from kg.reading.article import TOP_LINES, new_article
from kg.reading.formats import limits
from kg.reading.offset_text import INKLESS
from kg.reading.press import cues
from kg.reading.press.publication import find_only_day, parse_publication_line

if TYPE_CHECKING:
    from lxml.etree import _Element

# The main text alone, and only dates that the page states. Without a last day the library would take today's,
# and read a page differently tomorrow.
_OPTIONS: dict[str, Any] = {
    "include_comments": False,
    "with_metadata": True,
    "date_extraction_params": {
        "extensive_search": False,
        "original_date": True,
        "min_date": "1900-01-01",
        "max_date": "2099-12-31",
    },
}
# The library takes shorter texts for failures and searches on: 250 characters, which is little in European
# scripts but a whole article in Chinese.
_SHORTEST = "50"
# Of trafilatura's elements these begin and end a line; the others stand within one.
_BLOCKS = frozenset(("code", "div", "head", "item", "list", "p", "quote", "row", "table"))
_INK = re.compile(rf"[^{INKLESS}].*[^{INKLESS}]|[^{INKLESS}]")
_SPACE = re.compile(r"\s+")
# What parts a headline from the site's name: _云州新闻网, - 新闻中心.
_SITE = re.compile(r"\s*[-_—–|]")
# The line below a headline that says when and where: 2025年6月4日 08:12 来源：云州日报 字号.
_SOURCE = re.compile(r"来源\s*[：:]\s*([^\s，。|－-]{2,20})")
_TIME = re.compile(r"[日\d]\s*\d\d?:\d\d")
# It has no more characters.
_MAX_SOURCE_LINE = 60
# The metadata that give the day.
_DATES = frozenset(
    ("article:published_time", "date", "datepublished", "pubdate", "publicationdate", "publishdate")
)


def read_html(path: Path, text: str) -> Iterator[Article | InputError]:
    """The article of a web page; InputError where it holds none."""
    if len(text) > limits.HTML_CHARACTERS:
        raise InputError(f"it is longer than {limits.HTML_CHARACTERS} characters: give the article alone")
    try:
        from trafilatura import bare_extraction, load_html
        from trafilatura.settings import Document, use_config
    except ImportError:
        raise InputError('web pages need a library: install it (pip install "press-kg[html]")') from None
    tree = load_html(text)
    shown = [] if tree is None else list(_shown(tree))  # the library takes the tree apart
    day = None if tree is None else _day(tree)
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST)
    found = None if tree is None else bare_extraction(tree, config=config, **_OPTIONS)
    if not isinstance(found, Document):
        raise InputError("no article stands out on this web page: give its text as .txt")
    title = _headline(found.title or "", shown)
    lines = list(_lines(found.body))
    body = [line for line in lines[:TOP_LINES] if not (_is_stated(line) or _is_same(line, title))] + lines[
        TOP_LINES:
    ]
    yield new_article(
        path.stem,
        title,
        "\n".join(filter(None, (title, *body))),
        date=day or found.date or next(filter(None, map(find_only_day, filter(_is_stated, shown))), None),
        source=_source(shown) or found.sitename,
    )


def _shown(tree: _Element) -> Iterator[str]:
    """What a browser shows, and what the page says of its source without showing it, piece by piece."""
    for meta in tree.iter("meta"):
        if meta.get("name") == "source":
            content = meta.get("content", "")
            yield content if _SOURCE.search(content) else f"来源：{content}"
    for body in tree.iter("body"):
        yield from filter(None, (_SPACE.sub(" ", text).strip() for text in body.itertext()))


def _day(tree: _Element) -> str | None:
    """The day that the metadata of the page give."""
    for meta in tree.iter("meta"):
        names = {meta.get(name, "").lower() for name in ("name", "property", "itemprop")}
        if names & _DATES and (day := day_of(meta.get("content", ""))):
            return day
    return None


def _headline(title: str, shown: Sequence[str]) -> str:
    """The title, less the site's name behind what the page shows of it."""
    title = _SPACE.sub(" ", title).strip()
    heads = (text for text in shown if title.startswith(text) and _SITE.match(title, len(text)))
    return max(heads, key=len, default=title)


def _source(shown: Sequence[str]) -> str | None:
    """Where the article is from, as the page says: 来源：云州日报; 《云州日报》（2025年6月4日 第 01 版）."""
    if match := _SOURCE.search(" ".join(shown)):
        return match[1]
    return next((line.source for line in map(parse_publication_line, shown) if line and line.source), None)


def _lines(body: _Element) -> Iterator[str]:
    """The text of each paragraph, item of a list or row of a table."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS or (element.tag == "lb" and event == "start"):
            parts.append("\n")
        elif element.tag == "cell" and event == "start":
            parts.append(" ")
        parts.append((element.text if event == "start" else element.tail) or "")
    return (match.group() for line in "".join(parts).split("\n") if (match := _INK.search(line)))


def _is_stated(line: str) -> bool:
    """Whether a line says when and where the article appeared."""
    if len(line) > _MAX_SOURCE_LINE or cues.ends_sentence(line):
        return False
    return bool(
        _SOURCE.search(line) or (_TIME.search(line) and find_only_day(line)) or parse_publication_line(line)
    )


def _is_same(line: str, title: str) -> bool:
    return _SPACE.sub("", line) == _SPACE.sub("", title)
