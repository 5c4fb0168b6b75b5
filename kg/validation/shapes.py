"""SHACL for graphs of any size: the shapes are compiled into plain functions once and asked of each node.

This is the part of SHACL Core that `ontology/shapes.ttl` uses. A shape that says anything else is refused,
so nothing that it demands is passed over in silence. Data carry all their classes: a class counts where it
is written out. The tests hold the findings against those of pySHACL.
"""

from __future__ import annotations

import operator
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Any

import pyoxigraph as ox

from kg.export.rdf.terms import is_date
from kg.model.errors import ValidationError
from kg.model.ontology import compact, expand
from kg.validation.finding import Finding
from kg.validation.triple_index import Term, TripleIndex, key

Node = ox.NamedNode | ox.BlankNode
# What a node of the shapes says, by predicate.
Said = Mapping[str, Iterable[Term]]
Comparison = Callable[[Any, Any], bool]
# Given a node and the values that a path leads to from it (the node itself, for a shape of nodes), those
# that break it, or None for all together.
Constraint = Callable[[TripleIndex, Term, Collection[Term]], Collection[Term | None]]

_SH = "http://www.w3.org/ns/shacl#"
_TARGET_CLASS, _TARGET_SUBJECTS = _SH + "targetClass", _SH + "targetSubjectsOf"
_RDF = expand("rdf:")
# What a shape says that is no demand by itself.
_STRUCTURE = frozenset(
    {expand("rdf:type"), _TARGET_CLASS, _TARGET_SUBJECTS}
    | {_SH + name for name in ("path", "property", "node", "message", "qualifiedValueShape")}
)


@dataclass(frozen=True, slots=True)
class _Demand:
    """One constraint, the words for a breach of it, and the properties that it is about: see Finding."""

    constraint: Constraint
    message: str
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """A compiled shape: what it demands of the values of its path."""

    name: str
    path: tuple[str, ...]
    demands: tuple[_Demand, ...]
    inner: tuple[_Shape, ...]

    def check(self, facts: TripleIndex, focus: Term) -> Iterator[Finding]:
        values = _reached(facts, focus, self.path)
        for demand in self.demands:
            for value in demand.constraint(facts, focus, values):
                yield self._finding(focus, value, demand)
        for inner in self.inner:
            for value in values:
                yield from inner.check(facts, value)

    def holds(self, facts: TripleIndex, focus: Term) -> bool:
        values = _reached(facts, focus, self.path)
        return not any(demand.constraint(facts, focus, values) for demand in self.demands) and all(
            inner.holds(facts, value) for inner in self.inner for value in values
        )

    def _finding(self, focus: Term, value: Term | None, demand: _Demand) -> Finding:
        path, wrong = "/".join(map(_short, self.path)), "" if value is None else key(value)
        told = (path, "" if value is None else repr(wrong), demand.message)
        return Finding(key(focus), " ".join(filter(None, told)), self.name, demand.properties, wrong)


