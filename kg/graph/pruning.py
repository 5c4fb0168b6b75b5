"""Articles without a part of what was found in them: a claim, an entity with all that hangs on it, a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from kg.graph.parts import Annotation, Part, credited, part, parts
from kg.model import iri
from kg.model.records import Entity, LinkedArticle


def without(articles: Iterable[LinkedArticle], left_out: Set[Part], base_iri: str) -> Iterator[LinkedArticle]:
    """The articles without some parts and what hangs on these: the claims and mentions of an entity."""
    for linked in articles:
        if left_out.isdisjoint(parts(linked, base_iri)):
            yield linked
        elif Part("article", base_iri + iri.key("article", linked.article.id)) not in left_out:
            yield _pruned(linked, left_out, base_iri)


def _pruned(linked: LinkedArticle, left_out: Set[Part], base_iri: str) -> LinkedArticle:
    def stays(annotation: Annotation, *entities: str) -> bool:
        own = (Part("entity", base_iri + key) for key in entities)
        return left_out.isdisjoint((part(annotation, linked, base_iri), *own))

    article = linked.article
    byline = tuple(credit for credit in article.byline if stays(credit, credited(linked, credit)))
    return LinkedArticle(
        replace(article, byline=byline),
        tuple(_bare(entity, left_out, base_iri) for entity in linked.entities if stays(entity)),
        tuple(mention for mention in linked.mentions if stays(mention, mention.entity)),
        tuple(claim for claim in linked.claims if stays(claim, claim.subject, claim.object)),
    )


def _bare(entity: Entity, left_out: Set[Part], base_iri: str) -> Entity:
    """The entity without its time or its code, where that is left out; without a code it is no division."""
    if Part("time", base_iri + entity.id) in left_out:
        entity = replace(entity, time=None)
    if Part("code", base_iri + entity.id) in left_out:
        entity = replace(entity, code=None, kind=None)
    return entity
