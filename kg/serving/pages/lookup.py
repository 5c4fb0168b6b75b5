"""Looks resources up in the store: their properties, what points to them, their claims, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from kg.language.text import visible
from kg.model.ontology import TERMS, Term, expand

Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

# The places in which a claim can name a resource: an end of what it says, or the article that says it.
_NAMED_IN_CLAIMS = ("rdf:subject", "rdf:object", "prov:wasDerivedFrom")


class Properties:
    """The properties of one node with their values, by prefixed names."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        """The properties in triples that all have the node as subject."""
        self.values: dict[str, list[Value]] = {}
        for triple in triples:
            self.values.setdefault(triple.predicate.value, []).append(triple.object)

    def nodes(self, predicate: str) -> list[ox.NamedNode]:
        """The resources that a property leads to."""
        return [one for one in self.values.get(expand(predicate), ()) if isinstance(one, ox.NamedNode)]

    def node(self, predicate: str) -> ox.NamedNode | None:
        """The first of them, if there is any."""
        return next(iter(self.nodes(predicate)), None)

    def text(self, predicate: str) -> str:
        """The text of a property, on one line and harmless to the eye; nothing where there is none."""
        values = self.values.get(expand(predicate), ())
        texts = (value.value for value in values if isinstance(value, ox.Literal))
        return visible(next(texts, "").replace("\n", " "))

    def classes(self) -> list[Term]:
        """The classes of ours that the node is in, in the order of the ontology: the most general first."""
        classes = {class_.value for class_ in self.nodes("rdf:type")}
        return [term for term in TERMS.values() if term.is_class and term.iri in classes]


class Lookup:
    """The triples of a store, whose own IRIs begin with `base_iri`."""

    def __init__(self, store: ox.Store, base_iri: str) -> None:
        """A store that is read and never changed."""
        self._store = store
        self.base_iri = base_iri

    def node(self, key: str) -> ox.NamedNode:
        """The resource with a key of `kg.model.iri`."""
        return ox.NamedNode(self.base_iri + key)

    def about(self, node: ox.NamedNode) -> list[ox.Triple]:
        """All triples with a node as subject; none of one that is not in the graph."""
        return sorted((quad.triple for quad in self._store.quads_for_pattern(node, None, None)), key=str)

    def properties(self, node: ox.NamedNode | None, *predicates: str) -> Properties:
        """The properties of a node: all, or those that are named."""
        if node is None or not predicates:
            return Properties(self.about(node) if node else ())
        patterns = (self._store.quads_for_pattern(node, ox.NamedNode(expand(p)), None) for p in predicates)
        return Properties(sorted((quad.triple for quads in patterns for quad in quads), key=str))

    def pointing_to(self, node: ox.NamedNode, limit: int) -> list[ox.Triple]:
        """Triples with a node as object, no more than so many."""
        quads = islice(self._store.quads_for_pattern(None, None, node), limit)
        return sorted((quad.triple for quad in quads), key=str)

    def claims(self, node: ox.NamedNode) -> list[ox.NamedNode]:
        """The claims that a resource stands in, that it states, or that it is."""
        claims = {claim.value for predicate in _NAMED_IN_CLAIMS for claim in self._with(predicate, node)}
        return [claim for claim in map(ox.NamedNode, sorted({node.value, *claims})) if self._is_claim(claim)]

    def _with(self, predicate: str, object_: ox.NamedNode) -> Iterator[ox.NamedNode]:
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(expand(predicate)), object_):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject

    def _is_claim(self, node: ox.NamedNode) -> bool:
        claim = ox.Quad(node, ox.NamedNode(expand("rdf:type")), ox.NamedNode(expand("kg:Claim")))
        return claim in self._store
