"""How terms and blocks are laid out."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.export.turtle import Resource, Value, write

PREFIXES = {"ex": "http://example.org/", "xsd": "http://www.w3.org/2001/XMLSchema#"}
BASE = "http://base.org/id/"


def one(value: Value) -> str:
    """The value as it is written."""
    resource = Resource(ox.NamedNode(BASE + "s"), ((ox.NamedNode("http://example.org/p"), (value,)),))
    text = write([("Things", [resource])], BASE, PREFIXES)
    assert {quad.object for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)} == {value}
    return text.split("<s> ex:p ")[1].removesuffix(" .\n")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (ox.NamedNode(BASE + "person/张三"), "<person/张三>"),
        (ox.NamedNode("http://example.org/Thing"), "ex:Thing"),
        (ox.NamedNode("http://example.org/a/b"), "<http://example.org/a/b>"),
        (ox.NamedNode("http://elsewhere.org/x"), "<http://elsewhere.org/x>"),
        (ox.Literal("张三", language="zh"), '"张三"@zh'),
        (ox.Literal('a"b\\c\nd'), r'"a\"b\\c\nd"'),
        (ox.Literal("0.97", datatype=ox.NamedNode(PREFIXES["xsd"] + "decimal")), "0.97"),
        (ox.Literal("1", datatype=ox.NamedNode(PREFIXES["xsd"] + "decimal")), '"1"^^xsd:decimal'),
        (ox.Literal("x", datatype=ox.NamedNode("http://example.org/t")), '"x"^^ex:t'),
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
    verb = ox.NamedNode("http://example.org/p")
    text = write([("First", [Resource(a, ((verb, (a, b)),))]), ("Second", [])], BASE, PREFIXES)
    assert text == (
        f"@base <{BASE}> .\n@prefix ex: <http://example.org/> .\n\n\n# First\n\n"
        "<a> ex:p\n        <a>,\n        <b> .\n\n\n# Second\n"
    )
