"""`kg validate`: whether a build is sound."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import console
from kg.language.text import visible


@console.verb
def validate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that kg build wrote.")],
) -> None:
    """Hold a graph against its articles and its shapes.

    Every quote must be what its article says at its offsets and stand where the article was read from, every
    relation must be claimed and every claim be a relation, and the graph must keep the SHACL shapes of the
    ontology. kg build does the same before it writes.

    Exit code: 0 all is sound, 1 something is not, 2 there is no build.
    """
    from kg.validation import validate as find_faults

    findings = find_faults(folder)
    for finding in findings:
        typer.echo(visible(str(finding)))
    if findings:
        raise typer.Exit(console.PARTLY_FAILED)
    typer.echo(visible(f"{folder}: sound"))
