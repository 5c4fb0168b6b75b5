"""Articles annotated by our guidelines, and their sentences as examples."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.ner.recognisers.windows import pieces
from kg.ner.training.examples.corpora import PRESS, PRESS_LABELS, Example
from kg.ner.training.examples.tags import Span


@dataclass(frozen=True)
class AnnotatedArticle:
    """An article, or a passage of one, and its names; `folds` are those that have articles of its outlet."""

    id: str
    text: str
    names: tuple[Span, ...]
    folds: frozenset[int]

    @property
    def fold(self) -> int:
        """The only fold of its outlet."""
        (fold,) = self.folds
        return fold


def read(path: Path) -> Iterator[AnnotatedArticle]:
    """The articles of a file of annotations; raises ValueError where one has no fold."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if "fold" not in record:
                raise ValueError(f"{path}: {record['id']} has no fold; give each outlet's articles a number")
            types = {entity["id"]: entity["type"] for entity in record["entities"]}
            mentions = ((m["start"], m["end"], types[m["entity"]]) for m in record["mentions"])
            names = tuple(sorted(m for m in mentions if m[2] in PRESS_LABELS))
            yield AnnotatedArticle(record["id"], record["text"], names, frozenset([record["fold"]]))


def examples(articles: Iterable[AnnotatedArticle]) -> Iterator[Example]:
    """The sentences as run time cuts them, with the names that are all in one sentence."""
    for article in articles:
        for start, end in pieces(article.text):
            inside = [
                (a - start, b - start, label) for a, b, label in article.names if start <= a and b <= end
            ]
            yield Example(article.text[start:end], {PRESS: inside})
