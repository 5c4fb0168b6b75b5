"""The graph of a build as a store on disk, which any number of processes can read without loading it.

The engine keeps numbers by their value: what the Turtle has as xsd:nonNegativeInteger, offsets, comes out of
it as xsd:integer.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kg.artifacts.folder import of_one_build
from kg.artifacts.names import TURTLE, VIEW
from kg.model import iri
from kg.model.errors import InputError


@dataclass(frozen=True, slots=True)
class StoredGraph:
    """Where the store of a graph is, and the base of its IRIs."""

    path: Path
    base_iri: str

    def open(self) -> ox.Store:
        """The store, for reading."""
        return ox.Store.read_only(str(self.path))


@contextmanager
def stored(directory: Path) -> Iterator[StoredGraph]:
    """The graph of a folder that `kg build` wrote, in a store that is gone after the block.

    Raises InputError where the folder holds no graph.
    """
    turtle = directory / TURTLE
    # Where a file that is open cannot be removed, a process that has just ended may hold one still.
    with TemporaryDirectory(prefix="kg-serve-", ignore_cleanup_errors=True) as folder:
        store = ox.Store(folder)
        try:
            with of_one_build(directory, TURTLE, VIEW):
                store.bulk_load(path=str(turtle), format=ox.RdfFormat.TURTLE)
                base_iri = _base_iri(turtle)
        except OSError as error:
            raise InputError(f"{turtle}: cannot be read ({error}); give the folder of a build") from error
        except SyntaxError as error:
            raise InputError(f"{turtle}: is not Turtle ({error}); build it again") from error
        store.flush()
        del store
        yield StoredGraph(Path(folder), base_iri)


def _base_iri(turtle: Path) -> str:
    """The base that the head of the file declares: known when the first triple is read."""
    parser = ox.parse(path=str(turtle), format=ox.RdfFormat.TURTLE)
    next(parser, None)
    return parser.base_iri or iri.BASE_IRI
