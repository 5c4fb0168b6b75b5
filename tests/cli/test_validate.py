"""kg validate."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.conftest import Run


def test_a_build_is_sound(run: Run, sample_build: Path) -> None:
    result = run("validate", sample_build)
    assert (result.exit_code, result.stdout) == (0, f"{sample_build}: sound\n")


def test_a_changed_article_is_found(run: Run, sample_build: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_build, tmp_path, dirs_exist_ok=True)
    records = [json.loads(line) for line in (tmp_path / "articles.jsonl").read_text("utf-8").splitlines()]
    for record in records:
        record["text"] = record["text"][::-1]
    (tmp_path / "articles.jsonl").write_text(
        "".join(json.dumps(record) + "\n" for record in records), "utf-8"
    )
    result = run("validate", tmp_path)
    assert result.exit_code == 1
    assert "the article says" in result.stdout


def test_no_build_is_exit_code_2(run: Run, tmp_path: Path) -> None:
    result = run("validate", tmp_path)
    assert result.exit_code == 2
    assert "graph.ttl" in result.stderr
