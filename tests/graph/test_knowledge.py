"""The graph as its users ask it."""

from __future__ import annotations

import pytest

from kg.graph import KnowledgeGraph
from kg.model.iri import BASE_IRI
from tests.factory import corpus


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_articles(corpus())


def test_nodes_by_type_and_name(graph: KnowledgeGraph) -> None:
    assert graph.of_type("Organisation")[0] == BASE_IRI + "organisation/云河大学"
    assert len(graph.of_type("Article")) == 3
    (union,) = graph.find("市总工会")
    assert graph.name(union) == "云河市总工会"
    assert graph.find("不存在") == []


def test_claims_come_in_the_order_of_the_text(graph: KnowledgeGraph) -> None:
    claims = list(graph.claims())
    assert claims == sorted(claims, key=lambda claim: (claim.article, claim.start))
    assert {claim.predicate for claim in graph.claims("surveyed")} == {"surveyed"}


def test_a_claim_quotes_its_article(graph: KnowledgeGraph) -> None:
    for claim in graph.claims():
        text = graph.network.nodes[claim.article]["text"]
        assert claim.quote == text[claim.start : claim.end] != ""


def test_a_post_stated_by_two_articles_is_one_position(graph: KnowledgeGraph) -> None:
    stated = [claim for claim in graph.claims("holdsPosition") if claim.title == "主席"]
    held = [position for position in graph.positions() if position.title == "主席"]
    assert (len(stated), len(held)) == (2, 1)
    assert held[0].iri == BASE_IRI + "position/person/林晓岚/主席/organisation/云河市总工会"


def test_the_simple_network_counts_claims_between_entities(graph: KnowledgeGraph) -> None:
    simple = graph.simple()
    chair, union = BASE_IRI + "person/林晓岚", BASE_IRI + "organisation/云河市总工会"
    assert simple.edges[chair, union] == {"weight": 2, "predicates": ["holdsPosition"]}
    assert {known["type"] for _, known in graph.simple(["Person", "Place"]).nodes(data=True)} == {
        "Person",
        "Place",
    }
