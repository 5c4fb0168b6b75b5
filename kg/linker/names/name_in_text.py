"""A name where it stands in an article, with all that a rule may ask to tell what it is short for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from kg.language.divisions import Gazetteer
from kg.linker.names.areas import Areas
from kg.linker.names.discourse import Discourse


@dataclass(frozen=True, slots=True)
class NameInText:
    """A body's or place's name that ends at text[end], and what is around and before it.

    `neighbour` is the canonical name of the body or place before it in the phrase, `list_end` the name of the
    body that closes the list in which it stands; None where there is no such thing.
    """

    surface: str
    type: Literal["Organisation", "Place"]
    text: str
    end: int
    areas: Areas
    gazetteer: Gazetteer
    discourse: Discourse
    neighbour: str | None = None
    list_end: str | None = None


# Gives the canonical name, None where the rule does not know it.
NameRule = Callable[[NameInText], str | None]


def first_known(rules: Iterable[NameRule], name: NameInText) -> tuple[NameRule, str] | None:
    """The first of the rules that knows the canonical name, and that name; None where none does."""
    for rule in rules:
        if canonical := rule(name):
            return rule, canonical
    return None
