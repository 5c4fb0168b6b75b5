"""The triples of a Turtle file in plain dictionaries: many small questions are answered at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Set

import pyoxigraph as ox

from kg.model import iri
from kg.model.ontology import expand

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TYPE = expand("rdf:type")
_NOTHING: dict[Term, None] = {}
_NOBODY: dict[str, dict[Term, None]] = {}


class Facts:
    """What a graph says, asked by prefixed names; nodes are given and told as their IRIs."""

    def __init__(self, text: str) -> None:
        """Read Turtle. Raises SyntaxError where it is none."""
        # Predicate, subject, and the objects as the keys of a dictionary: a graph says nothing twice.
        self._objects: dict[str, dict[str, dict[Term, None]]] = {}
        parser = ox.parse(text, format=ox.RdfFormat.TURTLE)
        for quad in parser:
            subjects = self._objects.setdefault(quad.predicate.value, {})
            subjects.setdefault(key(quad.subject), {})[quad.object] = None
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
        for node, found in self._objects.get(expand(predicate), {}).items():
            for term in found:
                yield node, key(term)

    def values(self, node: str, predicate: str) -> list[str]:
        """The values of a node's predicate."""
        return [key(term) for term in self.terms(node, expand(predicate))]

    def value(self, node: str, predicate: str) -> str | None:
        """The value of a node's predicate where it has exactly one."""
        found = self.values(node, predicate)
        return found[0] if len(found) == 1 else None

    def terms(self, node: str, predicate: str) -> Collection[Term]:
        """The values of a node's predicate as terms; the predicate is an IRI."""
        return self._objects.get(predicate, _NOBODY).get(node, _NOTHING).keys()

    def subjects(self, predicate: str) -> Set[str]:
        """The nodes that have a predicate, given as an IRI."""
        return self._objects.get(predicate, {}).keys()

    def is_member(self, term: Term, class_: str) -> bool:
        """Whether a term is of a class, given as an IRI."""
        return not isinstance(term, ox.Literal) and key(term) in self._members.get(class_, ())


def key(term: Term) -> str:
    """A term as a node's name or a value: an IRI, the text of a literal, `_:…` for a blank node."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
