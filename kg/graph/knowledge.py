"""The knowledge graph of a corpus, over a networkx MultiDiGraph.

Nodes are IRIs:
    entities  type, name, kind, code, aliases, and of events time (the words), first, last (ISO dates)
    articles  type ("Article"), name, id, title, date, source, text, path, offsets, boxes,
              mentions [(start, end, entity IRI, by)]
Edges are claims, one for each relation as one article states it; the edge's key is the claim's IRI:
    predicate, title, role, confidence, rule, article (IRI), start, end, quote

`path`, `offsets` and `boxes` are those of the article's Origin; None, None and () where it is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from kg.graph.assembly import assemble
from kg.model import iri

if TYPE_CHECKING:
    from kg.model.records import LinkedArticle


@dataclass(frozen=True, slots=True)
class GraphClaim:
    """One edge of the graph: a relation, and the words of the article that state it. All ends are IRIs."""

    iri: str
    subject: str
    object: str
    predicate: str
    title: str | None
    role: str | None
    confidence: float
    rule: str
    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Position:
    """A post that a person holds in an organisation, or in the government of a place. All ends are IRIs."""

    iri: str
    holder: str
    body: str
    title: str | None


class KnowledgeGraph:
    """The graph of a corpus; see the module for its nodes and edges."""

    def __init__(self, network: nx.MultiDiGraph[str], base_iri: str = iri.BASE_IRI) -> None:
        """A graph over a network whose entity IRIs begin with `base_iri`."""
        self.network = network
        self.base_iri = base_iri

    @classmethod
    def from_articles(cls, articles: Iterable[LinkedArticle], base_iri: str = iri.BASE_IRI) -> KnowledgeGraph:
        """The graph of the articles, whatever their order.

        Raises InputError for an IRI that would not be legal, an article id given
        twice, and annotations that do not fit their article.
        """
        return cls(assemble(articles, base_iri), base_iri)

    def of_type(self, type_: str) -> list[str]:
        """The IRIs of a type's nodes (Person, Organisation, Place, Event, Article), sorted."""
        return sorted(node for node, known in self.network.nodes(data=True) if known["type"] == type_)

    def find(self, name: str) -> list[str]:
        """The IRIs of all nodes with the name or alias, sorted."""
        return sorted(
            node
            for node, known in self.network.nodes(data=True)
            if name == known["name"] or name in known.get("aliases", ())
        )

    def name(self, node: str) -> str:
        """The canonical name of a node."""
        return str(self.network.nodes[node]["name"])

    def claims(self, predicate: str | None = None) -> Iterator[GraphClaim]:
        """All claims, or those of one predicate, by article and within it by place in the text."""
        claims = [
            GraphClaim(iri=key, subject=subject, object=object_, **attributes)
            for subject, object_, key, attributes in self.network.edges(keys=True, data=True)
            if predicate in (None, attributes["predicate"])
        ]
        yield from sorted(claims, key=lambda claim: (claim.article, claim.start, claim.end, claim.iri))

    def positions(self, claims: Iterable[GraphClaim] | None = None) -> list[Position]:
        """Each post that claims state, by default all, once and sorted by IRI."""
        stating = self.claims() if claims is None else claims
        positions = {self._position(claim) for claim in stating if claim.predicate == "holdsPosition"}
        return sorted(positions, key=lambda position: position.iri)

    def simple(self, types: Iterable[str] = ("Person", "Organisation", "Place", "Event")) -> nx.Graph[str]:
        """The undirected network of entities of some types, for centrality, communities and drawing.

        One edge joins each pair with claims between them: `weight` is their number, `predicates` their kinds.
        """
        wanted = frozenset(types)
        simple: nx.Graph[str] = nx.Graph()
        for node, attributes in self.network.nodes(data=True):
            if attributes["type"] in wanted:
                simple.add_node(node, type=attributes["type"], name=attributes["name"])
        for claim in self.claims():
            if claim.subject in simple and claim.object in simple:
                known = simple.get_edge_data(claim.subject, claim.object, {"weight": 0, "predicates": []})
                simple.add_edge(
                    claim.subject,
                    claim.object,
                    weight=known["weight"] + 1,
                    predicates=sorted({*known["predicates"], claim.predicate}),
                )
        return simple

    def _position(self, claim: GraphClaim) -> Position:
        holder, body = (node.removeprefix(self.base_iri) for node in (claim.subject, claim.object))
        parts = ("position", holder, iri.segment(claim.title or ""), body)
        return Position(
            self.base_iri + "/".join(part for part in parts if part), claim.subject, claim.object, claim.title
        )
