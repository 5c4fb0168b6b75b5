"""What the server says of itself and of its graph: a SPARQL 1.1 Service Description with VoID."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.ontology import PREFIXES, TERMS, expand

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_WRITTEN = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)
# Vocabularies of the data, as against those of this description and of the ontology's head.
_USED = ("kg", "foaf", "oa", "org", "prov", "schema", "skos")

PREFIXES_OF_DESCRIPTION = {"sd": _SD, "void": _VOID, "formats": _FORMATS, **PREFIXES}


@dataclass(frozen=True, slots=True)
class Figures:
    """How many triples a graph has, and how many members each of our classes."""

    triples: int
    members: dict[str, int]


def figures(store: ox.Store) -> Figures:
    """The figures of a store; looks at all of it."""
    class_ = ox.NamedNode(expand("rdf:type"))
    members = {
        name: sum(1 for _ in store.quads_for_pattern(None, class_, ox.NamedNode(term.iri)))
        for name, term in TERMS.items()
        if term.is_class
    }
    return Figures(len(store), {name: count for name, count in members.items() if count})


def service(figures: Figures, root: str, base_iri: str) -> list[ox.Triple]:
    """The description of a server at an address, which must be legal in an IRI (ValueError)."""
    return list(_service(figures, ox.NamedNode(root + "sparql").value, root, base_iri))


def _service(figures: Figures, endpoint: str, root: str, base_iri: str) -> Iterator[ox.Triple]:
    def statements(local: str, predicate: str, *values: ox.NamedNode | ox.Literal) -> Iterator[ox.Triple]:
        subject = ox.NamedNode(f"{endpoint}#{local}" if local else endpoint)
        for value in values:
            yield ox.Triple(subject, ox.NamedNode(predicate), value)

    type_ = expand("rdf:type")
    yield from statements("", type_, ox.NamedNode(_SD + "Service"))
    yield from statements("", _SD + "endpoint", ox.NamedNode(endpoint))
    yield from statements("", _SD + "supportedLanguage", ox.NamedNode(_SD + "SPARQL11Query"))
    yield from statements("", _SD + "resultFormat", *(ox.NamedNode(_FORMATS + name) for name in _WRITTEN))
    yield from statements("", _SD + "defaultDataset", ox.NamedNode(endpoint + "#dataset"))
    yield from statements("dataset", type_, ox.NamedNode(_SD + "Dataset"), ox.NamedNode(_VOID + "Dataset"))
    yield from statements("dataset", _SD + "defaultGraph", ox.NamedNode(endpoint + "#graph"))
    yield from statements("dataset", _VOID + "sparqlEndpoint", ox.NamedNode(endpoint))
    yield from statements("dataset", _VOID + "dataDump", ox.NamedNode(root + "graph.ttl"))
    yield from statements("dataset", _VOID + "uriSpace", ox.Literal(base_iri))
    yield from statements("dataset", _VOID + "vocabulary", *(ox.NamedNode(PREFIXES[name]) for name in _USED))
    yield from statements("dataset", _VOID + "triples", _number(figures.triples))
    yield from statements("graph", type_, ox.NamedNode(_SD + "Graph"))
    for name, members in figures.members.items():
        yield from statements("dataset", _VOID + "classPartition", ox.NamedNode(f"{endpoint}#{name}"))
        yield from statements(name, _VOID + "class", ox.NamedNode(TERMS[name].iri))
        yield from statements(name, _VOID + "entities", _number(members))


def _number(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=ox.NamedNode(expand("xsd:integer")))
