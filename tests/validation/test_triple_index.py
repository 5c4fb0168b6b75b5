"""The triples of a graph, asked one small question at a time."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.model.iri import BASE_IRI
from kg.validation.triple_index import TripleIndex

TURTLE = """
@base <https://example.org/> .
@prefix kg: <https://w3id.org/press-kg/ontology#> .
<a> a kg:Person ; kg:met <b>, <c>, <b> ; kg:code "1" .
_:x kg:met "b" .
"""


def test_values_are_asked_by_prefixed_names() -> None:
    index = TripleIndex(TURTLE)
    a, b, c = (f"https://example.org/{name}" for name in "abc")
    assert set(index.members("kg:Person")) == {a}
    assert index.values(a, "kg:met") == [b, c]
    assert (index.value(a, "kg:met"), index.value(a, "kg:code")) == (None, "1")
    assert [value for node, value in index.pairs("kg:met") if node != a] == ["b"]
    assert index.values("https://example.org/none", "kg:met") == []


def test_a_literal_is_a_member_of_no_class() -> None:
    index = TripleIndex(TURTLE)
    person = "https://w3id.org/press-kg/ontology#Person"
    assert index.is_member(ox.NamedNode("https://example.org/a"), person)
    assert not index.is_member(ox.Literal("https://example.org/a"), person)


def test_the_base_is_that_of_the_file_or_ours() -> None:
    assert TripleIndex(TURTLE).base_iri == "https://example.org/"
    assert TripleIndex("").base_iri == BASE_IRI


def test_what_is_no_turtle_is_an_error() -> None:
    with pytest.raises(SyntaxError):
        TripleIndex("<a> <b")
