"""How well pages are read: the articles found against those that are known to stand on them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from kg.model.records import Article
from tests.reading.printed import Printed
from tests.reading.typeset import without_space


@dataclass(frozen=True)
class Score:
    """Of so many articles: how many are whole, and how many of these have their headline.

    A whole article has its very characters, white space and captions aside. `more` articles were found than
    there are; `lost` and `invented` count the characters of all of them.
    """

    articles: int = 0
    whole: int = 0
    titled: int = 0
    more: int = 0
    lost: int = 0
    invented: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*map(sum, zip(astuple(self), astuple(other), strict=True)))


def score(found: Sequence[Article], truth: Sequence[Printed]) -> Score:
    """The score of one file."""
    own = bodies(found, truth)
    read = [own.get(without_space(printed.body)) for printed in truth]
    titled = [
        article is not None and without_space(article.title) == without_space(printed.title)
        for article, printed in zip(read, truth, strict=True)
    ]
    there = Counter("".join(without_space(one.title + one.body + one.caption) for one in truth))
    got = Counter("".join(without_space(article.text) for article in found))
    return Score(
        len(truth),
        sum(article is not None for article in read),
        sum(titled),
        max(0, len(found) - len(truth)),
        (there - got).total(),
        (got - there).total(),
    )


def bodies(found: Sequence[Article], truth: Sequence[Printed]) -> dict[str, Article]:
    """The articles by their text without headline, captions and white space."""
    captions = [without_space(printed.caption) for printed in truth if printed.caption]
    own = {}
    for article in found:
        body = without_space(article.text.removeprefix(article.title))
        for caption in captions:
            body = body.replace(caption, "")
        own[body] = article
    return own


def known(path: Path) -> list[Printed]:
    """What a typeset page of the development data holds, from the .jsonl file beside it."""
    records = map(json.loads, path.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines())
    return [Printed(record["title"], record.get("body", record["text"])) for record in records]
