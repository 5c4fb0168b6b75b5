"""The graph: the one place that sees all articles at once, and the one thing that exports are made from."""

from kg.graph.knowledge import GraphClaim, KnowledgeGraph, Position

__all__ = ["GraphClaim", "KnowledgeGraph", "Position"]
