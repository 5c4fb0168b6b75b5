"""The document about a resource as RDF."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.model.iri import BASE_IRI
from kg.model.ontology import expand
from tests.serving.pages.test_handlers import CLAIM, LIN

OFFSET_START = rdflib.URIRef(expand("oa:start"))
FORMATS = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}


@pytest.mark.parametrize("key", [LIN, "article/page-01", CLAIM, "person/bad"])
def test_a_document_says_the_same_in_every_format(client: httpx.Client, key: str) -> None:
    turtle, *others = (
        rdflib.Graph().parse(data=client.get(f"/doc/{key}?format={name}").text, format=parser)
        for name, parser in FORMATS.items()
    )
    assert len(turtle) > 20
    assert all(isomorphic(turtle, other) for other in others)


def test_a_document_is_part_of_the_graph_and_carries_its_evidence(
    client: httpx.Client, site_folder: Path
) -> None:
    whole = rdflib.Graph().parse(site_folder / "graph.ttl")
    told = rdflib.Graph().parse(data=client.get(f"/doc/{LIN}").text, format="turtle")
    lin = rdflib.URIRef(BASE_IRI + LIN)
    # The engine keeps offsets by their value.
    kept = {triple for triple in told if getattr(triple[2], "datatype", None) != rdflib.XSD.integer}
    assert kept <= set(whole)
    assert len(told) - len(kept) == len(set(told.subjects(OFFSET_START))) * 2 > 10
    assert set(whole.triples((lin, None, None))) <= set(told)
    quoted = {str(words) for words in told.objects(None, rdflib.URIRef("http://www.w3.org/ns/oa#exact"))}
    assert "林晓岚主持会议" in quoted
