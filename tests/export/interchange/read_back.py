"""Reads each format back by another program: every node, edge and property of the graph."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import networkx as nx
import pytest

from kg.export.formats import FORMATS
from kg.export.interchange.property_graph import PropertyTable, edges, nodes
from kg.graph import KnowledgeGraph
from tests.factory import report

Rows = list[dict[str, Any]]


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
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
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
