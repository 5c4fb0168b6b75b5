"""JSON-LD with short names."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest

from kg.model.ontology import TERMS, ontology_dir
from tests.export.test_formats import TRIPLES, by_rdflib, quads, written

# rdflib warns of its own names.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


def test_json_ld_is_the_turtle_to_both_parsers() -> None:
    content = written("jsonld")
    assert {quad.triple for quad in quads(content, ox.RdfFormat.JSON_LD)} == TRIPLES
    assert {quad.triple for quad in by_rdflib(content, "json-ld")} == TRIPLES


def test_json_ld_is_short_and_plain() -> None:
    objects = {one["id"]: one for one in json.loads(written("jsonld"))["@graph"]}
    assert objects["person/周启明"] == {
        "id": "person/周启明",
        "type": ["Person", "schema:Person", "foaf:Person"],
        "label": "周启明",
        "prefLabel": "周启明",
        "surveyed": "place/柳溪镇",
        "attended": "event/page-01/夏季劳动保护工作会议",
        "spokeAt": "event/page-03/“工匠讲堂”活动",
        "holdsPosition": "organisation/青石县总工会",
    }
    claim = objects["claim/page-01/person/周启明/attended/event/page-01/夏季劳动保护工作会议"]
    assert claim["predicate"] == "attended"
    assert claim["confidence"] == "0.9"
    assert not [one for one in objects.values() for key in one if ":" in key]


def test_the_context_has_a_short_name_for_every_term() -> None:
    context = json.loads((ontology_dir() / "context.jsonld").read_text("utf-8"))["@context"]
    for term in TERMS.values():
        told = context[term.name]
        assert (told["@id"] if isinstance(told, dict) else told) == f"kg:{term.name}"
