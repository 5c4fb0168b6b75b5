"""What a reasoner makes of the ontology and a graph: the alignments hold, and nothing contradicts."""

from __future__ import annotations

import owlrl
import pytest
import rdflib

from kg.export.rdf import to_turtle
from kg.graph import KnowledgeGraph
from kg.iri import BASE_IRI
from kg.ontology import expand, ontology_dir
from tests.factory import corpus

# Where owlrl writes down the contradictions that it meets.
CONTRADICTION = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


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
