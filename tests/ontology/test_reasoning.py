"""What a reasoner makes of the ontology and a graph: the alignments hold, and nothing contradicts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import owlrl
import pytest
import rdflib

from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.iri import BASE_IRI
from kg.model.ontology import TERMS, compact, expand, ontology_dir
from kg.model.records import Predicate
from tests.factory import corpus

# Where owlrl writes down the contradictions that it meets.
CONTRADICTION = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


# What places an entity: its classes and relations.
TOLD = {"rdf:type", *(f"kg:{name}" for name in (*get_args(Predicate), "reportedBy", "holder", "place"))}


@pytest.fixture(scope="module")
def inferred() -> rdflib.Graph:
    graph = rdflib.Graph().parse(data=to_turtle(KnowledgeGraph.from_articles(corpus())), format="turtle")
    graph.parse(ontology_dir() / "kg.ttl")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


@pytest.mark.parametrize(
    ("subject", "predicate", "object_"),
    [
        ("event/page-01/夏季劳动保护工作会议", "schema:organizer", "organisation/云河市总工会"),
        ("event/page-01/夏季劳动保护工作会议", "schema:attendee", "person/周启明"),
        ("event/page-01/夏季劳动保护工作会议", "schema:location", "place/青石县"),
        ("place/柳溪镇", "schema:containedInPlace", "place/青石县"),
        ("article/page-01", "schema:author", "person/许文博"),
        ("person/林晓岚", "org:memberOf", "organisation/云河市总工会"),
    ],
)
def test_the_aligned_property_follows(
    inferred: rdflib.Graph, subject: str, predicate: str, object_: str
) -> None:
    triple = BASE_IRI + subject, expand(predicate), BASE_IRI + object_
    assert tuple(map(rdflib.URIRef, triple)) in inferred


def test_the_schema_org_query_says_nothing_that_does_not_follow(inferred: rdflib.Graph) -> None:
    query = (ontology_dir() / "queries" / "schema-org.rq").read_text("utf-8")
    told = [triple for triple in inferred.query(query) if isinstance(triple[2], rdflib.URIRef)]
    assert told
    assert all(triple in inferred for triple in told)


def test_nothing_contradicts(inferred: rdflib.Graph) -> None:
    assert list(inferred.objects(None, CONTRADICTION)) == []


def test_nothing_contradicts_on_the_bundled_page(sample_build: Path) -> None:
    """What its entities, articles and posts are and how they relate; evidence would only take time."""
    graph = rdflib.Graph()
    for triple in rdflib.Graph().parse(sample_build / "graph.ttl"):
        if compact(str(triple[1])) in TOLD and not re.search("#|/claim/", triple[0]):
            graph.add(triple)
    graph.parse(ontology_dir() / "kg.ttl")
    assert len(graph) > 700
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert list(graph.objects(None, CONTRADICTION)) == []


@pytest.mark.parametrize(
    ("one", "other", "contradicts"),
    [("Person", "Organisation", True), ("Place", "Event", True), ("Place", "Organisation", False)],
)
def test_nothing_is_of_two_disjoint_classes(one: str, other: str, contradicts: bool) -> None:
    graph = rdflib.Graph().parse(ontology_dir() / "kg.ttl")
    for name in (one, other):
        graph.add((rdflib.URIRef(BASE_IRI + "x"), rdflib.RDF.type, rdflib.URIRef(TERMS[name].iri)))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert bool(list(graph.objects(None, CONTRADICTION))) is contradicts
