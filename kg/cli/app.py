"""All commands of `kg` together, and what every one of them has: `--verbose`, and one way to fail."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg.cli import build, console, evaluate, explain, export, query, read, serve, validate, view
from kg.model.errors import REPORT_IT

_LOG = logging.getLogger(__name__)

Verbose = Annotated[
    bool,
    typer.Option("--verbose", help="Log every step to standard error, and errors with their traceback."),
]


class Commands(TyperGroup):
    """The group of all commands; an error that no command expects is one clear message and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command that the arguments name."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            _LOG.debug("the system refused something", exc_info=True)
            place = error.filename or "standard output cannot be written; give it another place"
            console.say(f"kg: {place}: {error.strerror or error}")
            sys.stdout = None  # what is left to write would be tried again at the end
            raise SystemExit(console.FAILED) from error
        except Exception as error:
            _LOG.exception("unexpected error")
            console.say(f"kg: failed unexpectedly ({type(error).__name__}: {error}): {REPORT_IT}")
            raise SystemExit(console.FAILED) from error


def with_verbose(function: Callable[..., None]) -> Callable[..., None]:
    """A command with the option `--verbose` behind its own."""

    @wraps(function)
    def run(*args: Any, verbose: bool, **kwargs: Any) -> None:
        if verbose:
            console.show_log()
        function(*args, **kwargs)

    own = signature(function, eval_str=True)
    option = Parameter("verbose", Parameter.KEYWORD_ONLY, default=False, annotation=Verbose)
    run.__signature__ = own.replace(parameters=[*own.parameters.values(), option])  # type: ignore[attr-defined]
    return run


app = typer.Typer(
    cls=Commands,
    help="Chinese newspaper pages in, a knowledge graph out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
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
    app.command()(with_verbose(command))


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