class Shapes:
    """The shapes of a file, ready to be asked of any number of graphs."""

    def __init__(self, turtle: str) -> None:
        """Compile shapes; ValidationError where they say what is not understood here."""
        self._said: dict[Node, dict[str, list[Term]]] = defaultdict(dict)
        parser = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        for quad in parser:
            if not isinstance(quad.subject, ox.Triple):
                self._said[quad.subject].setdefault(quad.predicate.value, []).append(quad.object)
        roots = [node for node, said in self._said.items() if said.keys() & {_TARGET_CLASS, _TARGET_SUBJECTS}]
        names = [_name(node, parser.prefixes) for node in roots]
        self._targets = [
            (self._said[node], self._shape(node, name)) for node, name in zip(roots, names, strict=True)
        ]

    def check(self, facts: TripleIndex) -> Iterator[Finding]:
        """Each demand that a node of the graph breaks."""
        for said, shape in self._targets:
            for node in _targeted(facts, said):
                yield from shape.check(facts, _named(node))

    def _shape(self, node: Term, name: str = "") -> _Shape:
        """The shape of a node of the file, or a part of the shape of that name."""
        said = self._said[_node(node)]
        message = next((key(text) for text in said.get(_SH + "message", ())), None)
        demands = [
            _Demand(
                self._constraint(constraint, parameter, said),
                message or _demand(constraint, parameter),
                self._properties(constraint, parameter, said),
            )
            for constraint, parameters in said.items()
            if constraint not in _STRUCTURE
            for parameter in parameters
        ]
        inner = [
            self._shape(part, name) for part in (*said.get(_SH + "property", ()), *said.get(_SH + "node", ()))
        ]
        return _Shape(name, self._path(said.get(_SH + "path", ())), tuple(demands), tuple(inner))

    def _properties(self, constraint: str, parameter: Term, said: Said) -> tuple[str, ...]:
        """The properties that a constraint is about: those within it, else those that lead to it."""
        within = tuple(self._spoken_of({constraint: [parameter]}))
        leading = (*self._path(said.get(_SH + "path", ()))[:1], *map(key, said.get(_TARGET_SUBJECTS, ())))
        return tuple(map(_short, dict.fromkeys(within or leading)))

    def _spoken_of(self, said: Said) -> Iterator[str]:
        """The properties of its node that a shape speaks of, however deep inside."""
        if path := self._path(said.get(_SH + "path", ())):
            yield path[0]
            return
        lists = chain(said.get(_SH + "or", ()), said.get(_SH + "xone", ()))
        shapes = chain.from_iterable(map(self._members, lists))
        for node in (*shapes, *said.get(_SH + "not", ()), *said.get(_SH + "property", ())):
            yield from self._spoken_of(self._said[_node(node)])

    def _constraint(self, name: str, parameter: Term, said: Said) -> Constraint:
        told = key(parameter)
        match name.removeprefix(_SH):
            case "nodeKind" if told == _SH + "IRI":
                return _each(lambda _, value: isinstance(value, ox.NamedNode))
            case "class":
                return _each(lambda facts, value: facts.is_member(value, told))
            case "datatype" if told in _WELL_FORMED:
                return _each(lambda _, value: _is_of(value, told))
            case "languageIn":
                tags = tuple(map(key, self._members(parameter)))
                return _each(lambda _, value: _is_in(value, tags))
            case "minLength":
                return _each(lambda _, value: not _is_blank(value) and len(key(value)) >= int(told))
            case "pattern":
                matches = re.compile(told).search
                return _each(lambda _, value: not _is_blank(value) and matches(key(value)) is not None)
            case "minInclusive":
                return _each(lambda _, value: _compared(operator.ge, value, parameter))
            case "maxInclusive":
                return _each(lambda _, value: _compared(operator.le, value, parameter))
            case "in":
                known = frozenset(self._members(parameter))
                return _each(lambda _, value: value in known)
            case "not":
                unwanted = self._shape(parameter)
                return _each(lambda facts, value: not unwanted.holds(facts, value))
            case "or":
                some = self._shapes(parameter)
                return _each(lambda facts, value: any(one.holds(facts, value) for one in some))
            case "xone":
                rivals = self._shapes(parameter)
                return _each(lambda facts, value: sum(one.holds(facts, value) for one in rivals) == 1)
            case "minCount":
                return _together(lambda _, values: len(values) >= int(told))
            case "maxCount":
                return _together(lambda _, values: len(values) <= int(told))
            case "hasValue":
                return _together(lambda _, values: parameter in values)
            case "qualifiedMinCount":
                (wanted,) = map(self._shape, said[_SH + "qualifiedValueShape"])
                return _together(lambda facts, values: _holding(wanted, facts, values) >= int(told))
            case "qualifiedMaxCount":
                (wanted,) = map(self._shape, said[_SH + "qualifiedValueShape"])
                return _together(lambda facts, values: _holding(wanted, facts, values) <= int(told))
            case "equals":
                return lambda facts, focus, values: {*values} ^ {*facts.terms(key(focus), told)}
            case "disjoint":
                return lambda facts, focus, values: {*values} & {*facts.terms(key(focus), told)}
            case "lessThan":
                return _beside(told, operator.lt)
            case "lessThanOrEquals":
                return _beside(told, operator.le)
            case _:
                raise ValidationError(f"the shapes say {_short(name)} {told}, which is not understood")

    def _shapes(self, node: Term) -> list[_Shape]:
        return list(map(self._shape, self._members(node)))

    def _members(self, node: Term) -> list[Term]:
        """The members of a list."""
        found = []
        while node != ox.NamedNode(_RDF + "nil"):
            said = self._said[_node(node)]
            (first,), (node,) = said[_RDF + "first"], said[_RDF + "rest"]
            found.append(first)
        return found

    def _path(self, found: Iterable[Term]) -> tuple[str, ...]:
        return tuple(
            step
            for path in found
            for step in map(key, [path] if isinstance(path, ox.NamedNode) else self._members(path))
        )


