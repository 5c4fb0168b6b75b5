"""The NER stage: persons, organisations, places and titles, as a spaCy pipeline.

A recogniser that learned (our own, LAC, or any spaCy pipeline) comes first, then rule components for what is
surer by rule. Each component is a registered factory: see `pipeline.cfg`, or `load("…").pipe_names`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from kg.model.records import Article, Mention
from kg.ner.pipeline import load
from kg.ner.spans import read_names, read_titles, write_names

__all__ = ["load", "mentions", "mentions_given"]


def mentions(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Mention, ...]]:
    """The mentions of each article, in order of the text; sentences of many articles run together."""
    for doc in nlp.pipe(_doc(nlp, article) for article in articles):
        yield _mentions_of(doc)


def mentions_given(
    nlp: Language, articles: Iterable[Article], names: Iterable[Sequence[Mention]]
) -> Iterator[tuple[Mention, ...]]:
    """The mentions of each article where its names are known: the titles are found beside these."""
    for doc, known in zip(nlp.pipe(_doc(nlp, article) for article in articles), names, strict=True):
        write_names(doc, known)
        yield _mentions_of(nlp.get_pipe("kg_titles")(doc))


def _mentions_of(doc: Doc) -> tuple[Mention, ...]:
    return tuple(sorted([*read_names(doc), *read_titles(doc)], key=lambda m: (m.start, m.end, m.type)))


def _doc(nlp: Language, article: Article) -> Doc:
    doc = nlp.make_doc(article.text)
    doc._.kg_credits = article.byline
    return doc
