"""Questions to a build: what is asked, how it is bound, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.errors import InputError, QueryError
from kg.model.iri import BASE_IRI
from kg.query.answers import AskResult, GraphResult, SelectResult, render
from kg.query.engine import Dataset, run, shipped_queries
from tests.factory import corpus

LABELS = "SELECT ?thing ?label { ?thing a kg:Person ; rdfs:label ?label } ORDER BY ?label"


def test_sparql_needs_no_prefixes(corpus_graph: Path) -> None:
    result = run(corpus_graph, LABELS)
    assert isinstance(result, SelectResult)
    assert result.variables == ("thing", "label")
    assert (BASE_IRI + "person/周启明", "周启明") in result.rows


def test_iris_below_the_base_can_be_written_short(dataset: Dataset) -> None:
    assert dataset.run("ASK { <person/林晓岚> kg:presidesOver ?event }") == AskResult(True)
    described = dataset.run("DESCRIBE <person/苏禾>")
    assert isinstance(described, GraphResult)
    assert '"苏禾"@zh' in render(described)


def test_the_base_is_that_of_the_build(tmp_path: Path) -> None:
    graph = KnowledgeGraph.from_articles(corpus(), "https://data.example.org/")
    (tmp_path / "graph.ttl").write_text(to_turtle(graph), "utf-8")
    assert run(tmp_path, "ASK { <https://data.example.org/person/苏禾> ?p ?o }") == AskResult(True)
    assert run(tmp_path, "ASK { <person/苏禾> ?p ?o }") == AskResult(True)


def test_a_query_may_stand_in_a_file(dataset: Dataset, tmp_path: Path) -> None:
    file = tmp_path / "people.rq"
    file.write_text("\ufeff" + LABELS, "utf-8")
    assert dataset.run(str(file)) == dataset.run(LABELS)


def test_a_shipped_query_is_known_by_name_and_says_what_it_asks(dataset: Dataset) -> None:
    (posts,) = (query for query in shipped_queries() if query.name == "posts-of-person")
    assert (posts.zh, posts.en.split(",")[0]) == ("某人的全部职务", "All posts of a person")
    ((name, kind),) = ((parameter.name, parameter.kind) for parameter in posts.parameters)
    assert (name, kind) == ("person", "name")
    assert dataset.run("posts-of-person") == dataset.run(posts.text)


@pytest.mark.parametrize(
    ("head", "parameters", "count"),
    [
        ("# parameter ?label name: 姓名 / the name", {"label": "苏禾"}, 1),
        ("# parameter ?label name: 姓名 / the name", {"label": "<苏禾>"}, 0),
        ("# parameter ?thing iri: 人 / the person", {"thing": "person/苏禾"}, 1),
        ("# parameter ?thing iri: 人 / the person", {"thing": BASE_IRI + "person/苏禾"}, 1),
        ("", {"thing": "<person/苏禾>"}, 1),
        ("", {"thing": "person/苏禾"}, 0),
        ("", {"label": "苏禾"}, 0),
        ("", {"thing": "<person/苏禾>", "label": "周启明"}, 0),
    ],
)
def test_a_parameter_is_what_its_declaration_says(
    dataset: Dataset, head: str, parameters: dict[str, str], count: int
) -> None:
    result = dataset.run(f"{head}\n{LABELS}", parameters)
    assert isinstance(result, SelectResult)
    assert len(result.rows) == count


@given(value=st.text())
def test_no_value_changes_the_query(dataset: Dataset, value: str) -> None:
    """A name that nothing has finds nothing, whatever it would do if it were pasted."""
    try:
        result = dataset.run("posts-of-person", {"person": value})
    except QueryError:
        assert any("\ud800" <= char <= "\udfff" for char in value)
    else:
        assert isinstance(result, SelectResult)
        assert all(row[0] == value for row in result.rows)


@pytest.mark.parametrize(
    ("query", "parameters", "message"),
    [
        (LABELS, {"nobody": "x"}, r"has no parameter 'nobody' \(its parameters: none declared\)"),
        ("posts-of-person", {"who": "x"}, r"its parameters: person"),
        (LABELS, {"thing": "<a b>"}, "cannot be a value"),
        (
            "SELECT ?label { ?thing rdfs:label ?label }",
            {"thing": "<person/苏禾>"},
            r"does not contains? variable \?thing",
        ),
        ("ASK { '\ud800' ?p ?o }", {}, "surrogates not allowed"),
    ],
)
def test_a_parameter_that_cannot_be_bound_is_named(
    dataset: Dataset, query: str, parameters: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        dataset.run(query, parameters)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { sErViCe SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?o<'>') SERVICE <http://127.0.0.1:9/> { ?s ?p 'x' } }",
        r"SELECT * { SERV\u0049CE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        r"SELECT * { SERV\U00000049CE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * {\n#\nSERVICE#\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * from kg:x { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "INSERT DATA { <a:a> <a:a> <a:a> }",
        "DELETE WHERE { ?s ?p ?o }",
        "ASK { ?s ?p ?o } ; DROP ALL",
        "CLEAR ALL #{",
    ],
)
def test_nothing_outside_is_read_and_nothing_is_changed(dataset: Dataset, query: str) -> None:
    with pytest.raises(QueryError):
        dataset.run(query)
    assert dataset.run("ASK { ?s ?p ?o }") == AskResult(True)


def test_a_word_that_only_contains_service_or_from_is_no_offence(dataset: Dataset) -> None:
    result = dataset.run('ASK { ?services rdfs:label ?fromage FILTER(?fromage != "from here") }')
    assert result == AskResult(True)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "SELECT *\nWHERE { ?a ?b ?c }\nLIMIT 十",
            "line 3, column 7: not SPARQL from here on (expected",
        ),
        (
            'SELECT *\nWHERE { ?a rdfs:label "张"@zh . ?a nothing:x ?c }',
            "line 2, column 35: the prefix nothing: is not declared\n"
            'WHERE { ?a rdfs:label "张"@zh . ?a nothing:x ?c }\n'
            "                                   ^",
        ),
        ('ASK { ?a ?b "x:y" } LIMT <z:z> # q:q', "line 1, column 21: not SPARQL from here on"),
        (
            "SELECT ?a { ?a ?b ?c }\nGROUP BY ?b",
            "line 2, column 12: The SELECT contains a variable that is unbound\n",
        ),
        ("ASK { <http://example.org/%zz> ?b ?c }", "IRI parsing failed\n"),
        ("INSERT DATA { <a:a> <a:a> <a:a> }", "line 1, column 1: a query may not change the graph"),
        ("people of note", "is no SPARQL, no readable file, and none of our queries: appear-together"),
    ],
)
def test_an_error_points_at_its_place(dataset: Dataset, query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        dataset.run(query)
    assert message in str(caught.value)


@pytest.mark.parametrize("content", [None, "not turtle"])
def test_a_folder_without_a_graph_is_named(tmp_path: Path, content: str | None) -> None:
    if content:
        (tmp_path / "graph.ttl").write_text(content, "utf-8")
    with pytest.raises(InputError, match=str(tmp_path)):
        run(tmp_path, LABELS)


def test_of_a_long_line_an_error_shows_the_place_alone(dataset: Dataset) -> None:
    with pytest.raises(QueryError) as caught:
        dataset.run("ASK { " + "?a ?b ?c . " * 1000 + "nothing:x }")
    _, shown, mark = str(caught.value).split("\n")
    assert shown.index("nothing:x") == mark.index("^")
    assert len(shown) < 200
