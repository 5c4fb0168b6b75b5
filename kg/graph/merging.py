"""What many articles say of one entity, made into one.

Articles mean the same thing when they give it the same key. Where they
disagree on a property, most articles win; among equals the longer value, then
the first in code-point order: the order of the articles never matters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.records import Entity, LinkedArticle


@dataclass(slots=True)
class Votes:
    """What the articles call one entity: how often each type, name, kind and code, and its surfaces."""

    types: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    surfaces: set[str] = field(default_factory=set)

    def add(self, entity: Entity) -> None:
        """Count one article's opinion."""
        self.types[entity.type] += 1
        self.names[entity.name] += 1
        if entity.kind:
            self.kinds[entity.kind] += 1
        if entity.code:
            self.codes[entity.code] += 1

    def attributes(self) -> dict[str, str | list[str] | None]:
        """The entity's node in the graph: type, name, kind, code, and aliases without the name."""
        name = _elected(self.names)
        return {
            "type": _elected(self.types),
            "name": name,
            "kind": _elected(self.kinds),
            "code": _elected(self.codes),
            "aliases": sorted(self.surfaces - {name}),
        }


def merge(articles: Iterable[LinkedArticle]) -> dict[str, Votes]:
    """The votes on each entity, by its key."""
    merged: dict[str, Votes] = {}
    for linked in articles:
        for entity in linked.entities:
            merged.setdefault(entity.id, Votes()).add(entity)
        for mention in linked.mentions:
            merged[mention.entity].surfaces.add(linked.article.text[mention.start : mention.end])
    return merged


def _elected(votes: Counter[str]) -> str | None:
    return min(votes, key=lambda value: (-votes[value], -len(value), value), default=None)
