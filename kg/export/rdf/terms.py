"""Resources and values of RDF, made of plain text and numbers; pyoxigraph checks each IRI and literal."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import pyoxigraph as ox

from kg.model.ontology import class_iris, expand

Value = ox.NamedNode | ox.Literal
# A prefixed predicate with its values; none means that there is nothing to say.
Fact = tuple[str, *tuple[Value, ...]]

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Resource:
    """One subject with its predicates in the order they are to be read, each with its values."""

    subject: ox.NamedNode
    facts: tuple[tuple[ox.NamedNode, tuple[Value, ...]], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Resources that belong together, under a heading or in a named graph."""

    heading: str | None
    resources: Iterable[Resource]
    graph: ox.NamedNode | None = None


def member(node: str, class_: str, *facts: Fact) -> Resource:
    """A resource of a class of ours, with all the classes above it."""
    return described(node, ("rdf:type", *map(ox.NamedNode, class_iris(class_))), *facts)


def part(node: str, classes: str, *facts: Fact) -> Resource:
    """A resource of classes that other vocabularies define, separated by blanks."""
    return described(node, ("rdf:type", *map(vocabulary, classes.split())), *facts)


def described(node: str, *facts: Fact) -> Resource:
    """A resource of which the facts are all that is said."""
    stated = ((vocabulary(name), tuple(values)) for name, *values in facts if values)
    return Resource(ox.NamedNode(node), tuple(stated))


@cache
def vocabulary(name: str) -> ox.NamedNode:
    """The term that a prefixed name stands for."""
    return ox.NamedNode(expand(name))


def scalar(text: str) -> str:
    """The text as RDF can hold it: a lone surrogate is no character, U+FFFD keeps its place."""
    return _SURROGATE.sub("\ufffd", text)


def zh(text: str) -> ox.Literal:
    """Words in Chinese."""
    return ox.Literal(scalar(text), language="zh")


def plain(text: str) -> ox.Literal:
    """A string in no language."""
    return ox.Literal(scalar(text))


def optional(text: str | None) -> list[ox.Literal]:
    """A plain string where there is one."""
    return [plain(text)] if text else []


def count(number: int) -> ox.Literal:
    """A number that something has, from 0 on."""
    return ox.Literal(str(number), datatype=vocabulary("xsd:nonNegativeInteger"))


def decimal(number: float) -> ox.Literal:
    """A number without an exponent."""
    return ox.Literal(f"{Decimal(str(float(number))):f}", datatype=vocabulary("xsd:decimal"))


def optional_date(text: str | None) -> list[ox.Literal]:
    """A typed xsd:date where the text is one, else a plain string."""
    if not text:
        return []
    return [ox.Literal(text, datatype=vocabulary("xsd:date")) if is_date(text) else plain(text)]


def is_date(text: str) -> bool:
    """Whether the text is a day as ISO 8601 writes it in full."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
