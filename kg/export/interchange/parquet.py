"""Nodes and edges as Parquet, with typed columns: lists, days, numbers."""

from __future__ import annotations

import io
from datetime import date

from kg.export.interchange.property_graph import Kind, PropertyTable, Value
from kg.model.errors import OutputError


def write(table: PropertyTable) -> bytes:
    """The table as one file. Raises OutputError where the extra `parquet` is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise OutputError('Parquet needs a library: install it (pip install "press-kg[parquet]")') from None
    types: dict[Kind, pa.DataType] = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "day": pa.date32(),
        "whole": pa.int64(),
        "number": pa.float64(),
    }
    schema = pa.schema([(name, types[kind]) for name, kind in table.columns.items()])
    rows = [
        {name: _typed(value, kind) for (name, kind), value in zip(table.columns.items(), row, strict=True)}
        for row in table.rows
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), out)
    return out.getvalue()


def _typed(value: Value, kind: Kind) -> Value | date:
    return date.fromisoformat(value) if kind == "day" and isinstance(value, str) else value
