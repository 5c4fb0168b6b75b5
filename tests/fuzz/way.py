"""The whole way of some inputs: a build and its validation by the commands, and our own look at it."""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Sequence
from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from tests.fuzz.faults import Fault, faults, kind
from tests.fuzz.inputs import Input

# It stands beside every input: whatever these are, it is read.
GOOD = "云州市总工会召开座谈会\n近日，云州市总工会召开座谈会，云州市总工会主席林晓岚主持会议。\n"


def go(inputs: Sequence[Input], folder: Path) -> list[Fault]:
    """All that goes wrong with inputs that are built together; `folder` is used, and emptied."""
    shutil.rmtree(folder, ignore_errors=True)
    pages, output = folder / "pages", folder / "output"
    pages.mkdir(parents=True)
    (pages / "good.txt").write_text(GOOD, "utf-8")
    for input_ in inputs:
        (pages / input_.name).write_bytes(input_.data)
    return _built(pages, output) or [*_validated(output), *faults(inputs, output)]


def _built(pages: Path, output: Path) -> list[Fault]:
    result = _command("build", pages, "--output", output)
    if result.exit_code == 0 or (result.exit_code == 1 and (output / "build.json").exists()):
        return _crashed(result)
    return _crashed(result) or [Fault(kind(result.output), result.output)]


def _validated(output: Path) -> list[Fault]:
    result = _command("validate", output)
    return _crashed(result) or ([Fault(kind(result.output), result.output)] if result.exit_code else [])


def _command(*arguments: str | Path) -> Result:
    from kg.cli.app import app

    return CliRunner().invoke(app, list(map(str, arguments)))


def _crashed(result: Result) -> list[Fault]:
    error = result.exception
    if isinstance(error, SystemExit):  # of an error that the command did not expect, or of none
        error = error.__cause__
    if error is None or isinstance(error, OSError):
        return []
    return [Fault(f"traceback: {type(error).__name__}", "".join(traceback.format_exception(error)))]
