"""N-Quads: one statement a line with the graph it is in, for loading into any store."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.export.rdf.terms import Section


def write(sections: Iterable[Section]) -> bytes:
    """The N-Quads of sections, in their order."""
    written = io.BytesIO()
    ox.serialize(_quads(sections), written, format=ox.RdfFormat.N_QUADS)
    return written.getvalue()


def _quads(sections: Iterable[Section]) -> Iterator[ox.Quad]:
    for section in sections:
        graph = section.graph or ox.DefaultGraph()
        for resource in section.resources:
            for predicate, values in resource.facts:
                for value in values:
                    yield ox.Quad(resource.subject, predicate, value, graph)
