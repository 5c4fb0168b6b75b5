"""Strict scores of the names in articles, by type."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import spacy

from kg.model.records import Mention
from kg.model.score import Score
from kg.ner.characters import CharacterTokenizer
from kg.ner.recognisers.press import BY, PressModel
from kg.ner.recognisers.windows import NetworkRecogniser
from kg.ner.rules.document import NerDocument, read_document
from kg.ner.training.examples.articles import AnnotatedArticle
from kg.ner.training.examples.corpora import PRESS_LABELS
from kg.ner.training.examples.tags import Span


def recognised(model: PressModel, texts: Iterable[str]) -> Iterator[NerDocument]:
    """Each text with the words and names that a model finds in it, before any rule."""
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    return map(read_document, NetworkRecogniser(nlp, model, BY).pipe(map(nlp.make_doc, texts)))


def spans_of(names: Iterable[Mention]) -> list[Span]:
    """Where names stand, and their types."""
    return [(name.start, name.end, name.type) for name in names]


def recognise(model: PressModel, texts: Iterable[str]) -> Iterator[list[Span]]:
    """The names that a model finds in each text, before any rule."""
    return (spans_of(document.names) for document in recognised(model, texts))


def score_names(articles: Iterable[AnnotatedArticle], found: Iterable[Collection[Span]]) -> dict[str, Score]:
    """The strict counts of each type, and of all."""
    scores = dict.fromkeys((*PRESS_LABELS, "all"), Score())
    for article, guesses in zip(articles, found, strict=True):
        for label in scores:
            a, b = ({s for s in side if label in {s[2], "all"}} for side in (article.names, guesses))
            scores[label] += Score(len(a), len(b), len(a & b))
    return scores


def told(scores: Mapping[str, Score]) -> str:
    """F of each type, and precision and recall of all, in a line."""
    of_types = ", ".join(f"{label} {counts.f1:.3f}" for label, counts in scores.items())
    total = scores["all"]
    return f"{of_types} ({total.precision:.3f} / {total.recall:.3f})"
