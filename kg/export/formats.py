"""Other formats than those of every build, each by its name; all are made of the same graph and report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from kg.artifacts.atomic import atomic_write
from kg.artifacts.folder import unwritable
from kg.artifacts.report import Report
from kg.export.interchange import gexf, graphml, neo4j, parquet, tables
from kg.export.interchange.property_graph import edges, nodes
from kg.export.rdf import jsonld, nquads, turtle
from kg.export.rdf.graph import dataset, sections
from kg.graph import KnowledgeGraph
from kg.model.errors import OutputError

# The files of a format: their contents by their names.
Files = Mapping[str, str | bytes]


def _trig(graph: KnowledgeGraph, report: Report) -> Files:
    return {"graph.trig": turtle.write(dataset(graph, report), graph.base_iri)}


def _nquads(graph: KnowledgeGraph, report: Report) -> Files:
    return {"graph.nq": nquads.write(dataset(graph, report))}


def _jsonld(graph: KnowledgeGraph, report: Report) -> Files:
    return {"graph.jsonld": jsonld.write(sections(graph, report), graph.base_iri)}


def _graphml(graph: KnowledgeGraph, _: Report) -> Files:
    return {"graph.graphml": graphml.write(nodes(graph), edges(graph))}


def _gexf(graph: KnowledgeGraph, report: Report) -> Files:
    return {"graph.gexf": gexf.write(nodes(graph), edges(graph), report.program)}


def _csv(graph: KnowledgeGraph, _: Report) -> Files:
    return {"nodes.csv": tables.write(nodes(graph)), "edges.csv": tables.write(edges(graph))}


def _parquet(graph: KnowledgeGraph, _: Report) -> Files:
    return {"nodes.parquet": parquet.write(nodes(graph)), "edges.parquet": parquet.write(edges(graph))}


def _neo4j(graph: KnowledgeGraph, _: Report) -> Files:
    files = neo4j.write(nodes(graph), edges(graph))
    return {f"neo4j/{name}": content for name, content in files.items()}


FORMATS: dict[str, Callable[[KnowledgeGraph, Report], Files]] = {
    "trig": _trig,
    "nquads": _nquads,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "gexf": _gexf,
    "csv": _csv,
    "parquet": _parquet,
    "neo4j": _neo4j,
}


def export(graph: KnowledgeGraph, report: Report, formats: Iterable[str], folder: Path) -> list[Path]:
    """Write a graph into a folder in other formats, and tell the files.

    Raises OutputError where there is no such format, no library for it, or a file cannot be written.
    """
    wanted = list(dict.fromkeys(formats))
    for name in wanted:
        if name not in FORMATS:
            raise OutputError(f"there is no format {name!r}; choose among {', '.join(FORMATS)}")
    written = []
    for name in wanted:
        for file, content in FORMATS[name](graph, report).items():
            path = folder / file
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise unwritable(path.parent, error) from error
            atomic_write(path, content)
            written.append(path)
    return written
