"""SHACL for graphs of any size: the shapes are compiled into plain functions once and asked of each node.

This is the part of SHACL Core that `ontology/shapes.ttl` uses. A shape that says anything else is refused,
so nothing that it demands is passed over in silence. Data carry all their classes: a class counts where it
is written out. The tests hold the findings against those of pySHACL.
"""

from __future__ import annotations

import operator
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import pyoxigraph as ox

from kg.model.errors import ValidationError
from kg.model.ontology import compact, expand
from kg.validation.constraints import (
    WELL_FORMED,
    Constraint,
    all_values,
    compared_with,
    each_value,
    is_blank,
    is_in_language,
    is_of_datatype,
    is_ordered,
)
from kg.validation.finding import Finding
from kg.validation.triple_index import Term, TripleIndex, key

Node = ox.NamedNode | ox.BlankNode
# What the file says of a node, by predicate.
Statements = Mapping[str, Iterable[Term]]

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

    def check(self, index: TripleIndex, focus: Term) -> Iterator[Finding]:
        values = _reached(index, focus, self.path)
        for demand in self.demands:
            for value in demand.constraint(index, focus, values):
                yield self._finding(focus, value, demand)
        for inner in self.inner:
            for value in values:
                yield from inner.check(index, value)

    def holds(self, index: TripleIndex, focus: Term) -> bool:
        values = _reached(index, focus, self.path)
        return not any(demand.constraint(index, focus, values) for demand in self.demands) and all(
            inner.holds(index, value) for inner in self.inner for value in values
        )

    def _finding(self, focus: Term, value: Term | None, demand: _Demand) -> Finding:
        path, wrong = "/".join(map(_short, self.path)), "" if value is None else key(value)
        words = (path, "" if value is None else repr(wrong), demand.message)
        return Finding(key(focus), " ".join(filter(None, words)), self.name, demand.properties, wrong)


class _ShapesFile:
    """What a file of shapes says of each of its nodes, and the lists and paths in it."""

    def __init__(self, turtle: str) -> None:
        self._statements: dict[Node, dict[str, list[Term]]] = defaultdict(dict)
        parser = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        for quad in parser:
            if not isinstance(quad.subject, ox.Triple):
                self._statements[quad.subject].setdefault(quad.predicate.value, []).append(quad.object)
        self._prefixes = parser.prefixes

    def roots(self) -> list[tuple[Node, str]]:
        """The shapes that name nodes to look at, each with its name."""
        return [
            (node, _name(node, self._prefixes))
            for node, statements in self._statements.items()
            if statements.keys() & {_TARGET_CLASS, _TARGET_SUBJECTS}
        ]

    def statements(self, node: Term) -> dict[str, list[Term]]:
        return self._statements[_node(node)]

    def properties(self, statements: Statements) -> Iterator[str]:
        """The properties of its node that a shape speaks of, however deep inside."""
        if path := self.path(statements.get(_SH + "path", ())):
            yield path[0]
            return
        lists = chain(statements.get(_SH + "or", ()), statements.get(_SH + "xone", ()))
        shapes = chain.from_iterable(map(self.members, lists))
        for node in (*shapes, *statements.get(_SH + "not", ()), *statements.get(_SH + "property", ())):
            yield from self.properties(self.statements(node))

    def members(self, node: Term) -> list[Term]:
        """The members of a list."""
        members = []
        while node != ox.NamedNode(_RDF + "nil"):
            statements = self.statements(node)
            (first,), (node,) = statements[_RDF + "first"], statements[_RDF + "rest"]
            members.append(first)
        return members

    def path(self, paths: Iterable[Term]) -> tuple[str, ...]:
        """The predicates of a property shape's path, one after the other."""
        return tuple(
            step
            for path in paths
            for step in map(key, [path] if isinstance(path, ox.NamedNode) else self.members(path))
        )


