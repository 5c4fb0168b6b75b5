"""The stages of one article in their order: NER, then the linker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg import linker, ner
from kg.records import Article, LinkedArticle, Mention

if TYPE_CHECKING:
    from spacy.language import Language


def annotate(nlp: Language, articles: Sequence[Article]) -> Iterator[LinkedArticle]:
    """Each article with all that is found in it, in the order given."""
    for article, mentions in zip(articles, ner.mentions(nlp, articles), strict=True):
        yield linker.link(article, mentions)


def annotate_with(
    nlp: Language, articles: Sequence[Article], gold: Sequence[LinkedArticle]
) -> Iterator[LinkedArticle]:
    """Each article with what the linker finds when the names are those of the gold; titles are still ours."""
    for article, mentions, named in zip(articles, ner.mentions(nlp, articles), gold, strict=True):
        titles = [mention for mention in mentions if mention.type == "Title"]
        yield linker.link(article, sorted([*titles, *_names(named)], key=lambda m: (m.start, m.end, m.type)))


def _names(linked: LinkedArticle) -> Iterator[Mention]:
    types = {entity.id: entity.type for entity in linked.entities}
    for mention in linked.mentions:
        type_ = types[mention.entity]
        if type_ != "Event":  # events are found by the linker
            yield Mention(mention.start, mention.end, type_, mention.by)
