"""What the server says of itself."""

from __future__ import annotations

import httpx
import rdflib

from kg.model.ontology import expand


def test_without_a_query_the_service_describes_itself(client: httpx.Client) -> None:
    told = rdflib.Graph().parse(data=client.get("/sparql").text, format="turtle")
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    whole = len(rdflib.Graph().parse(data=client.get("/graph.ttl").text, format="turtle"))
    assert [int(count) for count in told.objects(None, void.triples)] == [whole]
    people = told.value(predicate=void["class"], object=rdflib.URIRef(expand("kg:Person")))
    assert int(told.value(people, void.entities)) == 6
