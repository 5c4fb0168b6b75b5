"""The articles' texts for reading and for quoting: one JSON line for each article, in the order of numbers.

A line is [text, [start, end, entity, start, end, entity, …]], the mentions in the order of the text,
a longer one before those within it; offsets count UTF-16 units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.html.facts import numbering
from kg.export.html.units import units

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


def texts(graph: KnowledgeGraph) -> list[tuple[str, list[int]]]:
    """The lines, not yet JSON."""
    numbers = numbering(graph)
    return [_line(graph.network.nodes[iri], numbers) for iri in graph.of_type("Article")]


def _line(article: dict[str, Any], numbers: dict[str, int]) -> tuple[str, list[int]]:
    place = units(article["text"])
    mentions = sorted(article["mentions"], key=lambda mention: (mention[0], -mention[1], mention[2]))
    marks = [(place[start], place[end], numbers[entity]) for start, end, entity, _ in mentions]
    return article["text"], [number for mark in marks for number in mark]
