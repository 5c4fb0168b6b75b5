"""How much a graph holds."""

from __future__ import annotations

from kg.graph import KnowledgeGraph
from kg.graph.counting import count
from tests.factory import corpus


def test_counts_are_those_of_the_graph() -> None:
    counts = count(KnowledgeGraph.from_articles(corpus()))
    assert counts.articles == 3
    assert counts.entities["Event"] == 3
    assert counts.mentions["Place"] == 6
    assert counts.relations["surveyed"] == 3
    assert counts.relations["reportedBy"] == 3
