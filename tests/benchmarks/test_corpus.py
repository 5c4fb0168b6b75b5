"""The account of a corpus: nothing is lost without being told."""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.building import builder
from kg.building.workers import annotated
from tests.benchmarks.corpus import main
from tests.building.test_intake import lines

TEXTS = {name: f"青石县总工会举办职工{name}。" for name in ("运动会", "书画展", "技能大赛")}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return lines(tmp_path / "a.jsonl", *({"id": name, "text": text} for name, text in TEXTS.items()))


@pytest.fixture
def packed(table: Path) -> Path:
    path = table.with_name("a.jsonl.xz")
    path.write_bytes(lzma.compress(table.read_bytes()))
    return path


def test_a_corpus_is_built_and_counted(
    packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(packed), "--output", str(tmp_path / "out"), "--rdflib"]) == 0
    told = capsys.readouterr().out
    assert "3 articles read, 3 built, 0 lost" in told
    assert "organised" in told
    triples = [
        line.split("|")[2].strip() for line in told.splitlines() if "pyoxigraph" in line or "rdflib" in line
    ]
    assert len(set(triples)) == 1
    assert "µs a character" in told
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {"graph.ttl", "build.json"}


def test_problems_are_named_and_more_than_one_to_a_thousand_are_too_many(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "b.jsonl.gz"
    other.write_bytes(gzip.compress(b"{\n[]\n\n" * 15))
    assert main([str(table), str(other), "--output", str(tmp_path / "out")]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "21 problems of reading" in told
    assert "line 1: this is not JSON" in told
    assert "0 lost" in told


def test_an_article_that_is_lost_is_an_error(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def losing(*given: Any) -> Iterator[Any]:
        return (one for one in annotated(*given) if one.article.id != "书画展")

    monkeypatch.setattr(builder, "annotated", losing)
    assert main([str(table), "--output", str(tmp_path / "out")]) == 1
    assert "lost and not named: 书画展" in capsys.readouterr().out


def test_without_a_corpus_it_is_told_what_to_give(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--output", str(tmp_path)])
    assert "make corpus CORPUS=" in capsys.readouterr().err
    assert main([str(tmp_path / "none.jsonl.xz"), "--output", str(tmp_path / "out")]) == 2
    assert "none.jsonl.xz" in capsys.readouterr().err
