"""`kg view`: the graph in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.artifacts.names import VIEW
from kg.cli import console
from kg.language.text import visible
from kg.model.errors import InputError


@console.verb
def view(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that kg build wrote.")],
) -> None:
    """Open the interactive view of a build in the browser; without a browser, say where it is."""
    import webbrowser

    from kg.artifacts.folder import of_one_build

    page = folder / VIEW
    with of_one_build(folder, VIEW):
        if not page.is_file():
            raise InputError(f"{folder}: holds no {VIEW}; make one with: kg build INPUT --output {folder}")
    if not webbrowser.open(page.resolve().as_uri()):
        typer.echo(visible(str(page)))
