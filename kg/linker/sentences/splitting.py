"""An article in sentences, each with its place; without the datelines, which are no part of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from kg.language.text import sentences
from kg.model.records import Article

# 本报讯（…）, A网消息（…）：, A社广州5月1日电（…）at the head of a paragraph.
_DATELINE = re.compile(
    r"[^，。；\n]{0,24}?(?:[报网台社刊]讯|消息(?=[（(：:])|[日号]电|报道(?=[（(：:]))\s*(?:[（(][^）)\n]*[）)])?[：:\s]*"
)


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
        dateline = _DATELINE.match(article.text, start) if opens and start >= len(article.title) else None
        begin = min(dateline.end(), end) if dateline else start
        if begin < end:
            yield begin, end
