"""The command line: one verb a module, each a thin layer over a plain function."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import build, console, evaluate, explain, export, query, read, serve, validate, view

app = typer.Typer(
    cls=console.Verbs,
    help="Chinese newspaper pages in, a knowledge graph out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for verb in (
    build.build,
    read.read,
    query.query,
    view.view,
    serve.serve,
    export.export,
    explain.explain,
    validate.validate,
    evaluate.evaluate,
):
    app.command()(verb)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"kg {version('press-kg')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Chinese newspaper pages in, a knowledge graph out."""
