"""What all verbs share."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.conftest import Run

VERBS = ("build", "read", "query", "view", "explain", "validate", "evaluate", "serve")


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").stdout == f"kg {version('press-kg')}\n"


def test_help_names_every_verb(run: Run) -> None:
    shown = run("--help").stdout
    assert all(verb in shown for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(run: Run, verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert "DIR" in result.stdout or "INPUT" in result.stdout


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("build",), ("build", "x"), ("view",), ("build", "--workers", "0")]
)
def test_wrong_usage_is_exit_code_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_the_package_is_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("kg ")


def test_a_message_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    result = run("view", tmp_path / "red\x1b[31m\u202e")
    assert "\x1b" not in result.stderr
    assert "red\\u001b[31m\\u202e" in result.stderr