def _targeted(facts: TripleIndex, said: Mapping[str, Iterable[Term]]) -> Iterator[str]:
    for class_ in said.get(_TARGET_CLASS, ()):
        yield from facts.instances(key(class_))
    for predicate in said.get(_TARGET_SUBJECTS, ()):
        yield from facts.subjects(key(predicate))


def _reached(facts: TripleIndex, focus: Term, path: Iterable[str]) -> Collection[Term]:
    """The values at the end of a path, each once."""
    found: Collection[Term] = (focus,)
    for step in path:
        ends = [facts.terms(key(term), step) for term in found if not isinstance(term, ox.Literal)]
        found = ends[0] if len(ends) == 1 else dict.fromkeys(chain.from_iterable(ends)).keys()
    return found


def _node(term: Term) -> Node:
    if isinstance(term, ox.NamedNode | ox.BlankNode):
        return term
    raise ValidationError(f"the shapes have {term} where a shape or a list must be")


def _named(node: str) -> Node:
    return ox.BlankNode(node[2:]) if node.startswith("_:") else ox.NamedNode(node)


def _name(node: Node, prefixes: Mapping[str, str]) -> str:
    """A shape's name as its file writes it."""
    names = (
        f"{prefix}:{key(node)[len(space) :]}"
        for prefix, space in prefixes.items()
        if key(node).startswith(space)
    )
    return next(names, key(node))


def _short(iri: str) -> str:
    return compact(iri) or iri.replace(_SH, "sh:")


def _demand(name: str, parameter: Term) -> str:
    """The words for a breach of a constraint that has no message of its own."""
    told = [] if isinstance(parameter, ox.BlankNode) else [_short(key(parameter))]
    return " ".join(["breaks", _short(name), *told])


# ---- constraints


def _each(holds: Callable[[TripleIndex, Term], bool]) -> Constraint:
    """A constraint that every value must keep by itself."""
    return lambda facts, _focus, values: [value for value in values if not holds(facts, value)]


def _together(holds: Callable[[TripleIndex, Collection[Term]], bool]) -> Constraint:
    """A constraint that the values must keep taken together."""
    return lambda facts, _focus, values: () if holds(facts, values) else (None,)


def _beside(other: str, holds: Comparison) -> Constraint:
    """Each value must compare so with each value of another predicate of the same node."""
    return lambda facts, focus, values: [
        value
        for value in values
        if not all(_compared(holds, value, one) for one in facts.terms(key(focus), other))
    ]


def _holding(shape: _Shape, facts: TripleIndex, values: Iterable[Term]) -> int:
    return sum(shape.holds(facts, value) for value in values)


def _is_blank(value: Term) -> bool:
    return isinstance(value, ox.BlankNode)


def _is_in(value: Term, languages: Iterable[str]) -> bool:
    tag = value.language if isinstance(value, ox.Literal) else None
    return tag is not None and any(tag == one or tag.startswith(f"{one}-") for one in languages)


def _is_of(value: Term, datatype: str) -> bool:
    is_typed = isinstance(value, ox.Literal) and value.datatype.value == datatype
    return is_typed and _WELL_FORMED[datatype](key(value))


def _compared(holds: Comparison, one: Term, other: Term) -> bool:
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
_WELL_FORMED: dict[str, Callable[[str], bool]] = {
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
