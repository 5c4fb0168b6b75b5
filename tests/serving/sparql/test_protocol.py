"""The SPARQL protocol, as clients that others wrote speak it, and as no client should."""

from __future__ import annotations

import json

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, RDFXML, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.model.ontology import expand

PRESIDED = "SELECT ?who { ?who kg:presidesOver ?event }"
LIN = "https://w3id.org/press-kg/id/person/林晓岚"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


# ---- clients that others wrote


def wrapper(
    live: str, query: str, form: str, method: str | None = None, how: str = URLENCODED
) -> SPARQLWrapper:
    client = SPARQLWrapper(f"{live}/sparql", returnFormat=form)
    client.setQuery(query)
    if method:
        client.setMethod(method)
        client.setRequestMethod(how)
    return client


@pytest.mark.parametrize(("method", "how"), [(None, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_asks_in_every_way(live: str, method: str | None, how: str) -> None:
    found = wrapper(live, PRESIDED, JSON, method, how).queryAndConvert()
    assert [row["who"] for row in found["results"]["bindings"]] == [{"type": "uri", "value": LIN}]


def test_sparqlwrapper_reads_every_format(live: str) -> None:
    assert LIN in wrapper(live, PRESIDED, XML).queryAndConvert().toxml()
    assert wrapper(live, PRESIDED, CSV).queryAndConvert().decode() == f"who\r\n{LIN}\r\n"
    assert wrapper(live, "ASK { ?a kg:met ?b }", JSON).queryAndConvert()["boolean"] is False
    construct = "CONSTRUCT { ?a kg:presidesOver ?b } WHERE { ?a kg:presidesOver ?b }"
    assert len(wrapper(live, construct, RDFXML).queryAndConvert()) == 1
    assert LIN in wrapper(live, construct, TURTLE).queryAndConvert().decode()


def test_sparqlwrapper_understands_a_refusal(live: str) -> None:
    with pytest.raises(QueryBadFormed, match="line 1, column"):
        wrapper(live, "SELECT {", JSON).query()


def test_rdflib_takes_the_endpoint_for_a_graph(live: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{live}/sparql"))
    lin = rdflib.URIRef(LIN)
    assert graph.value(lin, rdflib.RDFS.label) == rdflib.Literal("林晓岚", lang="zh")
    assert (lin, rdflib.RDF.type, rdflib.URIRef(expand("kg:Person"))) in graph
    assert len(list(graph.query("SELECT ?p ?o { ?s ?p ?o }", initBindings={"s": lin}))) > 5


# ---- by hand


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
    ],
)
def test_a_table_comes_in_the_format_asked_for(
    client: httpx.Client, accept: str | None, media_type: str
) -> None:
    response = client.get("/sparql", params={"query": PRESIDED}, headers={"Accept": accept or "*/*"})
    assert (response.status_code, response.headers["content-type"]) == (200, media_type)
    assert response.headers["vary"] == "Accept"
    assert "林晓岚" in response.text


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("*/*", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
    ],
)
def test_a_graph_comes_in_the_format_asked_for(
    client: httpx.Client, accept: str, format_: ox.RdfFormat
) -> None:
    query = "DESCRIBE <person/林晓岚>"
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert response.headers["content-type"].startswith(format_.media_type)
    assert {quad.subject.value for quad in ox.parse(response.content, format=format_)} == {LIN}


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        (PRESIDED, "text/turtle"),
        ("DESCRIBE <person/林晓岚>", "text/csv"),
        (PRESIDED, "image/png"),
        ("", "image/png"),
    ],
)
def test_a_format_that_cannot_be_is_not_acceptable(client: httpx.Client, query: str, accept: str) -> None:
    asked = {"query": query} if query else None
    assert client.get("/sparql", params=asked, headers={"Accept": accept}).status_code == 406


def test_people_who_look_at_the_endpoint_find_the_page(client: httpx.Client) -> None:
    response = client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (response.status_code, response.headers["location"]) == (303, "/query")


# ---- what is not allowed


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }",
    ],
)
def test_data_from_elsewhere_is_refused(client: httpx.Client, query: str) -> None:
    assert client.get("/sparql", params={"query": query}).status_code == 403


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri", "using-graph-uri"])
def test_another_graph_is_refused(client: httpx.Client, name: str) -> None:
    asked = {"query": PRESIDED, name: "http://127.0.0.1:9/"}
    assert client.get("/sparql", params=asked).status_code == 403
    assert client.post("/sparql", data=asked).status_code == 403


@pytest.mark.parametrize(
    "update", ["INSERT DATA { <a:a> <a:a> <a:a> }", "LOAD <file:///etc/passwd>", "DELETE WHERE { ?s ?p ?o }"]
)
def test_an_update_is_refused_in_every_way(client: httpx.Client, update: str) -> None:
    direct = {"Content-Type": "application/sparql-update"}
    assert client.post("/sparql", data={"update": update}).status_code == 403
    assert client.post("/sparql", content=update, headers=direct).status_code == 403
    assert client.get("/sparql", params={"update": update}).status_code == 403
    refused = client.get("/sparql", params={"query": update})
    assert (refused.status_code, "may not change" in refused.text) == (400, True)
    assert client.get("/sparql", params={"query": "ASK { <a:a> ?p ?o }"}).json()["boolean"] is False


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"query=%FF", FORM, 400),
        (b"query=\xe5", FORM, 400),
        (b"query=ASK%7B%7D&query=ASK%7B%7D", FORM, 400),
        (b"", FORM, 400),
        (b"&".join([b"a=b"] * 200), FORM, 400),
        (b"\xff", {"Content-Type": "application/sparql-query"}, 400),
        (b"{}", {"Content-Type": "application/json"}, 415),
        (b"ASK {}", {}, 415),
        (b"query=" + b"A" * 100_001, FORM, 413),
        (b"query=" + b"%28" * 30_000, FORM, 400),
    ],
)
def test_a_malformed_request_is_told_what_is_wrong(
    client: httpx.Client, content: bytes, headers: dict[str, str], status: int
) -> None:
    response = client.post("/sparql", content=content, headers=headers)
    assert response.status_code == status
    assert response.text.strip()


def test_no_other_method_is_served(client: httpx.Client) -> None:
    assert client.put("/sparql", content="x").status_code == 405
    assert client.delete("/doc/person/林晓岚").status_code == 405


def test_an_error_points_at_its_place(client: httpx.Client) -> None:
    response = client.post("/sparql", data={"query": "SELECT *\nWHERE { ?a nothing:x ?c }"})
    assert response.status_code == 400
    assert response.text.startswith("line 2, column 12: the prefix nothing: is not declared\n")


def test_files_and_shipped_names_are_no_queries(client: httpx.Client) -> None:
    for text in ("presided-over", "/etc/passwd"):
        assert client.get("/sparql", params={"query": text}).status_code == 400


def test_json_is_that_of_the_standard(client: httpx.Client) -> None:
    found = json.loads(
        client.get("/sparql", params={"query": "SELECT ?n { <person/苏禾> rdfs:label ?n }"}).text
    )
    assert found["results"]["bindings"] == [{"n": {"type": "literal", "value": "苏禾", "xml:lang": "zh"}}]
