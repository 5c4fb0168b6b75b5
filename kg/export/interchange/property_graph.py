"""The graph as nodes and edges with properties: entities and articles, and the claims that join them.

Lone surrogates and control characters that XML cannot hold are U+FFFD in every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.graph import GraphClaim, KnowledgeGraph
from kg.model.ontology import TERMS

Kind = Literal["text", "texts", "day", "whole", "number"]
Value = str | list[str] | int | float | None

# What no XML 1.0 can hold, and surrogates, which no UTF-8 can.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class PropertyTable:
    """Rows of values, None where one is not known; `columns` tells the kind of each by its name."""

    columns: dict[str, Kind]
    rows: list[tuple[Value, ...]]


_NODE: dict[str, Kind] = {
    "id": "text",
    "label": "text",
    "type": "text",
    "kind": "text",
    "aliases": "texts",
    "code": "text",
    "time": "text",
    "first": "day",
    "last": "day",
    "identifier": "text",
    "date": "text",
    "newspaper": "text",
}
_EDGE: dict[str, Kind] = {
    "id": "text",
    "source": "text",
    "target": "text",
    "label": "text",
    "predicate": "text",
    "title": "text",
    "role": "text",
    "confidence": "number",
    "rule": "text",
    "article": "text",
    "start": "whole",
    "end": "whole",
    "quote": "text",
}


def nodes(graph: KnowledgeGraph) -> PropertyTable:
    """Entities, then articles: IRI, name, type, the class below it, what is known of each.

    `first` and `last` are the days of an event; `identifier`, `date` and `newspaper` those of an article.
    """
    return PropertyTable(_NODE, list(_nodes(graph)))


def edges(graph: KnowledgeGraph) -> PropertyTable:
    """Claims: IRI, both ends, the relation in Chinese and by its name, what it rests on.

    `quote` are the words of the article that state it, from `start` to `end` of its text.
    """
    return PropertyTable(_EDGE, [_edge(claim) for claim in graph.claims()])


def _nodes(graph: KnowledgeGraph) -> Iterator[tuple[Value, ...]]:
    for type_ in ("Person", "Organisation", "Place", "Event", "Article"):
        for node in graph.of_type(type_):
            known = graph.network.nodes[node]
            is_article = type_ == "Article"
            yield (
                node,
                _clean(known["name"]),
                type_,
                known.get("kind"),
                [_clean(alias) for alias in known.get("aliases", ())],
                _optional(known.get("code")),
                _optional(known.get("time")),
                known.get("first"),
                known.get("last"),
                _optional(known["id"]) if is_article else None,
                _optional(known["date"]) if is_article else None,
                _optional(known["source"]) if is_article else None,
            )


def _edge(claim: GraphClaim) -> tuple[Value, ...]:
    return (
        claim.iri,
        claim.subject,
        claim.object,
        TERMS[claim.predicate].zh,
        claim.predicate,
        _optional(claim.title),
        _optional(claim.role),
        float(claim.confidence),
        _clean(claim.rule),
        claim.article,
        claim.start,
        claim.end,
        _clean(claim.quote),
    )


def _optional(text: str | None) -> str | None:
    return _clean(text) if text else None


def _clean(text: str) -> str:
    return _IMPOSSIBLE.sub("\ufffd", text)
