"""Each format is read back by another program with every node, edge and property of the graph."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

import defusedxml.ElementTree as ElementTree
import networkx as nx
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.export.formats import FORMATS
from kg.export.interchange.property_graph import PropertyTable, edges, nodes
from kg.graph import KnowledgeGraph
from kg.model.errors import OutputError
from tests.export.rdf.test_graph import HOSTILE
from tests.export.test_formats import GRAPH, hostile
from tests.factory import report

Rows = list[dict[str, Any]]

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "'", "''"]


def files(name: str, graph: KnowledgeGraph) -> dict[str, bytes]:
    return {
        file: content.encode() if isinstance(content, str) else content
        for file, content in FORMATS[name](graph, report()).items()
    }


def rows(table: PropertyTable) -> Rows:
    """The rows of a table without what is not known."""
    return [known(zip(table.columns, row, strict=True)) for row in table.rows]


def known(row: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in row if value not in (None, "", [])}


# ---- readers: the nodes and edges of each format


def by_networkx(read: Callable[[io.BytesIO], Any], content: bytes) -> tuple[Rows, Rows]:
    network = nx.MultiDiGraph(read(io.BytesIO(content)))
    found = [{**attributes, "id": node} for node, attributes in network.nodes(data=True)]
    joined = [
        {**attributes, "id": attributes.get("id", key), "source": source, "target": target}
        for source, target, key, attributes in network.edges(keys=True, data=True)
    ]
    for row in found:
        if "aliases" in row:
            row["aliases"] = json.loads(row["aliases"])
    return found, joined


def read_graphml(content: dict[str, bytes]) -> tuple[Rows, Rows]:
    return by_networkx(partial(nx.read_graphml, force_multigraph=True), content["graph.graphml"])


def read_gexf(content: dict[str, bytes]) -> tuple[Rows, Rows]:
    found, joined = by_networkx(partial(nx.read_gexf, version="1.3"), content["graph.gexf"])
    for row in found:
        row.pop("start", None)
        row.pop("end", None)
    return found, joined


def read_csv(content: dict[str, bytes]) -> tuple[Rows, Rows]:
    return tuple(typed(csv.DictReader(lines(content[f"{name}.csv"]))) for name in ("nodes", "edges"))


def typed(table: Iterable[dict[str, str]]) -> Rows:
    found = [{name: value.removeprefix("'") for name, value in row.items()} for row in table]
    for row in found:
        row.update(
            (name, read(row[name]))
            for name, read in (("aliases", json.loads), ("confidence", float), ("start", int), ("end", int))
            if row.get(name)
        )
    return [known(row.items()) for row in found]


def read_parquet(content: dict[str, bytes]) -> tuple[Rows, Rows]:
    found, joined = (
        [known(row.items()) for row in pq.read_table(io.BytesIO(content[f"{name}.parquet"])).to_pylist()]
        for name in ("nodes", "edges")
    )
    for row in found:
        row.update((name, row[name].isoformat()) for name in ("first", "last") if name in row)
    return found, joined


def read_neo4j(content: dict[str, bytes]) -> tuple[Rows, Rows]:
    def table(name: str) -> Rows:
        (header,) = csv.reader(lines(content[f"neo4j/{name}-header.csv"]))
        return [
            dict(zip(header, row, strict=True)) for row in csv.reader(lines(content[f"neo4j/{name}.csv"]))
        ]

    read = {"string[]": lambda text: text.split("\x1f"), "double": float, "long": int}
    special = {"iri:ID": "id", ":START_ID": "source", ":END_ID": "target", ":TYPE": "predicate"}

    def plain(row: dict[str, str]) -> dict[str, Any]:
        told = {}
        for column, text in row.items():
            name, _, kind = column.partition(":")
            told[special.get(column, name)] = read.get(kind, str)(text) if text else None
        return known(told.items())

    found, joined = ([plain(row) for row in table(name)] for name in ("nodes", "relationships"))
    for row in found:
        row["label"] = row.pop("name")
        row.pop("")
    return found, joined


def lines(content: bytes) -> io.StringIO:
    return io.StringIO(content.decode(), newline="")


READERS = {
    "graphml": read_graphml,
    "gexf": read_gexf,
    "csv": read_csv,
    "parquet": read_parquet,
    "neo4j": read_neo4j,
}


def by_id(found: Rows) -> Rows:
    return sorted(found, key=lambda row: row["id"])


def assert_all_is_read(name: str, graph: KnowledgeGraph) -> None:
    found, joined = READERS[name](files(name, graph))
    assert by_id(found) == by_id(rows(nodes(graph)))
    assert by_id(joined) == by_id(rows(edges(graph)))


@pytest.mark.parametrize("name", READERS)
def test_every_node_edge_and_property_is_read_back(name: str) -> None:
    assert_all_is_read(name, GRAPH)


@pytest.mark.parametrize("name", READERS)
@given(name_=st.text(min_size=1), title=st.text(min_size=1))
@example(name_=HOSTILE, title=HOSTILE)
@example(name_="\r\n]]>&#0;", title="a;b|c,\x1f\x7f\x85")
@example(name_='["x"]', title="\ufffe\uffff")
def test_nothing_breaks_out_of_its_place(name: str, name_: str, title: str) -> None:
    assert_all_is_read(name, KnowledgeGraph.from_articles([hostile(name_, title)]))


# ---- what the rows are


def test_an_edge_tells_what_its_claim_rests_on() -> None:
    (edge,) = [row for row in rows(edges(GRAPH)) if row["predicate"] == "awarded"]
    assert edge["source"].endswith("organisation/云河大学")
    assert edge["target"].endswith("person/周启明")
    assert (edge["label"], edge["title"], edge["confidence"]) == ("授予", "优秀讲师", 0.9)
    assert (edge["rule"], edge["quote"]) == ("by-hand", "云河大学授予周启明“优秀讲师”称号")
    article = GRAPH.network.nodes[edge["article"]]
    assert article["text"][edge["start"] : edge["end"]] == edge["quote"]


def test_what_cannot_be_written_keeps_its_place() -> None:
    graph = KnowledgeGraph.from_articles([hostile("甲\x00\ud800乙", "职")])
    assert "甲\ufffd\ufffd乙" in {row["label"] for row in rows(nodes(graph))}


# ---- particulars of a format


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula(formula: str) -> None:
    graph = KnowledgeGraph.from_articles([hostile(formula, formula)])
    for content in files("csv", graph).values():
        cells = [cell for row in csv.reader(lines(content)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]


def test_gephi_finds_labels_days_and_kinds() -> None:
    space = {"g": "http://gexf.net/1.3"}
    document = ElementTree.fromstring(files("gexf", GRAPH)["graph.gexf"])
    graph = document.find("g:graph", space)
    assert (document.get("version"), graph.get("mode"), graph.get("timeformat")) == ("1.3", "dynamic", "date")
    found = {node.get("label"): node for node in graph.iterfind("g:nodes/g:node", space)}
    assert {*map(str, found)} >= {"林晓岚", "夏季劳动保护工作会议"}
    meeting, dated = found["夏季劳动保护工作会议"], found["云河市总工会部署夏季工作"]
    assert (meeting.get("start"), meeting.get("end")) == ("2025-06-04", "2025-06-04")
    assert dated.get("start") == "2025-06-05"
    assert found["林晓岚到青石县调研"].get("start") is None
    drawn = list(graph.iterfind("g:edges/g:edge", space))
    assert {edge.get("kind") for edge in drawn} == {claim.predicate for claim in GRAPH.claims()}
    declared = {one.get("id") for one in graph.iterfind("g:attributes/g:attribute", space)}
    assert {value.get("for") for value in graph.iter("{http://gexf.net/1.3}attvalue")} <= declared


def test_parquet_has_days_lists_and_numbers() -> None:
    found = pq.read_table(io.BytesIO(files("parquet", GRAPH)["nodes.parquet"])).to_pylist()
    meeting = next(row for row in found if row["label"] == "夏季劳动保护工作会议")
    assert (meeting["first"], meeting["aliases"]) == (date(2025, 6, 4), ["会议"])


def test_parquet_without_its_library_tells_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"press-kg\[parquet\]"):
        files("parquet", GRAPH)


def test_neo4j_finds_ids_types_and_labels() -> None:
    content = files("neo4j", GRAPH)
    header = content["neo4j/nodes-header.csv"].decode().strip().split(",")
    assert {"iri:ID", "name:string", "aliases:string[]", "first:date", ":LABEL"} <= set(header)
    header = content["neo4j/relationships-header.csv"].decode().strip().split(",")
    assert {":START_ID", ":END_ID", ":TYPE", "confidence:double", "start:long"} <= set(header)
    labels = {row[-1] for row in csv.reader(lines(content["neo4j/nodes.csv"]))}
    assert labels >= {"Person", "Event\x1fMeeting", "Place\x1fAdministrativeDivision", "Article"}


@pytest.mark.parametrize("name", READERS)
def test_a_graph_without_claims_is_written(name: str) -> None:
    assert_all_is_read(name, KnowledgeGraph.from_articles([]))
