"""`kg serve`: a build on the web."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import console
from kg.model.errors import InputError


@console.verb
def serve(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that kg build wrote.")],
    host: Annotated[
        str,
        typer.Option(metavar="NAME", help="The address to listen at; others than this machine's are open."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="The port to listen at; 0: any that is free.")
    ] = 8000,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.1, help="How long one query may take.")
    ] = 10.0,
) -> None:
    """Serve a graph: pages of its entities, SPARQL queries for people and programs, and the view.

    Nothing can be changed through it. Stop it with Ctrl-C.
    """
    try:
        from kg.serving.limits import Limits
        from kg.serving.server import listen, serving
    except ImportError:
        raise InputError('serving needs libraries: install them (pip install "press-kg[serve]")') from None

    # Asked to end, go through the ends of all blocks: the server itself would go at once.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with listen(host, port) as listener, serving(folder, listener, Limits(query=timeout)) as server:
        typer.echo(f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/")
        server.run([listener])
