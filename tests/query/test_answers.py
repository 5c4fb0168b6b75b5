"""Answers as Python values and in each text form."""

from __future__ import annotations

import csv
import datetime
import io
import json
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.errors import QueryError
from kg.model.ontology import expand
from kg.query.answers import AskResult, GraphResult, Result, SelectResult, render, width

BASE = "https://example.org/id/"


def literal(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(expand(datatype)))


def column(*terms: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> SelectResult:
    return SelectResult(("x",), tuple((term,) for term in terms), BASE)


NODE = ox.NamedNode(BASE + "person/张三")
TABLE = SelectResult(
    ("who", "n", "what"),
    (
        (NODE, literal("2", "xsd:integer"), ox.Literal("会议", language="zh")),
        (ox.NamedNode(expand("kg:Person")), None, ox.Literal("a,b")),
    ),
    BASE,
)
TRIPLES = GraphResult(
    (ox.Triple(NODE, ox.NamedNode(expand("schema:name")), ox.Literal("张三", language="zh")),)
)


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (NODE, BASE + "person/张三"),
        (ox.Literal("会议", language="zh"), "会议"),
        (literal("3", "xsd:integer"), 3),
        (literal("7", "xsd:nonNegativeInteger"), 7),
        (literal("0.90", "xsd:decimal"), Decimal("0.9")),
        (literal("1.5E0", "xsd:double"), 1.5),
        (literal("true", "xsd:boolean"), True),
        (literal("2025-06-05", "xsd:date"), datetime.date(2025, 6, 5)),
        (literal("2025-13-99", "xsd:date"), "2025-13-99"),
        (literal("x", "xsd:decimal"), "x"),
        (ox.Triple(NODE, NODE, NODE), f"<{NODE.value}> <{NODE.value}> <{NODE.value}>"),
        (None, None),
    ],
)
def test_a_term_becomes_the_python_value_that_it_means(term: ox.Literal, value: object) -> None:
    assert column(term).rows == [(value,)]


def test_a_table_is_aligned_by_the_width_of_chinese() -> None:
    assert render(TABLE) == (
        "who          n  what\n-----------  -  ----\nperson/张三  2  会议\nkg:Person       a,b\n"
    )


def test_a_table_without_rows_still_has_its_head() -> None:
    assert render(column()) == "x\n-\n"


@pytest.mark.parametrize("hostile", ["\x1b[31m", "a\nb", "\u202eabc", "\x00", "\u2028"])
def test_a_table_cannot_command_the_terminal(hostile: str) -> None:
    shown = render(column(ox.Literal(hostile))).removesuffix("\n")
    assert shown.count("\n") == 2
    assert hostile not in shown


def test_csv_is_read_back_by_any_csv_reader() -> None:
    assert list(csv.reader(io.StringIO(render(TABLE, "csv"), newline=""))) == [
        ["who", "n", "what"],
        [BASE + "person/张三", "2", "会议"],
        [expand("kg:Person"), "", "a,b"],
    ]


@given(st.text(alphabet="=+-@＝＋－＠\t\r\n'\"会,"))
def test_no_text_in_csv_is_a_formula(text: str) -> None:
    _, (cell,) = csv.reader(io.StringIO(render(column(ox.Literal("会" + text)), "csv"), newline=""))
    assert cell == "会" + text
    out = list(csv.reader(io.StringIO(render(column(ox.Literal(text)), "csv"), newline="")))
    assert not "".join(out[1]).startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"))


def test_a_negative_number_in_csv_stays_a_number() -> None:
    assert render(column(literal("-5", "xsd:integer")), "csv") == "x\r\n-5\r\n"


def test_json_is_what_the_sparql_standard_says() -> None:
    assert json.loads(render(TABLE, "json")) == {
        "head": {"vars": ["who", "n", "what"]},
        "results": {
            "bindings": [
                {
                    "who": {"type": "uri", "value": NODE.value},
                    "n": {"type": "literal", "value": "2", "datatype": expand("xsd:integer")},
                    "what": {"type": "literal", "value": "会议", "xml:lang": "zh"},
                },
                {
                    "who": {"type": "uri", "value": expand("kg:Person")},
                    "what": {"type": "literal", "value": "a,b"},
                },
            ]
        },
    }


def test_json_tells_blank_nodes_and_quoted_triples() -> None:
    table = column(ox.BlankNode("b"), ox.Triple(NODE, NODE, NODE))
    blank, triple = (row["x"] for row in json.loads(render(table, "json"))["results"]["bindings"])
    assert blank == {"type": "bnode", "value": "b"}
    assert triple["value"]["object"] == {"type": "uri", "value": NODE.value}


def test_an_answer_in_every_form() -> None:
    assert render(AskResult(True)) == "true\n"
    assert render(AskResult(False), "csv") == "answer\r\nfalse\r\n"
    assert json.loads(render(AskResult(True), "json")) == {"head": {}, "boolean": True}


def test_triples_are_turtle_with_the_prefixes_they_need() -> None:
    assert render(TRIPLES) == (
        f'@prefix schema: <https://schema.org/> .\n<{BASE}person/张三> schema:name "张三"@zh .\n'
    )


@pytest.mark.parametrize(
    ("result", "form", "message"),
    [
        (TABLE, "turtle", "gives table, csv or json, not turtle"),
        (TRIPLES, "csv", "gives turtle, not csv"),
        (TABLE, "xml", "there is no format 'xml'"),
        (TABLE, "_", "no format"),
    ],
)
def test_a_form_that_a_result_does_not_have_is_refused(result: Result, form: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        render(result, form)


def test_wide_characters_count_twice() -> None:
    assert (width("abc"), width("会议"), width("（a）")) == (3, 4, 5)
