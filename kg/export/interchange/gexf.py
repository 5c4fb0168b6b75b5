"""GEXF 1.3, as Gephi reads it: labels, properties, and on its timeline the days of events and articles."""

from __future__ import annotations

from kg.export.interchange.property_graph import Kind, PropertyTable, Value
from kg.export.interchange.xml import HEAD, element, plain
from kg.export.rdf.terms import is_date

_NAMESPACE = "http://gexf.net/1.3"
_SCHEMA = {
    "xmlns": _NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_NAMESPACE} {_NAMESPACE}/gexf.xsd",
    "version": "1.3",
}
_TYPES: dict[Kind, str] = {"whole": "integer", "number": "double"}
_ATTRIBUTES = frozenset({"id", "label", "source", "target"})


def write(nodes: PropertyTable, edges: PropertyTable, creator: str) -> str:
    """The document; properties with several values are JSON arrays."""
    graph = element(
        "graph",
        {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"},
        "\n",
        _declared("node", nodes),
        _declared("edge", edges),
        element("nodes", {}, "\n", *(f"{_node(row)}\n" for row in _rows(nodes))),
        "\n",
        element("edges", {}, "\n", *(f"{_edge(row)}\n" for row in _rows(edges))),
        "\n",
    )
    meta = element("meta", {}, element("creator", {}, creator))
    return HEAD + element("gexf", _SCHEMA, "\n", meta, "\n", graph, "\n") + "\n"


def _declared(owner: str, table: PropertyTable) -> str:
    declared = (
        element("attribute", {"id": name, "title": name, "type": _TYPES.get(kind, "string")})
        for name, kind in table.columns.items()
        if name not in _ATTRIBUTES
    )
    return element("attributes", {"class": owner, "mode": "static"}, *declared) + "\n"


def _rows(table: PropertyTable) -> list[dict[str, Value]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def _node(row: dict[str, Value]) -> str:
    date = row["date"]
    published = date if date and is_date(plain(date)) else None
    days = {"start": row["first"] or published, "end": row["last"] or published}
    dated = {name: plain(value) for name, value in days.items() if value}
    return element("node", {"id": plain(row["id"]), "label": plain(row["label"]), **dated}, _values(row))


def _edge(row: dict[str, Value]) -> str:
    # Gephi keeps parallel edges apart by their kind.
    named = {name: plain(row[name]) for name in ("id", "source", "target", "label")}
    return element("edge", {**named, "kind": plain(row["predicate"])}, _values(row))


def _values(row: dict[str, Value]) -> str:
    elements = (
        element("attvalue", {"for": name, "value": plain(value)})
        for name, value in row.items()
        if name not in _ATTRIBUTES and value not in (None, [])
    )
    return element("attvalues", {}, *elements)
