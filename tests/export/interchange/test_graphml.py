"""GraphML: keys with types, and nothing where a value is not known."""

from __future__ import annotations

import defusedxml.ElementTree as ElementTree

from tests.export.interchange.read_back import files
from tests.export.test_formats import GRAPH

SPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}


def test_every_value_has_a_declared_key_of_its_type() -> None:
    document = ElementTree.fromstring(files("graphml", GRAPH)["graph.graphml"])
    keys = {key.get("id"): key for key in document.iterfind("g:key", SPACE)}
    assert {key.get("attr.type") for key in keys.values()} == {"string", "int", "double"}
    assert keys["edge-confidence"].get("attr.type") == "double"
    for owner in ("node", "edge"):
        values = list(document.iterfind(f"g:graph/g:{owner}/g:data", SPACE))
        assert {keys[value.get("key")].get("for") for value in values} == {owner}
        assert all(value.text for value in values)
