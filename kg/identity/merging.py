"""What many articles say of one entity, made into one.

Articles mean the same thing when they give it the same key. Where they
disagree on a property, most articles win; among equals the longer value, then
the first in code-point order: the order of the articles never matters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from kg.model.records import Entity, LinkedArticle

_Value = TypeVar("_Value", str, tuple[str, str, str])


@dataclass(slots=True)
class Votes:
    """What the articles say of one entity: how often each type, name, kind, code and time, and its surfaces.

    A time is (words, first day, last day), "" for a day that is not known.
    """

    types: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    times: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    surfaces: set[str] = field(default_factory=set)

    def add(self, entity: Entity, text: str) -> None:
        """Count the opinion of one article, given its text."""
        self.types[entity.type] += 1
        self.names[entity.name] += 1
        if entity.kind:
            self.kinds[entity.kind] += 1
        if entity.code:
            self.codes[entity.code] += 1
        if time := entity.time:
            self.times[text[time.start : time.end], time.first or "", time.last or ""] += 1

    def attributes(self) -> dict[str, str | list[str] | None]:
        """The entity's node in the graph; the aliases are without the name."""
        name = _elected(self.names)
        time, first, last = _elected(self.times) or ("", "", "")
        return {
            "type": _elected(self.types),
            "name": name,
            "kind": _elected(self.kinds),
            "code": _elected(self.codes),
            "time": time or None,
            "first": first or None,
            "last": last or None,
            "aliases": sorted(self.surfaces - {name}),
        }


def merge(articles: Iterable[LinkedArticle]) -> dict[str, Votes]:
    """The votes on each entity, by its key."""
    merged: dict[str, Votes] = {}
    for linked in articles:
        for entity in linked.entities:
            merged.setdefault(entity.id, Votes()).add(entity, linked.article.text)
        for mention in linked.mentions:
            merged[mention.entity].surfaces.add(linked.article.text[mention.start : mention.end])
    return merged


def _elected(votes: Counter[_Value]) -> _Value | None:
    return min(votes, key=lambda value: (-votes[value], -len("".join(value)), value), default=None)
