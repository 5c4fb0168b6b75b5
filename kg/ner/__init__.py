"""The NER stage: persons, organisations, places and titles, as a spaCy pipeline.

A recogniser that learned (our own, LAC, or any spaCy pipeline) comes first, then rule components for what is
surer by rule. Each component is a registered factory: see `pipeline.cfg`, or `load("…").pipe_names`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.model.records import Article, Mention
from kg.ner.pipeline import load
from kg.ner.spans import read_names, read_titles

__all__ = ["load", "mentions"]


def mentions(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Mention, ...]]:
    """The mentions of each article, in order of the text; sentences of many articles run together."""
    for doc in nlp.pipe(_doc(nlp, article) for article in articles):
        yield tuple(sorted([*read_names(doc), *read_titles(doc)], key=lambda m: (m.start, m.end, m.type)))


def _doc(nlp: Language, article: Article) -> Doc:
    doc = nlp.make_doc(article.text)
    doc._.kg_credits = article.byline
    return doc
