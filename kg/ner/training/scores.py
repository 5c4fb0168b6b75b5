"""Strict scores of the names in articles, by type."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model.records import Mention
from kg.ner.recognisers.press import PressModel
from kg.ner.recognisers.windows import pieces
from kg.ner.spans import stripped
from kg.ner.training.examples.articles import AnnotatedArticle
from kg.ner.training.examples.corpora import PRESS_LABELS
from kg.ner.training.examples.tags import Span


@dataclass(frozen=True, slots=True)
class NameCounts:
    """How many names the gold has, how many were found, and how many of these are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.gold + self.found)

    def __add__(self, other: NameCounts) -> NameCounts:
        """The counts of both together."""
        return NameCounts(self.gold + other.gold, self.found + other.found, self.right + other.right)


def recognise(model: PressModel, texts: Sequence[str]) -> Iterator[list[Span]]:
    """The names that a model finds in each text, before any rule."""
    for text in texts:
        places = list(pieces(text))
        readings = model.predict([text[start:end] for start, end in places])
        found = (
            stripped(text, Mention(start + a, start + b, label, ""))
            for (start, _), reading in zip(places, readings, strict=True)
            for a, b, label in reading.names
        )
        yield [(name.start, name.end, name.type) for name in found if name]


def score_names(
    articles: Iterable[AnnotatedArticle], found: Iterable[Collection[Span]]
) -> dict[str, NameCounts]:
    """The strict counts of each type, and of all."""
    scores = dict.fromkeys((*PRESS_LABELS, "all"), NameCounts())
    for article, guesses in zip(articles, found, strict=True):
        for label in scores:
            a, b = ({s for s in side if label in {s[2], "all"}} for side in (article.names, guesses))
            scores[label] += NameCounts(len(a), len(b), len(a & b))
    return scores


def told(scores: Mapping[str, NameCounts]) -> str:
    """F of each type, and precision and recall of all, in a line."""
    of_types = ", ".join(f"{label} {counts.f1:.3f}" for label, counts in scores.items())
    total = scores["all"]
    precision, recall = total.right / max(1, total.found), total.right / max(1, total.gold)
    return f"{of_types} ({precision:.3f} / {recall:.3f})"
