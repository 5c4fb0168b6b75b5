"""An article in sentences, each with its place; without the datelines, which are no part of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from kg.language.datelines import skip_dateline
from kg.language.text import sentences
from kg.model.records import Article

_OWN_REPORT = re.compile("(?:本报|新华社)(?=[^，。；]{0,14}日电)")


class SentenceSpan(NamedTuple):
    """A sentence at [start, end) of the text, the number of its paragraph, whether it is of the headline."""

    start: int
    end: int
    paragraph: int
    headline: bool


def split_sentences(article: Article) -> list[SentenceSpan]:
    """The sentences without the dateline (A网讯（记者B）) that opens a paragraph."""
    spans = list(_story(article))
    edges = [0, *(start for start, _ in spans)]
    paragraphs = accumulate(article.text.count("\n", *edge) for edge in pairwise(edges))
    return [
        SentenceSpan(start, end, paragraph, start < len(article.title))
        for paragraph, (start, end) in zip(paragraphs, spans, strict=True)
    ]


def _story(article: Article) -> Iterator[tuple[int, int]]:
    for start, end in sentences(article.text):
        opens = start == 0 or article.text[start - 1] == "\n"
        begin = start
        if opens and start >= len(article.title):
            begin = min(skip_dateline(article.text, start), end)
        # A subheading may run on into the dateline without a line's end.
        inner = next(_inner_datelines(article.text, begin + 1, end), None)
        if inner:
            yield begin, inner[0]
            begin = inner[1]
        if begin < end:
            yield begin, end


def _inner_datelines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The datelines in text[start:end], which begin with an agency's or the paper's own name."""
    for match in _OWN_REPORT.finditer(text, start, end):
        if (rest := skip_dateline(text, match.start())) > match.start():
            yield match.start(), min(rest, end)
