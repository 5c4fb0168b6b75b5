"""What all commands share: how an error, a problem, the log and progress look."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Annotated, ParamSpec

import typer

from kg.language.text import visible
from kg.model.errors import KGError
from kg.model.records import Problem

P = ParamSpec("P")

_LOG = logging.getLogger(__name__)

# What is read, and what is said of articles that do not tell it themselves.
Inputs = Annotated[
    list[Path],
    # What cannot be read is for the report, not for a refusal of all that can.
    typer.Argument(
        metavar="INPUT…",
        help="Pages and articles (.txt .jsonl .csv .html .docx .pdf, pictures), or folders of them; "
        "- is standard input.",
        show_default=False,
        readable=False,
        allow_dash=True,
    ),
]
Date = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help="When articles appeared that do not tell it by a field, folio or metadata; goes before a date "
        "in a file's name.",
        show_default=False,
    ),
]
Source = Annotated[
    str | None,
    typer.Option(
        metavar="NEWSPAPER",
        help="In which newspaper they appeared, likewise.",
        show_default=False,
    ),
]

# Exit codes.
FAILED, PARTLY_FAILED, INTERRUPTED = 2, 1, 130


def verb(function: Callable[P, None]) -> Callable[P, None]:
    """A command whose errors become one clear message and an exit code."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except KGError as error:
            _LOG.debug("stopped by an error that the user can mend", exc_info=True)
            say(f"kg: {error}")
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as interrupt:
            say("kg: interrupted")
            raise typer.Exit(INTERRUPTED) from interrupt

    return run


def say(message: str) -> None:
    """A message to the user, on standard error; a file's name in it cannot command the terminal.

    Where nobody can be told, the work goes on.
    """
    with suppress(OSError):
        for line in message.split("\n"):
            typer.echo(visible(line), err=True)


def tell(problems: Sequence[Problem], notes: Sequence[Problem] = ()) -> None:
    """Say what could not be read or done, and what was rightly left out of the inputs."""
    for note in notes:
        say(f"note: {note.path}: {note.message}")
    for problem in problems:
        say(f"problem: {problem.path}: {problem.message}")


def finish(problems: Sequence[Problem], notes: Sequence[Problem] = ()) -> None:
    """End a command that left something out: say what, and give the exit code for it."""
    tell(problems, notes)
    if problems:
        raise typer.Exit(PARTLY_FAILED)


def show_log() -> None:
    """Write all that modules of `kg` log to standard error."""
    handler = _Sayer()
    handler.setFormatter(logging.Formatter("{asctime} {levelname} {name}: {message}", style="{"))
    logger = logging.getLogger("kg")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)


class _Sayer(logging.Handler):
    """Says each record like any other message, so that it harms neither the terminal nor a progress bar."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say it."""
        say(self.format(record))


@contextmanager
def progress() -> Iterator[Callable[[str, int], None]]:
    """A function that shows a step and the number of articles done, while standard error is a terminal."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed} articles"))
    with Progress(*columns, TimeElapsedColumn(), console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("starting", total=None)
        yield lambda step, done: bar.update(task, description=step, completed=done)
