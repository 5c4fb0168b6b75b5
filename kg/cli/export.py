"""`kg export`: a build in other formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import console
from kg.language.text import visible


@console.verb
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that kg build wrote.")],
    formats: Annotated[
        list[str],
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="trig, nquads, jsonld, graphml, gexf, csv, parquet or neo4j; may be given several times.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Where the files go.", show_default="DIR itself"),
    ] = None,
) -> None:
    """Write the graph of a build in other formats, beside its own files.

    trig and nquads have a named graph for each article, jsonld has short names by our context. In graphml,
    gexf (for Gephi), csv, parquet and neo4j, entities and articles are nodes and claims are edges, each with
    its words, article and confidence.

    For example: kg export output --format trig --format gexf
    """
    from kg.building.builder import load, load_report
    from kg.export.formats import export as write

    for path in write(load(folder), load_report(folder), formats, output or folder):
        typer.echo(visible(str(path)))
