"""`graph.ttl` read back."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.model.errors import InputError


def read_turtle(path: Path) -> str:
    """The text of a Turtle file. Raises InputError naming it where it cannot be read."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise InputError(f"{path}: cannot be read ({reason}); give the folder of a build") from error


def parse_turtle(text: str) -> tuple[ox.Store, str | None]:
    """The triples of Turtle, and its base IRI if it has one. Raises SyntaxError where it is not Turtle."""
    content = text.encode()
    store = ox.Store()
    store.bulk_load(content, format=ox.RdfFormat.TURTLE)
    # The base is known once a triple is read; that it is read twice costs nothing.
    parser = ox.parse(content, format=ox.RdfFormat.TURTLE)
    next(parser, None)
    return store, parser.base_iri
