"""Canonical names to entities, with their keys, and the codes of divisions."""

from __future__ import annotations

from collections.abc import Sequence

from kg.identity.keys import body_key, division_key, person_key, place_key
from kg.language.divisions import Division, Gazetteer, short_forms
from kg.linker.names.areas import Areas
from kg.model.records import Article, Entity, MentionType


def entity_of(article: Article, type_: MentionType, name: str, areas: Areas, gazetteer: Gazetteer) -> Entity:
    """The person, organisation or place that has a canonical name in an article."""
    if type_ == "Person":
        return Entity(person_key(name), "Person", name)
    if type_ == "Organisation":
        return Entity(body_key(article.id, name), "Organisation", name)
    namesakes = [division for division in gazetteer.lookup(name) if _is_called(division, name)]
    division = _the_division(namesakes, areas, gazetteer)
    if division is None:
        return Entity(place_key(article.id, name, ambiguous=len(namesakes) > 1), "Place", name)
    chain = gazetteer.chain(division) if len(namesakes) > 1 else ()
    key = division_key(division.name, chain[0].name if chain else "")
    return Entity(key, "Place", name, "AdministrativeDivision", division.code)


def _is_called(division: Division, name: str) -> bool:
    """Whether a division has this name, or is a prefecture that the press calls so: 楚雄州."""
    if division.name.endswith("自治州") and name.endswith("州"):
        return name == division.name or name in short_forms(division.name)
    return name == division.name


def _the_division(divisions: Sequence[Division], areas: Areas, gazetteer: Gazetteer) -> Division | None:
    """The division meant: the only one of its name, or the only one below an area that the article names."""
    if len(divisions) == 1:
        return divisions[0]
    below = [d for d in divisions if any(parent.name in areas for parent in gazetteer.chain(d))]
    return below[0] if len(below) == 1 else None
