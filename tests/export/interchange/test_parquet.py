"""Columns with types."""

from __future__ import annotations

import io
import sys
from datetime import date

import pytest

from kg.model.errors import OutputError
from tests.export.interchange.read_back import files
from tests.export.test_formats import GRAPH

pq = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")


def test_parquet_has_days_lists_and_numbers() -> None:
    found = pq.read_table(io.BytesIO(files("parquet", GRAPH)["nodes.parquet"])).to_pylist()
    meeting = next(row for row in found if row["label"] == "夏季劳动保护工作会议")
    assert (meeting["first"], meeting["aliases"]) == (date(2025, 6, 4), ["会议"])


def test_parquet_without_its_library_tells_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"press-kg\[parquet\]"):
        files("parquet", GRAPH)
