"""How terms and blocks are laid out."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.artifacts.graph_file import parse_turtle
from kg.export.rdf.terms import Resource, Section, Value
from kg.export.rdf.turtle import write
from kg.model.ontology import expand

BASE = "http://base.org/id/"


def one(value: Value) -> str:
    """The value as it is written."""
    resource = Resource(ox.NamedNode(BASE + "s"), ((ox.NamedNode(expand("oa:p")), (value,)),))
    text = write([Section("Things", [resource])], BASE)
    assert {quad.object for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)} == {value}
    return text.split("<s> oa:p ")[1].removesuffix(" .\n")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (ox.NamedNode(BASE + "person/张三"), "<person/张三>"),
        (ox.NamedNode(expand("org:Role")), "org:Role"),
        (ox.NamedNode(expand("schema:a/b")), "<https://schema.org/a/b>"),
        (ox.NamedNode("http://elsewhere.org/x"), "<http://elsewhere.org/x>"),
        (ox.Literal("张三", language="zh"), '"张三"@zh'),
        (ox.Literal('a"b\\c\nd'), r'"a\"b\\c\nd"'),
        (ox.Literal("0.97", datatype=ox.NamedNode(expand("xsd:decimal"))), "0.97"),
        (ox.Literal("1", datatype=ox.NamedNode(expand("xsd:decimal"))), '"1"^^xsd:decimal'),
        (ox.Literal("x", datatype=ox.NamedNode(expand("xsd:t"))), '"x"^^xsd:t'),
    ],
)
def test_a_term_is_written_in_its_shortest_plain_form(value: Value, written: str) -> None:
    assert one(value) == written


@pytest.mark.parametrize(
    "hidden", ["\x00", "\x1b", "\x85", "\u200b", "\u202e", "\u2028", "\ufeff", "\U000e0041"]
)
def test_what_the_eye_cannot_see_is_escaped(hidden: str) -> None:
    assert hidden not in one(ox.Literal(f"甲{hidden}乙"))


def test_blocks_are_headed_and_several_values_stand_in_lines() -> None:
    a, b = ox.NamedNode(BASE + "a"), ox.NamedNode(BASE + "b")
    verb = ox.NamedNode(expand("oa:p"))
    text = write([Section("First", [Resource(a, ((verb, (a, b)),))]), Section("Second", [])], BASE)
    assert text == (
        f"@base <{BASE}> .\n@prefix oa: <http://www.w3.org/ns/oa#> .\n\n\n# First\n\n"
        "<a> oa:p\n        <a>,\n        <b> .\n\n\n# Second\n"
    )


def test_what_is_written_is_read_again_with_its_base() -> None:
    a = ox.NamedNode(BASE + "a")
    store, base = parse_turtle(write([Section("Things", [Resource(a, ((a, (a,)),))])], BASE))
    assert base == BASE
    assert [quad.triple for quad in store] == [ox.Triple(a, a, a)]
