"""kg export."""

from __future__ import annotations

from pathlib import Path

from kg.export.formats import FORMATS
from tests.cli.conftest import Run


def test_each_file_is_told(run: Run, sample_build: Path, tmp_path: Path) -> None:
    result = run("export", sample_build, "--format", "trig", "-f", "jsonld", "--output", tmp_path)
    assert result.exit_code == 0
    assert result.stdout.split() == [str(tmp_path / "graph.trig"), str(tmp_path / "graph.jsonld")]
    assert {str(path) for path in tmp_path.iterdir()} == set(result.stdout.split())


def test_the_help_names_every_format(run: Run) -> None:
    told = run("export", "--help").stdout
    assert [name for name in FORMATS if name not in told] == []


def test_what_is_not_there_is_one_message_and_exit_code_2(
    run: Run, sample_build: Path, tmp_path: Path
) -> None:
    for arguments, message in (
        ([tmp_path, "--format", "trig"], "holds no build"),
        ([sample_build, "--format", "rdfa", "--output", tmp_path], "there is no format 'rdfa'"),
    ):
        result = run("export", *arguments)
        assert result.exit_code == 2
        assert message in result.stderr
        assert not list(tmp_path.iterdir())
