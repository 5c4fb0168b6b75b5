"""The keys of entities: articles that give a thing the same key mean the same thing.

A name that says enough is its own key. One that leaves the area unsaid (市委), or that many things have (村),
is kept apart from the same name in other articles by the article's id.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from kg.language.text import alternation
from kg.model import iri

_TABLES = tomllib.loads(files("kg.identity").joinpath("keys.toml").read_text("utf-8"))
ELLIPTIC_LEVELS = tuple(_TABLES["elliptic_levels"].split())
_LOCAL_PLACES = tuple(_TABLES["local_places"].split())
_ELLIPTIC = re.compile(rf"^({alternation(ELLIPTIC_LEVELS)})(?=\S)(?!级)")
# A shorter name of a body says too little.
_SHORTEST_BODY = 3


def person_key(name: str) -> str:
    """The key of a person: namesakes are one."""
    return iri.key("person", name)


def body_key(article: str, name: str) -> str:
    """The key of a body; one whose area nobody names (市委) is another one in another article."""
    if is_elliptic(name) or len(name) < _SHORTEST_BODY:
        return iri.key("organisation", article, name)
    return iri.key("organisation", name)


def place_key(article: str, name: str, *, ambiguous: bool) -> str:
    """The key of a place that is no division of the gazetteer, or an `ambiguous` one of several.

    Namesake areas, villages and nameless rooms are apart by their article.
    """
    local = ambiguous or name.endswith(_LOCAL_PLACES) or is_elliptic(name)
    return iri.key("place", article, name) if local else iri.key("place", name)


def division_key(name: str, parent: str = "") -> str:
    """The key of an administrative division; `parent` is what one with namesakes lies in."""
    return iri.key("place", parent + name)


def event_key(article: str, name: str) -> str:
    """The key of an event, which is that of one article."""
    return iri.key("event", article, name)


def elliptic_level(name: str) -> str | None:
    """The level of the area that a name leaves unsaid: 市 in 市总工会; None for other names."""
    match = _ELLIPTIC.match(name)
    return match.group(1) if match else None


def is_elliptic(name: str) -> bool:
    """Whether a name leaves its area unsaid: 市总工会, 县委, 省残联."""
    return elliptic_level(name) is not None
