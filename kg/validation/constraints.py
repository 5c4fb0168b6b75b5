"""What constraints of SHACL ask of values: their datatype, language, order; of each or of all together."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from kg.export.rdf.terms import is_date
from kg.model.ontology import expand
from kg.validation.triple_index import Term, TripleIndex, key

Comparison = Callable[[Any, Any], bool]
# Given a node and the values that a path leads to from it (the node itself, for a shape of nodes), those
# that break it, or None for all together.
Constraint = Callable[[TripleIndex, Term, Collection[Term]], Collection[Term | None]]


def each_value(holds: Callable[[TripleIndex, Term], bool]) -> Constraint:
    """A constraint that every value must keep by itself."""
    return lambda index, _focus, values: [value for value in values if not holds(index, value)]


def all_values(holds: Callable[[TripleIndex, Collection[Term]], bool]) -> Constraint:
    """A constraint that the values must keep taken together."""
    return lambda index, _focus, values: () if holds(index, values) else (None,)


def compared_with(other: str, holds: Comparison) -> Constraint:
    """Each value must compare so with each value of another predicate of the same node."""
    return lambda index, focus, values: [
        value
        for value in values
        if not all(is_ordered(holds, value, one) for one in index.terms(key(focus), other))
    ]


def is_blank(value: Term) -> bool:
    """Whether a value is a blank node."""
    return isinstance(value, ox.BlankNode)


def is_in_language(value: Term, languages: Iterable[str]) -> bool:
    """Whether a value is text in one of the languages, or in a variant of one (zh-Hans of zh)."""
    tag = value.language if isinstance(value, ox.Literal) else None
    return tag is not None and any(tag == one or tag.startswith(f"{one}-") for one in languages)


def is_of_datatype(value: Term, datatype: str) -> bool:
    """Whether a value has one of the datatypes of WELL_FORMED, given as an IRI, and looks like it."""
    is_typed = isinstance(value, ox.Literal) and value.datatype.value == datatype
    return is_typed and WELL_FORMED[datatype](key(value))


def is_ordered(holds: Comparison, one: Term, other: Term) -> bool:
    """Whether a comparison holds; between things that have no order it does not."""
    first, second = _quantity(one), _quantity(other)
    return first is not None and type(first) is type(second) and holds(first, second)


def _quantity(term: Term) -> Decimal | date | None:
    read = _QUANTITIES.get(term.datatype.value) if isinstance(term, ox.Literal) else None
    try:
        return read(key(term)) if read else None
    except (ValueError, ArithmeticError):
        return None


def _matching(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


# What a value of a datatype must look like, and how it is compared.
WELL_FORMED: dict[str, Callable[[str], bool]] = {
    expand("xsd:string"): lambda _: True,
    expand("xsd:date"): is_date,
    expand("xsd:decimal"): _matching(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"),
    expand("xsd:integer"): _matching(r"[+-]?[0-9]+"),
    expand("xsd:nonNegativeInteger"): _matching(r"\+?[0-9]+|-0+"),
}
_QUANTITIES: dict[str, Callable[[str], Decimal | date]] = {
    expand("xsd:date"): date.fromisoformat,
    expand("xsd:decimal"): Decimal,
    expand("xsd:integer"): Decimal,
    expand("xsd:nonNegativeInteger"): Decimal,
}
