"""What no graph can hold: keys that make no IRI, annotations of nothing and of nowhere."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.graph.parts import Annotation, Part, part
from kg.model.errors import InputError
from kg.model.records import Claim, Credit, EntityMention, LinkedArticle

# First parts of the keys that are not entities'.
_RESERVED = frozenset({"article", "build", "claim", "model", "page", "position", "program"})


def misfits(linked: LinkedArticle, base_iri: str) -> Iterator[tuple[Part, str]]:
    """The parts of an article that no graph can hold, each with what is wrong with it."""
    for annotation, message in (*_keys(linked, base_iri), *_strangers(linked), *_nowhere(linked)):
        yield part(annotation, linked, base_iri), message
    text = linked.article.text
    for entity in linked.entities:
        if entity.time and not 0 <= entity.time.start < entity.time.end <= len(text):
            yield (
                Part("time", base_iri + entity.id),
                _lacking(linked, entity.time.start, entity.time.end),
            )


def require_iri(text: str) -> None:
    """Raise InputError for what is not a legal IRI."""
    try:
        ox.NamedNode(text)
    except ValueError as error:
        raise InputError(f"{text!r} is not a legal IRI: {error}") from error


def _keys(linked: LinkedArticle, base_iri: str) -> Iterator[tuple[Annotation, str]]:
    """Entities whose keys are not safe to append to the base and to resolve."""
    for entity in linked.entities:
        try:
            _require_key(base_iri, entity.id)
        except InputError as error:
            yield entity, str(error)


def _require_key(base_iri: str, key: str) -> None:
    first, *_ = steps = key.split("/")
    if first in _RESERVED or ":" in first or {"", ".", ".."} & set(steps) or {"?", "#"} & set(key):
        raise InputError(f"{key!r} cannot name an entity; write type/name, special characters encoded")
    require_iri(base_iri + key)


def _strangers(linked: LinkedArticle) -> Iterator[tuple[Annotation, str]]:
    """Annotations that name no entity of the article."""
    known = {entity.id for entity in linked.entities}
    for mention in linked.mentions:
        if mention.entity not in known:
            yield mention, _speaking(linked, mention.entity)
    for claim in linked.claims:
        if strangers := {claim.subject, claim.object} - known:
            yield claim, _speaking(linked, min(strangers))


def _nowhere(linked: LinkedArticle) -> Iterator[tuple[Annotation, str]]:
    """Annotations that do not lie within the text."""
    annotations: tuple[EntityMention | Claim | Credit, ...]
    annotations = *linked.mentions, *linked.claims, *linked.article.byline
    for one in annotations:
        if not 0 <= one.start <= one.end <= len(linked.article.text):
            yield one, _lacking(linked, one.start, one.end)


def _speaking(linked: LinkedArticle, key: str) -> str:
    return f"article {linked.article.id!r} speaks of {key!r}, which is no entity of it"


def _lacking(linked: LinkedArticle, start: int, end: int) -> str:
    return f"article {linked.article.id!r} has no characters {start} to {end}"
