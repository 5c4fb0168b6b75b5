"""`graph.ttl` read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.artifacts.graph_file import parse_turtle, read_turtle
from kg.model.errors import InputError


def test_the_triples_come_with_their_base() -> None:
    store, base = parse_turtle("@base <https://example.org/> . <a> <b> <c>, <d> .")
    assert (len(store), base) == (2, "https://example.org/")
    assert parse_turtle("")[1] is None


def test_what_is_no_turtle_is_an_error() -> None:
    with pytest.raises(SyntaxError):
        parse_turtle("<a> <b")


@pytest.mark.parametrize(("content", "reason"), [(None, "No such file"), (b"\xff", "not UTF-8")])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, reason: str) -> None:
    path = tmp_path / "graph.ttl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=rf"graph\.ttl: cannot be read \({reason}"):
        read_turtle(path)
