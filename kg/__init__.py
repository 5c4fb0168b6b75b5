"""Chinese newspaper pages in, a knowledge graph out.

`build(inputs, output)` writes a graph's files, `load(output)` reads them back as a `KnowledgeGraph`, and
`load_rdf(output)` reads the Turtle as a graph of rdflib.

Every module logs under its own name, below `kg`. The library configures no logging: a program that wants to
see what is logged adds a handler to `logging.getLogger("kg")`, as `kg --verbose` does.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.building.builder import build, load, load_rdf
    from kg.graph import KnowledgeGraph

__all__ = ["KnowledgeGraph", "build", "load", "load_rdf"]

logging.getLogger(__name__).addHandler(logging.NullHandler())

_HOMES = {
    "KnowledgeGraph": "kg.graph",
    "build": "kg.building.builder",
    "load": "kg.building.builder",
    "load_rdf": "kg.building.builder",
}


def __getattr__(name: str) -> object:
    """Import a public name at its first use: the libraries below take a second."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
