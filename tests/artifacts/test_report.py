"""build.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.artifacts.report import Report, file_digest, model_identity, read_report
from kg.model.errors import InputError, ModelError
from kg.model.records import Counts, Problem
from tests.factory import report


def test_the_report_is_the_same_wherever_and_whenever_it_is_written() -> None:
    empty = Report(
        settings={},
        model={},
        inputs=(),
        problems=(Problem("页.txt", "is empty"),),
        notes=(),
        counts=Counts(0, {}, {}, {}),
    )
    written = json.loads(empty.to_json())
    assert list(written) == [
        *("program", "libraries", "settings", "model", "inputs", "problems", "notes", "counts"),
        *("files", "started", "ended"),
    ]
    assert written["problems"] == [{"path": "页.txt", "message": "is empty"}]
    assert written["program"].startswith("press-kg ")
    assert "spacy" in written["libraries"]


def test_a_report_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "build.json").write_text(report().to_json(), "utf-8")
    assert read_report(tmp_path / "build.json") == report()


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"inputs": 1}', report().to_json().replace("counts", "sums")]
)
def test_what_is_no_report_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "build.json").write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"build\.json: is not the report of a build"):
        read_report(tmp_path / "build.json")


def test_a_digest_is_sha256(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert file_digest(tmp_path / "a") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_model_is_known_by_its_files(tmp_path: Path) -> None:
    model = tmp_path / "model"
    (model / "ner").mkdir(parents=True)
    (model / "config.cfg").touch()
    (model / "ner" / "weights").write_bytes(b"1")
    first = model_identity(str(model))
    assert first["name"] == str(model)
    (model / "cache.pyc").write_bytes(b"x")
    assert model_identity(str(model)) == first
    (model / "ner" / "weights").write_bytes(b"2")
    assert model_identity(str(model)) != first


def test_the_default_model_has_an_identity_whatever_lies_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = model_identity("lac")
    assert len(identity["sha256"]) == 64
    assert model_identity("press")["sha256"] != identity["sha256"]
    (tmp_path / "lac").mkdir()
    (tmp_path / "lac" / "config.cfg").touch()
    monkeypatch.chdir(tmp_path)
    assert model_identity("lac") == identity


def test_a_folder_that_is_no_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no recogniser"):
        model_identity(str(tmp_path))


@pytest.mark.parametrize("name", ["no_such_pipeline", "", ".", "a/b", "..", "json.nothing.here"])
def test_a_model_that_is_not_there_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if name in (".", "..", ""):
        name = "/no/" + name
    with pytest.raises(ModelError, match="no recogniser"):
        model_identity(name)
