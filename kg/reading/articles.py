"""The record of an article, made in one way whatever it was read from."""

from __future__ import annotations

from kg.errors import InputError
from kg.reading import limits
from kg.reading.byline import find_credits
from kg.records import Article, Origin


def new_article(
    name: str,
    title: str,
    text: str,
    *,
    date: str | None = None,
    source: str | None = None,
    origin: Origin | None = None,
) -> Article:
    """The article with its byline; `text` begins with the title. InputError where it is too long for one."""
    if len(text) > limits.ARTICLE_CHARACTERS:
        raise InputError(
            f"article {name!r} is longer than {limits.ARTICLE_CHARACTERS} characters: give its parts"
        )
    return Article(name, title, text, date, source, find_credits(text), origin)
