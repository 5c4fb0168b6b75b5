"""What articles say, part by part, and the IRIs by which the graph knows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal, NamedTuple

from kg.identity.keys import person_key
from kg.model import iri
from kg.model.records import Claim, Credit, Entity, EntityMention, LinkedArticle

Annotation = Entity | EntityMention | Claim | Credit


class Part(NamedTuple):
    """Something that articles say, and that can be left out by itself.

    `node` is the IRI of an article, entity or claim, or of the entity whose time, official code or, with its
    `words`, whose alias it is.
    """

    kind: Literal["article", "entity", "claim", "time", "code", "alias"]
    node: str
    words: str = ""


def parts(linked: LinkedArticle, base_iri: str) -> Iterator[Part]:
    """All the parts of an article."""
    yield Part("article", base_iri + iri.key("article", linked.article.id))
    byline = linked.article.byline
    annotations: tuple[Iterable[Annotation], ...] = linked.entities, linked.mentions, linked.claims, byline
    for annotation in chain.from_iterable(annotations):
        yield part(annotation, linked, base_iri)
    for entity in linked.entities:
        yield Part("time", base_iri + entity.id)
        yield Part("code", base_iri + entity.id)
    for credit in byline:
        yield Part("entity", base_iri + credited(linked, credit))


def part(annotation: Annotation, linked: LinkedArticle, base_iri: str) -> Part:
    """The part that an annotation of an article is."""
    match annotation:
        case Entity(id=key):
            return Part("entity", base_iri + key)
        case EntityMention(start=start, end=end, entity=key):
            return Part("alias", base_iri + key, linked.article.text[start:end])
        case Claim():
            return Part("claim", base_iri + stated_key(linked.article.id, annotation))
        case Credit():
            return Part("claim", base_iri + reported_key(linked, annotation))


def credited(linked: LinkedArticle, credit: Credit) -> str:
    """The key of a byline's person: of the mention on the same spot, or by name."""
    persons = {entity.id for entity in linked.entities if entity.type == "Person"}
    for mention in linked.mentions:
        if (mention.start, mention.end) == (credit.start, credit.end) and mention.entity in persons:
            return mention.entity
    return person_key(credit.name)


def stated_key(article: str, claim: Claim) -> str:
    """The key of a claim of the article of that id."""
    return _claim_key(article, claim.subject, claim.predicate, claim.title, claim.object)


def reported_key(linked: LinkedArticle, credit: Credit) -> str:
    """The key of the claim that a person of the byline reported the article."""
    return _claim_key(linked.article.id, None, "reportedBy", credit.role, credited(linked, credit))


def _claim_key(article: str, subject: str | None, predicate: str, detail: str | None, object_: str) -> str:
    """`claim/page-01/person/张三/holdsPosition=主席/organisation/某工会`: what is claimed, readable."""
    relation = predicate if detail is None else f"{predicate}={iri.segment(detail)}"
    return "/".join(step for step in (iri.key("claim", article), subject, relation, object_) if step)
