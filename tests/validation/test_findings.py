"""A build in a folder is held against its articles and shapes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.artifacts.annotations import to_jsonl
from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.errors import InputError
from kg.validation import require_sound, validate
from tests.factory import corpus
from tests.validation.test_checks import GRAPH, TURTLE, cut


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text(TURTLE, "utf-8")
    (tmp_path / "articles.jsonl").write_text(to_jsonl(corpus()), "utf-8")
    return tmp_path


def test_a_sound_build_has_no_findings(folder: Path) -> None:
    assert validate(folder) == []
    require_sound(TURTLE, GRAPH)


def test_a_base_of_the_user_is_found_in_the_turtle(tmp_path: Path) -> None:
    base = "https://data.example.org/press/"
    turtle = to_turtle(KnowledgeGraph.from_articles(corpus(), base))
    (tmp_path / "graph.ttl").write_text(turtle, "utf-8")
    (tmp_path / "articles.jsonl").write_text(to_jsonl(corpus(), base), "utf-8")
    assert validate(tmp_path) == []


def test_validate_tells_findings_of_both_kinds(folder: Path) -> None:
    broken = cut(cut(TURTLE, 'exact "林晓岚主持会议"', 'exact "林"'), "kg:confidence 0.9", "kg:confidence 2")
    (folder / "graph.ttl").write_text(broken, "utf-8")
    told = " ".join(map(str, validate(folder)))
    assert "oa:exact is '林'" in told
    assert "confidence" in told


@pytest.mark.parametrize(
    "break_", [lambda f: (f / "graph.ttl").unlink(), lambda f: (f / "articles.jsonl").unlink()]
)
def test_a_folder_without_a_build_is_named(folder: Path, break_: Callable[[Path], None]) -> None:
    break_(folder)
    with pytest.raises(InputError, match=str(folder)):
        validate(folder)


def test_turtle_that_cannot_be_parsed_is_a_finding(folder: Path) -> None:
    (folder / "graph.ttl").write_text(TURTLE + "<x> <y", "utf-8")
    (finding,) = validate(folder)
    assert "is not Turtle" in finding.message
