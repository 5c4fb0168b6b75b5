"""`kg query`: questions to a graph, in SPARQL."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import console


@console.verb
def query(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="A folder that kg build wrote.")
    ] = None,
    question: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="SPARQL, a file of it, or a name that --list shows.")
    ] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="NAME=VALUE", help="Fix a variable of the query."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", help="table, csv, json or turtle.", show_default="table; turtle for triples"
        ),
    ] = None,
    infer: Annotated[
        bool, typer.Option("--infer", help="Ask what follows by the ontology too, like schema:organizer.")
    ] = False,
    show_list: Annotated[
        bool, typer.Option("--list", help="Show the queries that come with the program.")
    ] = False,
) -> None:
    """Ask a graph in SPARQL, or with one of the queries that come with the program.

    For example: kg query output surveyed-with --param who=林海棠
    """
    if show_list:
        _print_list()
        return
    if folder is None or question is None:
        raise typer.BadParameter("give DIR and QUERY, or --list")
    from kg.query.answers import render
    from kg.query.engine import run

    result = run(folder, question, _parsed(parameters or []), infer=infer)
    typer.echo(render(result, form), nl=False)


def _parsed(parameters: list[str]) -> dict[str, str]:
    pairs = {}
    for parameter in parameters:
        name, sign, value = parameter.partition("=")
        if not (name and sign):
            raise typer.BadParameter(f"{parameter!r} is not of the form NAME=VALUE", param_hint="--param")
        pairs[name] = value
    return pairs


def _print_list() -> None:
    from kg.query.engine import shipped_queries

    for known in shipped_queries():
        typer.echo(f"{known.name}\n    {known.zh}\n    {known.en}")
        for parameter in known.parameters:
            typer.echo(f"    --param {parameter.name}=…  {parameter.zh} / {parameter.en}")
