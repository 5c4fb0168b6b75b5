"""An import set for Neo4j: nodes and relationships, their headers in files of their own.

    neo4j-admin database import full --nodes=nodes-header.csv,nodes.csv \\
        --relationships=relationships-header.csv,relationships.csv \\
        --array-delimiter=U+001F --multiline-fields=true

Several values are divided by a control character that no name can hold. Text is written as it is: what a
spreadsheet takes for a formula is none here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from kg.export.interchange.property_graph import Kind, PropertyTable, Value

_DIVIDER = "\x1f"
_TYPES: dict[Kind, str] = {
    "text": "string",
    "texts": "string[]",
    "day": "date",
    "whole": "long",
    "number": "double",
}


def write(nodes: PropertyTable, edges: PropertyTable) -> dict[str, str]:
    """The four files by their names."""
    ends = {"source": ":START_ID", "target": ":END_ID"}
    types = {"predicate": ":TYPE"}
    return {
        "nodes-header.csv": _csv([[*_header(nodes, {"id": "iri:ID", "label": "name:string"}), ":LABEL"]]),
        "nodes.csv": _csv([*row, _labels(nodes, row)] for row in nodes.rows),
        "relationships-header.csv": _csv([_header(edges, ends | types)]),
        "relationships.csv": _csv(edges.rows),
    }


def _header(table: PropertyTable, special: dict[str, str]) -> list[str]:
    return [special.get(name, f"{name}:{_TYPES[kind]}") for name, kind in table.columns.items()]


def _labels(nodes: PropertyTable, row: tuple[Value, ...]) -> list[str]:
    """The type, and the class below it where there is one."""
    known = dict(zip(nodes.columns, row, strict=True))
    return [str(known[name]) for name in ("type", "kind") if known[name]]


def _csv(rows: Iterable[Iterable[Value]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(map(_cell, row) for row in rows)
    return out.getvalue()


def _cell(value: Value) -> str | int | float:
    if isinstance(value, list):
        return _DIVIDER.join(value)
    return "" if value is None else value
