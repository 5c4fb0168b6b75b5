"""Strict scores of the names in articles, by type."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kg.evaluation.scores import Score
from kg.model.records import Mention
from kg.ner.recognisers.press import PressModel
from kg.ner.recognisers.windows import pieces
from kg.ner.spans import stripped
from kg.ner.training.articles import Article
from kg.ner.training.corpora import PRESS_LABELS
from kg.ner.training.tags import Span


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


def score_names(articles: Iterable[Article], found: Iterable[Collection[Span]]) -> dict[str, Score]:
    """The strict scores of each type, and of all."""
    scores = dict.fromkeys((*PRESS_LABELS, "all"), Score())
    for article, guesses in zip(articles, found, strict=True):
        for label in scores:
            a, b = ({s for s in side if label in {s[2], "all"}} for side in (article.names, guesses))
            scores[label] += Score(len(a), len(b), len(a & b))
    return scores


def told(scores: Mapping[str, Score]) -> str:
    """F of each type, and precision and recall of all, in a line."""
    of_types = ", ".join(f"{label} {score.f1:.3f}" for label, score in scores.items())
    return f"{of_types} ({scores['all'].precision:.3f} / {scores['all'].recall:.3f})"
