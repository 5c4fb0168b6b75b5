"""The record of an article, made in one way whatever it was read from."""

from __future__ import annotations

from kg.model.errors import InputError
from kg.model.records import Article, Origin
from kg.reading.formats import limits
from kg.reading.press.byline import find_credits
from kg.reading.press.publication import UNKNOWN, parse_publication_line

# The line that says where and when an article appeared is among so many at its top.
TOP_LINES = 4


def new_article(
    name: str,
    title: str,
    text: str,
    *,
    date: str | None = None,
    source: str | None = None,
    origin: Origin | None = None,
) -> Article:
    """The article with its byline; `text` begins with the title. InputError where it is too long for one.

    Without a date or source it has that of a line below its headline.
    """
    if len(text) > limits.ARTICLE_CHARACTERS:
        raise InputError(
            f"article {name!r} is longer than {limits.ARTICLE_CHARACTERS} characters: give its parts"
        )
    top = text.split("\n", TOP_LINES)[:TOP_LINES]
    printed = next(filter(None, map(parse_publication_line, top)), UNKNOWN)
    return Article(
        name, title, text, date or printed.date, source or printed.source, find_credits(text), origin
    )
