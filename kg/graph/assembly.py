"""Linked articles become one network: corpus-wide entities as nodes, claims as edges."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

import networkx as nx

from kg.graph.fitting import misfits, require_iri
from kg.graph.parts import credited, reported_key, stated_key
from kg.identity.merging import merge
from kg.model import iri
from kg.model.errors import InputError
from kg.model.records import Article, Claim, Credit, Entity, LinkedArticle

Edge = tuple[str, str, str, dict[str, Any]]


def assemble(articles: Iterable[LinkedArticle], base_iri: str) -> nx.MultiDiGraph[str]:
    """The network of the articles; its nodes and edges stand in the order of their IRIs."""
    _check_base(base_iri)
    by_key: dict[str, LinkedArticle] = {}
    for one in articles:
        key = iri.key("article", one.article.id)
        if key in by_key:
            raise InputError(f"article id {one.article.id!r} stands for two articles; give each its own")
        by_key[key] = _with_byline(one)
    linked = [by_key[key] for key in sorted(by_key)]
    for _, message in chain.from_iterable(misfits(one, base_iri) for one in linked):
        raise InputError(message)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key, votes in sorted(merge(linked).items()):
        network.add_node(base_iri + key, **votes.attributes())
    for one in linked:
        node = base_iri + iri.key("article", one.article.id)
        network.add_node(node, **_article(one, base_iri))
        for subject, object_, key, attributes in _edges(one, node, base_iri):
            network.add_edge(subject, object_, key=key, **attributes)
    return network


def _article(linked: LinkedArticle, base_iri: str) -> dict[str, Any]:
    article = linked.article
    origin = article.origin
    return {
        "type": "Article",
        "name": article.title or article.id,
        "id": article.id,
        "title": article.title,
        "date": article.date,
        "source": article.source,
        "text": article.text,
        "path": origin.path if origin else None,
        "offsets": origin.offsets if origin else None,
        "boxes": origin.boxes if origin else (),
        "mentions": [(m.start, m.end, base_iri + m.entity, m.by) for m in linked.mentions],
    }


# ---- bylines


def _with_byline(linked: LinkedArticle) -> LinkedArticle:
    """The article with an entity for each person of its byline, the linker's where it found one."""
    known = {entity.id for entity in linked.entities}
    missing = {
        key: Entity(key, "Person", credit.name)
        for credit in linked.article.byline
        if (key := credited(linked, credit)) not in known
    }
    if not missing:
        return linked
    return LinkedArticle(
        linked.article, (*linked.entities, *missing.values()), linked.mentions, linked.claims
    )


# ---- edges


def _edges(linked: LinkedArticle, node: str, base_iri: str) -> list[Edge]:
    """The article's claims as edges in the order of their keys.

    A relation that the article states twice is one claim, with the evidence of
    which the rules are surest, then the first in the text.
    """
    edges = [
        *(_stated(claim, linked.article, node, base_iri) for claim in linked.claims),
        *(_reported(credit, linked, node, base_iri) for credit in linked.article.byline),
    ]
    edges.sort(
        key=lambda edge: (edge[2], -edge[3]["confidence"], edge[3]["start"], edge[3]["end"], edge[3]["rule"])
    )
    return [edge for i, edge in enumerate(edges) if i == 0 or edges[i - 1][2] != edge[2]]


def _stated(claim: Claim, article: Article, node: str, base_iri: str) -> Edge:
    attributes = {
        "predicate": claim.predicate,
        "title": claim.title,
        "role": None,
        "confidence": claim.confidence,
        "rule": claim.rule,
        **_evidence(article, node, claim.start, claim.end),
    }
    key = base_iri + stated_key(article.id, claim)
    return base_iri + claim.subject, base_iri + claim.object, key, attributes


def _reported(credit: Credit, linked: LinkedArticle, node: str, base_iri: str) -> Edge:
    attributes = {
        "predicate": "reportedBy",
        "title": None,
        "role": credit.role,
        "confidence": 1.0,
        "rule": "byline",
        **_evidence(linked.article, node, credit.start, credit.end),
    }
    return node, base_iri + credited(linked, credit), base_iri + reported_key(linked, credit), attributes


def _evidence(article: Article, node: str, start: int, end: int) -> dict[str, Any]:
    return {"article": node, "start": start, "end": end, "quote": article.text[start:end]}


# ---- the base


def _check_base(base_iri: str) -> None:
    """A base to which keys can be appended, and against which they can be resolved, with the same result."""
    require_iri(base_iri)
    parts = urlsplit(base_iri)
    whole = parts.netloc and parts.path.endswith("/") and not (parts.query or parts.fragment)
    if not whole or {".", ".."} & set(parts.path.split("/")):
        raise InputError(f"base IRI {base_iri!r}: give one that ends in “/”, like {iri.BASE_IRI}")
