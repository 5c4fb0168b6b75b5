"""Resources looked up in a store."""

from __future__ import annotations

import pyoxigraph as ox

from kg.serving.pages.lookup import Properties
from tests.serving.pages.test_links import BASE, lookup

GRAPH = """
<a> a kg:Organisation, kg:Person ; rdfs:label "甲\\n乙"@zh ; kg:met <b>, <c> .
<x> a kg:Claim ; rdf:subject <a> ; rdf:object <b> .
<y> rdf:subject <a> .
"""


def test_properties_are_asked_by_prefixed_names_in_a_fixed_order() -> None:
    graph = lookup(GRAPH)
    own = graph.properties(graph.node("a"))
    assert own.text("rdfs:label") == "甲 乙"
    assert own.nodes("kg:met") == [ox.NamedNode(BASE + "b"), ox.NamedNode(BASE + "c")]
    assert [term.name for term in own.classes()] == ["Person", "Organisation"]
    assert (own.node("kg:code"), own.text("kg:code")) == (None, "")


def test_named_properties_alone_are_looked_up() -> None:
    graph = lookup(GRAPH)
    assert len(graph.properties(graph.node("a"), "kg:met").values) == 1
    assert graph.properties(None).values == Properties(()).values == {}


def test_what_points_to_a_resource_is_no_more_than_asked_for() -> None:
    graph = lookup(GRAPH)
    assert len(graph.pointing_to(graph.node("b"), limit=9)) == 2
    assert len(graph.pointing_to(graph.node("b"), limit=1)) == 1


def test_the_claims_of_a_resource_are_those_that_name_it_or_itself() -> None:
    graph = lookup(GRAPH)
    claim = graph.node("x")
    assert graph.claims(graph.node("a")) == graph.claims(claim) == [claim]
    assert graph.claims(graph.node("c")) == []
