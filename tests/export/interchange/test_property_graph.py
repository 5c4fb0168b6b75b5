"""The rows of nodes and edges."""

from __future__ import annotations

from kg.export.interchange.property_graph import edges, nodes
from kg.graph import KnowledgeGraph
from tests.export.interchange.read_back import rows
from tests.export.test_formats import GRAPH, hostile


def test_an_edge_tells_what_its_claim_rests_on() -> None:
    (edge,) = [row for row in rows(edges(GRAPH)) if row["predicate"] == "awarded"]
    assert edge["source"].endswith("organisation/云河大学")
    assert edge["target"].endswith("person/周启明")
    assert (edge["label"], edge["title"], edge["confidence"]) == ("授予", "优秀讲师", 0.9)
    assert (edge["rule"], edge["quote"]) == ("by-hand", "云河大学授予周启明“优秀讲师”称号")
    article = GRAPH.network.nodes[edge["article"]]
    assert article["text"][edge["start"] : edge["end"]] == edge["quote"]


def test_what_cannot_be_written_keeps_its_place() -> None:
    graph = KnowledgeGraph.from_articles([hostile("甲\x00\ud800乙", "职")])
    assert "甲\ufffd\ufffd乙" in {row["label"] for row in rows(nodes(graph))}
