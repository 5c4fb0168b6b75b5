"""How pages name what they speak of, in graphs that nobody would make."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.model.ontology import PREFIXES
from kg.serving.pages.links import Link, Links
from kg.serving.pages.lookup import Lookup

BASE = "https://example.org/id/"


def lookup(turtle: str) -> Lookup:
    store = ox.Store()
    prefixes = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items())
    store.load(f"@base <{BASE}> .\n{prefixes}{turtle}", format=ox.RdfFormat.TURTLE)
    return Lookup(store, BASE)


@pytest.mark.parametrize(
    ("value", "link"),
    [
        (ox.NamedNode(BASE + "a"), Link("甲", "/doc/a", "Person")),
        (ox.NamedNode(BASE + "a/b?c"), Link("a/b?c", "/doc/a/b%3Fc")),
        (ox.NamedNode(BASE + "%3F甲#char=1,2"), Link("%3F甲#char=1,2", "/doc/%3F%E7%94%B2#char=1,2")),
        (ox.NamedNode(PREFIXES["kg"] + "met"), Link("会见 met")),
        (ox.NamedNode("https://schema.org/name"), Link("schema:name")),
        (ox.NamedNode("javascript:alert(1)"), Link("javascript:alert(1)")),
        (ox.Literal("\u202e甲\n"), Link("\\u202e甲\\u000a")),
        (ox.BlankNode("b"), Link("_:b")),
    ],
)
def test_a_value_is_named_and_leads_to_its_own_page_alone(value: ox.NamedNode, link: Link) -> None:
    assert Links(lookup('<a> a kg:Person ; rdfs:label "甲"@zh .')).to(value) == link


def test_a_claim_about_itself_has_a_name() -> None:
    graph = lookup("<c> a kg:Claim ; rdf:subject <c> ; rdf:predicate kg:met ; rdf:object <d> .")
    assert Links(graph).to(graph.node("c")).name == f"{BASE}c 会见 met d"
