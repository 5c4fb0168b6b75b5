"""What the page can tell: entities and claims as columns of plain data.

terms      name of a type, kind or predicate → {zh, en}
types      list, in the order of the legend
kinds      list of the kinds that occur
relations  list of the predicates that occur, in the order of the ontology
rules      list of the rules that made a claim
entities   columns; an entity's place in them is its number everywhere else:
           type, name, initials (see `kg.export.html.initials`) and mentions (how many) of each entity,
           and {number: value} of those that have them: kind, aliases, code, time, first, last;
           of articles date, source, and mentioned [entity, …] in the order of the text
claims     columns: subject, relation, object, article, start, end, confidence, rule of each claim,
           and {number: value} of those that have them: title, role

Types, kinds, relations and rules are told by their places in the lists. Offsets count UTF-16 units,
as a browser does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.export.html.initials import initials
from kg.export.html.units import units
from kg.model.ontology import TERMS

if TYPE_CHECKING:
    from kg.graph import GraphClaim, KnowledgeGraph

Json = dict[str, Any]
Numbers = Mapping[str, int]

TYPES = ("Person", "Organisation", "Place", "Event", "Article")

_OF_SOME = ("aliases", "code", "time", "first", "last", "date", "source")


def facts(graph: KnowledgeGraph) -> Json:
    """The facts of a graph, numbered in the order of its IRIs."""
    claims = list(graph.claims())
    nodes = graph.network.nodes
    predicates = {claim.predicate for claim in claims}
    kinds = sorted({nodes[iri]["kind"] for iri in nodes if nodes[iri].get("kind")})
    relations = [name for name in TERMS if name in predicates]
    rules = sorted({claim.rule for claim in claims})
    used = predicates.union(kinds, TYPES)
    return {
        "terms": {name: {"zh": term.zh, "en": term.en} for name, term in TERMS.items() if name in used},
        "types": TYPES,
        "kinds": kinds,
        "relations": relations,
        "rules": rules,
        "entities": _entities(graph, kinds),
        "claims": _claims(graph, claims, relations, rules),
    }


def numbering(graph: KnowledgeGraph) -> dict[str, int]:
    """The number of each IRI."""
    return {iri: number for number, iri in enumerate(sorted(graph.network.nodes))}


def _entities(graph: KnowledgeGraph, kinds: Sequence[str]) -> Json:
    numbers = numbering(graph)
    nodes = [graph.network.nodes[iri] for iri in numbers]
    mentioned = {number: _mentioned(node, numbers) for number, node in enumerate(nodes) if "text" in node}
    mentions = [0] * len(nodes)
    for entities in mentioned.values():
        for entity in entities:
            mentions[entity] += 1
    return {
        "type": [TYPES.index(node["type"]) for node in nodes],
        "name": [node["name"] for node in nodes],
        "initials": [initials(node["name"], *node.get("aliases", ())) for node in nodes],
        "mentions": mentions,
        "kind": {n: kinds.index(node["kind"]) for n, node in enumerate(nodes) if node.get("kind")},
        **{name: _known(nodes, name) for name in _OF_SOME},
        "mentioned": {number: list(dict.fromkeys(entities)) for number, entities in mentioned.items()},
    }


def _mentioned(article: Json, numbers: Numbers) -> list[int]:
    """The entity of each mention, in the order of the text."""
    return [numbers[entity] for _, _, entity, _ in sorted(article["mentions"])]


def _known(nodes: Sequence[Json], name: str) -> dict[int, Any]:
    """Number → what is known by that name, without those of whom nothing is."""
    return {number: node[name] for number, node in enumerate(nodes) if node.get(name)}


def _claims(
    graph: KnowledgeGraph, claims: Sequence[GraphClaim], relations: Sequence[str], rules: Sequence[str]
) -> Json:
    numbers = numbering(graph)
    places = {iri: units(graph.network.nodes[iri]["text"]) for iri in graph.of_type("Article")}
    return {
        "subject": [numbers[claim.subject] for claim in claims],
        "relation": [relations.index(claim.predicate) for claim in claims],
        "object": [numbers[claim.object] for claim in claims],
        "article": [numbers[claim.article] for claim in claims],
        "start": [places[claim.article][claim.start] for claim in claims],
        "end": [places[claim.article][claim.end] for claim in claims],
        "confidence": [claim.confidence for claim in claims],
        "rule": [rules.index(claim.rule) for claim in claims],
        "title": {number: claim.title for number, claim in enumerate(claims) if claim.title},
        "role": {number: claim.role for number, claim in enumerate(claims) if claim.role},
    }