class Shapes:
    """The shapes of a file, ready to be asked of any number of graphs."""

    def __init__(self, turtle: str) -> None:
        """Compile shapes; ValidationError where they say what is not understood here."""
        self._file = _ShapesFile(turtle)
        self._targets = [
            (self._file.statements(node), self._shape(node, name)) for node, name in self._file.roots()
        ]

    def check(self, index: TripleIndex) -> Iterator[Finding]:
        """Each demand that a node of the graph breaks."""
        for statements, shape in self._targets:
            for node in _targeted(index, statements):
                yield from shape.check(index, _named(node))

    def _shape(self, node: Term, name: str = "") -> _Shape:
        """The shape of a node of the file, or a part of the shape of that name."""
        statements = self._file.statements(node)
        message = next((key(text) for text in statements.get(_SH + "message", ())), None)
        demands = [
            _Demand(
                self._constraint(constraint, parameter, statements),
                message or _demand(constraint, parameter),
                self._properties(constraint, parameter, statements),
            )
            for constraint, parameters in statements.items()
            if constraint not in _STRUCTURE
            for parameter in parameters
        ]
        inner = [
            self._shape(part, name)
            for part in (*statements.get(_SH + "property", ()), *statements.get(_SH + "node", ()))
        ]
        return _Shape(name, self._file.path(statements.get(_SH + "path", ())), tuple(demands), tuple(inner))

    def _properties(self, constraint: str, parameter: Term, statements: Statements) -> tuple[str, ...]:
        """The properties that a constraint is about: those within it, else those that lead to it."""
        within = tuple(self._file.properties({constraint: [parameter]}))
        leading = (
            *self._file.path(statements.get(_SH + "path", ()))[:1],
            *map(key, statements.get(_TARGET_SUBJECTS, ())),
        )
        return tuple(map(_short, dict.fromkeys(within or leading)))

    def _constraint(self, name: str, parameter: Term, statements: Statements) -> Constraint:
        wanted = key(parameter)
        match name.removeprefix(_SH):
            case "nodeKind" if wanted == _SH + "IRI":
                return each_value(lambda _, value: isinstance(value, ox.NamedNode))
            case "class":
                return each_value(lambda index, value: index.is_member(value, wanted))
            case "datatype" if wanted in WELL_FORMED:
                return each_value(lambda _, value: is_of_datatype(value, wanted))
            case "languageIn":
                tags = tuple(map(key, self._file.members(parameter)))
                return each_value(lambda _, value: is_in_language(value, tags))
            case "minLength":
                return each_value(lambda _, value: not is_blank(value) and len(key(value)) >= int(wanted))
            case "pattern":
                matches = re.compile(wanted).search
                return each_value(lambda _, value: not is_blank(value) and matches(key(value)) is not None)
            case "minInclusive":
                return each_value(lambda _, value: is_ordered(operator.ge, value, parameter))
            case "maxInclusive":
                return each_value(lambda _, value: is_ordered(operator.le, value, parameter))
            case "in":
                known = frozenset(self._file.members(parameter))
                return each_value(lambda _, value: value in known)
            case "not":
                unwanted = self._shape(parameter)
                return each_value(lambda index, value: not unwanted.holds(index, value))
            case "or":
                some = self._shapes(parameter)
                return each_value(lambda index, value: any(one.holds(index, value) for one in some))
            case "xone":
                rivals = self._shapes(parameter)
                return each_value(lambda index, value: sum(one.holds(index, value) for one in rivals) == 1)
            case "minCount":
                return all_values(lambda _, values: len(values) >= int(wanted))
            case "maxCount":
                return all_values(lambda _, values: len(values) <= int(wanted))
            case "hasValue":
                return all_values(lambda _, values: parameter in values)
            case "qualifiedMinCount":
                (one,) = map(self._shape, statements[_SH + "qualifiedValueShape"])
                return all_values(lambda index, values: _holding(one, index, values) >= int(wanted))
            case "qualifiedMaxCount":
                (one,) = map(self._shape, statements[_SH + "qualifiedValueShape"])
                return all_values(lambda index, values: _holding(one, index, values) <= int(wanted))
            case "equals":
                return lambda index, focus, values: {*values} ^ {*index.terms(key(focus), wanted)}
            case "disjoint":
                return lambda index, focus, values: {*values} & {*index.terms(key(focus), wanted)}
            case "lessThan":
                return compared_with(wanted, operator.lt)
            case "lessThanOrEquals":
                return compared_with(wanted, operator.le)
            case _:
                raise ValidationError(f"the shapes say {_short(name)} {wanted}, which is not understood")

    def _shapes(self, node: Term) -> list[_Shape]:
        return list(map(self._shape, self._file.members(node)))


def _targeted(index: TripleIndex, statements: Statements) -> Iterator[str]:
    for class_ in statements.get(_TARGET_CLASS, ()):
        yield from index.instances(key(class_))
    for predicate in statements.get(_TARGET_SUBJECTS, ()):
        yield from index.subjects(key(predicate))


def _reached(index: TripleIndex, focus: Term, path: Iterable[str]) -> Collection[Term]:
    """The values at the end of a path, each once."""
    values: Collection[Term] = (focus,)
    for step in path:
        ends = [index.terms(key(term), step) for term in values if not isinstance(term, ox.Literal)]
        values = ends[0] if len(ends) == 1 else dict.fromkeys(chain.from_iterable(ends)).keys()
    return values


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
    wanted = [] if isinstance(parameter, ox.BlankNode) else [_short(key(parameter))]
    return " ".join(["breaks", _short(name), *wanted])


def _holding(shape: _Shape, index: TripleIndex, values: Iterable[Term]) -> int:
    return sum(shape.holds(index, value) for value in values)
