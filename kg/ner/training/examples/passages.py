"""Passages of unlabelled press articles, annotated by our guidelines.

`passages.jsonl` beside this module holds our annotation without the texts, which are not ours to give: a line
names the article, where in it the passage begins, the digest of the passage, its names as [start, end, type],
counted from there, and its events as [start, end]. The texts come from the corpora.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from kg.ner.training.examples.articles import AnnotatedArticle
from kg.ner.training.examples.tags import Span

ANNOTATION = Path(str(files("kg.ner.training.examples").joinpath("passages.jsonl")))
# The corpora that the articles stand in.
_CORPORA = ("rmrb2023.jsonl.xz", "unlabelled.jsonl.xz")
_DIGITS = 16


def read(corpora: Path, annotation: Path = ANNOTATION) -> Iterator[AnnotatedArticle]:
    """The passages with their texts; raises ValueError where a corpus has other texts."""
    texts: dict[str, str] = {}
    for name in _CORPORA:
        texts |= _texts(corpora / name)
    for record in map(json.loads, annotation.read_text("utf-8").splitlines()):
        start, length = record["start"], record["length"]
        text = texts.get(record["id"], "")[start : start + length]
        if digest(text) != record["digest"]:
            raise ValueError(f"{corpora}: {record['id']} is not the article that was annotated")
        names: tuple[Span, ...] = tuple((a, b, label) for a, b, label in record["names"])
        yield AnnotatedArticle(record["id"], text, names, frozenset(record["folds"]))


def digest(text: str) -> str:
    """What tells a passage from any other."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _texts(corpus: Path) -> Iterator[tuple[str, str]]:
    """Each article's id, and its headline and text, the headline once."""
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            title, text = (record.get("title") or "").strip(), record["text"].strip()
            yield record["id"], text if text.startswith(title) else f"{title}\n{text}"
