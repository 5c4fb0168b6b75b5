"""kg query."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.query.engine import shipped_queries
from tests.cli.conftest import Run

ASK = "ASK { ?person a kg:Person }"


def test_the_list_shows_every_query_with_its_parameters(run: Run) -> None:
    shown = run("query", "--list").stdout
    for known in shipped_queries():
        assert f"{known.name}\n    {known.zh}\n    {known.en}\n" in shown
        assert all(f"--param {parameter.name}=" in shown for parameter in known.parameters)


@pytest.mark.parametrize("name", [known.name for known in shipped_queries()])
def test_every_query_that_is_listed_runs(run: Run, sample_build: Path, name: str) -> None:
    result = run("query", sample_build, name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout


def test_a_query_is_given_as_text_or_file(run: Run, sample_build: Path, tmp_path: Path) -> None:
    (tmp_path / "ask.rq").write_text(ASK, "utf-8")
    assert run("query", sample_build, ASK).stdout == "true\n"
    assert run("query", sample_build, tmp_path / "ask.rq").stdout == "true\n"


def test_the_format_is_chosen(run: Run, sample_build: Path) -> None:
    question = "SELECT ?name { ?person a kg:Person ; rdfs:label ?name } ORDER BY ?name"
    rows = list(csv.reader(io.StringIO(run("query", sample_build, question, "--format", "csv").stdout)))
    bindings = json.loads(run("query", sample_build, question, "--format", "json").stdout)["results"][
        "bindings"
    ]
    assert rows[0] == ["name"]
    assert [row[0] for row in rows[1:]] == [binding["name"]["value"] for binding in bindings]


def test_what_follows_by_the_ontology_is_asked_where_wanted(run: Run, sample_build: Path) -> None:
    question = "ASK { ?event schema:organizer ?body }"
    assert run("query", sample_build, question).stdout == "false\n"
    assert run("query", sample_build, question, "--infer").stdout == "true\n"


def test_a_parameter_is_bound(run: Run, sample_build: Path) -> None:
    def people(*parameters: str) -> list[str]:
        shown = run("query", sample_build, "posts-of-person", "--format", "csv", *parameters).stdout
        return [row["person"] for row in csv.DictReader(io.StringIO(shown))]

    one, *others = sorted(set(people()))
    assert others
    assert set(people("--param", f"person={one}")) == {one}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give DIR and QUERY"),
        (("{build}",), "give DIR and QUERY"),
        (("{build}", ASK, "--param", "x"), "NAME=VALUE"),
        (("{build}", ASK, "--param", "=x"), "NAME=VALUE"),
        (("{build}", ASK, "--format", "xml"), "no format 'xml'"),
        (("{build}", "SELECT {"), "line 1"),
        (("{build}", "nothing-like-it"), "none of our queries"),
        (("{build}", "DELETE WHERE { ?s ?p ?o }"), "kg: "),
        (("/nowhere", ASK), "give the folder of a build"),
    ],
)
def test_a_wrong_question_is_exit_code_2(
    run: Run, sample_build: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run("query", *(argument.replace("{build}", str(sample_build)) for argument in arguments))
    assert result.exit_code == 2
    assert message in result.stderr
