"""The stages of one article in their order: NER, then the linker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg import linker, ner
from kg.language.script import as_written, plain_article
from kg.model.records import Article, Claim, LinkedArticle, Mention

if TYPE_CHECKING:
    from spacy.language import Language


def annotate(nlp: Language, articles: Sequence[Article]) -> Iterator[LinkedArticle]:
    """Each article with all that is found in it, in the order given."""
    for article, plain, mentions in recognised(nlp, articles):
        yield doubted(as_written(linker.link(plain, mentions), article))


def doubted(linked: LinkedArticle) -> LinkedArticle:
    """The article with each claim less sure where its evidence was not surely recognised on a scan.

    What the rule says is true only if the words are: its confidence is multiplied by that of the weakest
    stretch of the evidence.
    """
    origin = linked.article.origin
    if origin is None or not origin.doubts:
        return linked
    doubts = origin.doubts

    def weighed(claim: Claim) -> Claim:
        weak = [doubt.confidence for doubt in doubts if doubt.start < claim.end and claim.start < doubt.end]
        return replace(claim, confidence=round(claim.confidence * min(weak), 3)) if weak else claim

    return replace(linked, claims=tuple(map(weighed, linked.claims)))


def annotate_with(
    nlp: Language, articles: Sequence[Article], gold: Sequence[LinkedArticle]
) -> Iterator[LinkedArticle]:
    """Each article with what the linker finds when the names are those of the gold; titles are still ours."""
    plain = [plain_article(article) for article in articles]
    names = (sorted(_names(named), key=lambda m: m.start) for named in gold)
    for article, read, mentions in zip(articles, plain, ner.mentions_given(nlp, plain, names), strict=True):
        yield as_written(linker.link(read, mentions), article)


def recognised(
    nlp: Language, articles: Sequence[Article]
) -> Iterator[tuple[Article, Article, tuple[Mention, ...]]]:
    """Each article as it is and as the rules read it, with the mentions in it."""
    plain = [plain_article(article) for article in articles]
    return zip(articles, plain, ner.mentions(nlp, plain), strict=True)


def _names(linked: LinkedArticle) -> Iterator[Mention]:
    types = {entity.id: entity.type for entity in linked.entities}
    for mention in linked.mentions:
        type_ = types[mention.entity]
        if type_ != "Event":  # events are found by the linker
            yield Mention(mention.start, mention.end, type_, mention.by)
