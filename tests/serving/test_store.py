"""The graph of a build as a store on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.errors import InputError
from kg.model.iri import BASE_IRI
from kg.serving.store import stored

TRIPLE = "<a> <b> <c> ."


@pytest.mark.parametrize(
    ("turtle", "base"),
    [(f"@base <https://example.org/> . {TRIPLE}", "https://example.org/"), ("<x:a> <x:b> <x:c> .", BASE_IRI)],
)
def test_a_store_has_the_graph_and_its_base_while_it_is_needed(
    tmp_path: Path, turtle: str, base: str
) -> None:
    (tmp_path / "graph.ttl").write_text(turtle, "utf-8")
    with stored(tmp_path) as graph:
        assert (len(graph.open()), graph.base_iri) == (1, base)
        path = graph.path
    assert not path.exists()


@pytest.mark.parametrize(("turtle", "reason"), [(None, "cannot be read"), ("<a> <b", "is not Turtle")])
def test_a_folder_without_a_graph_is_named(tmp_path: Path, turtle: str | None, reason: str) -> None:
    if turtle is not None:
        (tmp_path / "graph.ttl").write_text(turtle, "utf-8")
    with pytest.raises(InputError, match=rf"graph\.ttl: {reason}"), stored(tmp_path):
        pass
