"""How messages look."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_message_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    result = run("view", tmp_path / "red\x1b[31m\u202e")
    assert "\x1b" not in result.stderr
    assert "red\\u001b[31m\\u202e" in result.stderr
