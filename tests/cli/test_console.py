"""How messages look."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import typer

from kg.cli import console
from kg.model.errors import InputError
from kg.model.records import Problem
from tests.cli.conftest import Run


def test_a_message_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    result = run("view", tmp_path / "red\x1b[31m\u202e")
    assert "\x1b" not in result.stderr
    assert "red\\u001b[31m\\u202e" in result.stderr


def test_problems_are_told_with_their_files_and_give_the_exit_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(typer.Exit) as ended:
        console.finish([Problem("a.txt", "is empty")], [Problem("b.txt", "was read before")])
    assert ended.value.exit_code == console.PARTLY_FAILED
    assert capsys.readouterr().err == "note: b.txt: was read before\nproblem: a.txt: is empty\n"
    console.finish([])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (InputError("x: is missing"), 2, "kg: x: is missing\n"),
        (KeyboardInterrupt(), 130, "kg: interrupted\n"),
    ],
)
def test_an_error_is_one_message_and_an_exit_code(
    error: BaseException, code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    @console.verb
    def fail() -> None:
        raise error

    with pytest.raises(typer.Exit) as ended:
        fail()
    assert ended.value.exit_code == code
    assert capsys.readouterr().err == message


def test_the_log_is_shown_line_by_line_and_cannot_command_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    console.show_log()
    logging.getLogger("kg.building.intake").debug("%s", "a\x1b[31m\nb")
    first, second = capsys.readouterr().err.splitlines()
    assert first.endswith(" DEBUG kg.building.intake: a\\u001b[31m")
    assert second == "b"
