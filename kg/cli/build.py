"""`kg build`: newspaper pages and articles into a graph."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import console
from kg.language.text import visible
from kg.model import iri


@console.verb
def build(
    inputs: console.Inputs,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go.", show_default=False)
    ],
    base_iri: Annotated[
        str, typer.Option(metavar="IRI", help="What the names of all things begin with.")
    ] = iri.BASE_IRI,
    ner_model: Annotated[
        str,
        typer.Option(metavar="NAME", help="The recogniser: lac, press, or a spaCy pipeline by name or path."),
    ] = "press",
    workers: Annotated[int, typer.Option(metavar="N", min=1, help="How many processes share the work.")] = 1,
    date: console.Date = None,
    source: console.Source = None,
) -> None:
    """Read newspaper pages and articles, and write their knowledge graph.

    DIR receives graph.ttl (the graph as Turtle), graph.html (a view that works without a network),
    articles.jsonl (the annotated articles) and build.json (what was read, counts, problems); kg export
    writes other formats of it. The graph is held against its articles and its shapes before it is written,
    and what is unsound is left out of all files and named.
    An interrupted build goes on from what is finished when the same command is given again.

    Exit code: 0 all was done, 1 some inputs could not be read or something unsound was left out, but the
    rest was done, 2 nothing was done.
    """
    from kg.building.builder import build as build_graph

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # to be asked to end is an interruption too
    try:
        with console.progress() as progress:
            report = build_graph(
                inputs,
                output,
                base_iri=base_iri,
                ner_model=ner_model,
                workers=workers,
                date=date,
                source=source,
                progress=progress,
            )
    except KeyboardInterrupt:
        console.say(f"{output}: what is finished is kept; the same command goes on from there")
        raise
    console.tell(report.problems, report.notes)
    counts = report.counts
    entities, relations = sum(counts.entities.values()), sum(counts.relations.values())
    typer.echo(visible(f"{output}: {counts.articles} articles, {entities} entities, {relations} relations"))
    if report.problems:
        raise typer.Exit(console.PARTLY_FAILED)
