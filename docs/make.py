"""Writes the pages and pictures of this folder that are made from the code: `make docs`.

Each is a function that gives the text of one file; a test holds the files against them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

from docs.architecture import picture
from docs.rules import page as rules_page
from kg.cli import console
from kg.model import errors
from kg.model.errors import KGError

FOLDER = Path(__file__).parent

_ERRORS = """# Errors

Whatever a person can mend is one of these classes of [`kg.model.errors`](../kg/model/errors.py); their
messages name the file or the value, and say what to do. A command shows the message as `kg: …` and ends with
the exit code; Python code catches the class, or `KGError` for all of them. What a batch can do without is no
error but a problem in `build.json`.

| exit code | what it says |
|---|---|
| 0 | all was done |
| {console.PARTLY_FAILED} | some of it could not be done, or something unsound was found; the rest was done |
| {console.FAILED} | nothing was done |
| {console.INTERRUPTED} | interrupted; what a build has finished is kept for the next time |

Any other error is the program's own: {errors.REPORT_IT}.

| class | what happened | what to do | exit code |
|---|---|---|---|
{rows}
"""


def error_page() -> str:
    """The catalogue of errors, from their classes, in the order of the module."""
    classes = [one for one in vars(errors).values() if inspect.isclass(one) and issubclass(one, KGError)]
    rows = "\n".join(map(_error_row, classes))
    return _ERRORS.format(console=console, errors=errors, rows=rows)


def _error_row(error: type[KGError]) -> str:
    meaning, remedy = (" ".join(part.split()) for part in inspect.getdoc(error).split("\n\n"))
    return f"| `{error.__name__}` | {meaning} | {remedy} | {error.exit_code} |"


PAGES: dict[str, Callable[[], str]] = {
    "architecture.svg": picture,
    "errors.md": error_page,
    "rules.md": rules_page,
}


def main() -> None:
    """Write all of them."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
