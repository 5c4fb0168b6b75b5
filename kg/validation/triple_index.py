"""The triples of a Turtle file in plain dictionaries: many small questions are answered at once."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Collection, Iterator, Set
from contextlib import contextmanager

import pyoxigraph as ox

from kg.model import iri
from kg.model.ontology import expand

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TYPE = expand("rdf:type")
# A graph says nothing twice, so objects are the keys of a dictionary; one alone, as most are, needs no such.
Objects = tuple[Term] | dict[Term, None]

_NOBODY: dict[str, Objects] = {}


class TripleIndex:
    """What a graph says, asked by prefixed names; nodes are given and told as their IRIs."""

    def __init__(self, text: str) -> None:
        """Read Turtle. Raises SyntaxError where it is none."""
        self._objects: defaultdict[str, dict[str, Objects]] = defaultdict(dict)
        parser = ox.parse(text, format=ox.RdfFormat.TURTLE)
        with _no_search_for_cycles():
            for quad in parser:
                subjects, subject = self._objects[quad.predicate.value], key(quad.subject)
                subjects[subject] = _with(subjects.get(subject), quad.object)
        self.base_iri = parser.base_iri or iri.BASE_IRI
        self._members: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for node, classes in self._objects.get(_TYPE, {}).items():
            for class_ in classes:
                self._members[key(class_)][node] = None

    def members(self, class_: str) -> Set[str]:
        """The nodes of a class."""
        return self.instances(expand(class_))

    def instances(self, class_: str) -> Set[str]:
        """The nodes of a class, given as an IRI."""
        return self._members.get(class_, {}).keys()

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Each subject and value of a predicate."""
        for node, terms in self._objects.get(expand(predicate), {}).items():
            for term in terms:
                yield node, key(term)

    def values(self, node: str, predicate: str) -> list[str]:
        """The values of a node's predicate."""
        return [key(term) for term in self.terms(node, expand(predicate))]

    def value(self, node: str, predicate: str) -> str | None:
        """The value of a node's predicate where it has exactly one."""
        values = self.values(node, predicate)
        return values[0] if len(values) == 1 else None

    def terms(self, node: str, predicate: str) -> Collection[Term]:
        """The values of a node's predicate as terms; the predicate is an IRI."""
        return self._objects.get(predicate, _NOBODY).get(node, ())

    def subjects(self, predicate: str) -> Set[str]:
        """The nodes that have a predicate, given as an IRI."""
        return self._objects.get(predicate, {}).keys()

    def is_member(self, term: Term, class_: str) -> bool:
        """Whether a term is of a class, given as an IRI."""
        return not isinstance(term, ox.Literal) and key(term) in self._members.get(class_, ())


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Python looks through all objects again and again while many are made; of ours none hang in a cycle."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _with(known: Objects | None, term: Term) -> Objects:
    if known is None:
        return (term,)
    objects = dict.fromkeys(known) if isinstance(known, tuple) else known
    objects[term] = None
    return objects


def key(term: Term) -> str:
    """A term as a node's name or a value: an IRI, the text of a literal, `_:…` for a blank node."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
