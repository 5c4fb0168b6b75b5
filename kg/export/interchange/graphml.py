"""GraphML, which networkx, igraph, Cytoscape and yEd read."""

from __future__ import annotations

from kg.export.interchange.property_graph import Kind, PropertyTable, Value
from kg.export.interchange.xml import HEAD, element, plain, text

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES: dict[Kind, str] = {"whole": "int", "number": "double"}


def write(nodes: PropertyTable, edges: PropertyTable) -> str:
    """The document; properties with several values are JSON arrays."""
    node_keys, edge_keys = _keys("node", nodes, ["id"]), _keys("edge", edges, ["id", "source", "target"])
    keys = [
        element("key", {"id": key, "for": owner, "attr.name": name, "attr.type": _TYPES.get(kind, "string")})
        for owner, table, keys in (("node", nodes, node_keys), ("edge", edges, edge_keys))
        for name, key in keys.items()
        for kind in [table.columns[name]]
    ]
    body = [*_elements("node", nodes, node_keys), *_elements("edge", edges, edge_keys)]
    graph = element(
        "graph", {"id": "press-kg", "edgedefault": "directed"}, "\n", *(f"{one}\n" for one in body)
    )
    return HEAD + element("graphml", {"xmlns": _NAMESPACE}, "\n", *(f"{key}\n" for key in keys), graph) + "\n"


def _keys(owner: str, table: PropertyTable, attributes: list[str]) -> dict[str, str]:
    """The key of each property that is no attribute of the element itself."""
    return {name: f"{owner}-{name}" for name in table.columns if name not in attributes}


def _elements(owner: str, table: PropertyTable, keys: dict[str, str]) -> list[str]:
    return [_element(owner, dict(zip(table.columns, row, strict=True)), keys) for row in table.rows]


def _element(owner: str, row: dict[str, Value], keys: dict[str, str]) -> str:
    attributes = {name: plain(value) for name, value in row.items() if name not in keys}
    data = (
        element("data", {"key": key}, text(plain(row[name])))
        for name, key in keys.items()
        if row[name] not in (None, [])
    )
    return element(owner, attributes, *data)
