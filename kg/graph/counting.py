"""How much a graph holds."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from kg.graph.knowledge import KnowledgeGraph
from kg.model.records import Counts, EntityType


def count(graph: KnowledgeGraph) -> Counts:
    """What the graph holds; a relation that an article states twice counts once."""
    nodes = graph.network.nodes
    articles = graph.of_type("Article")
    mentions = Counter(
        nodes[entity]["type"] for article in articles for _, _, entity, _ in nodes[article]["mentions"]
    )
    return Counts(
        articles=len(articles),
        mentions={type_: mentions[type_] for type_ in get_args(EntityType)},
        entities={type_: len(graph.of_type(type_)) for type_ in get_args(EntityType)},
        relations=dict(sorted(Counter(claim.predicate for claim in graph.claims()).items())),
    )
