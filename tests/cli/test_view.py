"""kg view."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("opens", [True, False])
def test_the_view_is_opened_or_its_path_told(
    run: Run, sample_build: Path, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or opens)
    result = run("view", sample_build)
    assert result.exit_code == 0
    assert opened == [(sample_build / "graph.html").as_uri()]
    assert result.stdout == ("" if opens else f"{sample_build / 'graph.html'}\n")


def test_a_folder_without_a_view_is_exit_code_2(run: Run, tmp_path: Path) -> None:
    result = run("view", tmp_path)
    assert result.exit_code == 2
    assert (
        result.stderr
        == f"kg: {tmp_path}: holds no graph.html; make one with: kg build INPUT --output {tmp_path}\n"
    )
