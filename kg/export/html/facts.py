"""What the page can tell: entities, claims and their evidence as plain data.

terms      name of a type, kind or predicate → {zh, en}
types      list, in the order of the legend
relations  list of the predicates that occur, in the order of the ontology
entities   list; an entity's place in it is its number everywhere else:
           {type, name, kind?, code?, time?, date?, aliases, mentions, articles: [entity]} or, for an article,
           {type, name, date?, source?, entities: [entity]}
evidence   list of {article: entity, runs: [[text, entity | null], …]}; the runs join to the quote
claims     list of {subject, predicate, object, title?, role?, evidence, confidence, rule}
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kg.ontology import TERMS

if TYPE_CHECKING:
    from kg.graph import GraphClaim, KnowledgeGraph

Json = dict[str, Any]
Numbers = Mapping[str, int]

TYPES = ("Person", "Organisation", "Place", "Event", "Article")


def facts(graph: KnowledgeGraph) -> Json:
    """The facts of a graph, numbered in the order of its IRIs."""
    nodes = graph.network.nodes
    numbers = {iri: number for number, iri in enumerate(sorted(nodes))}
    entities = [_entity(nodes[iri]) for iri in numbers]
    _count_mentions(graph, numbers, entities)
    claims, evidence = _claims(graph, numbers)
    predicates = {claim["predicate"] for claim in claims}
    kinds = {entity["kind"] for entity in entities if "kind" in entity}
    used = predicates | kinds | set(TYPES)
    return {
        "terms": {name: {"zh": term.zh, "en": term.en} for name, term in TERMS.items() if name in used},
        "types": TYPES,
        "relations": [name for name in TERMS if name in predicates],
        "entities": entities,
        "evidence": evidence,
        "claims": claims,
    }


def _entity(attributes: Json) -> Json:
    """An entity or an article, without what is not known of it."""
    if attributes["type"] == "Article":
        return _known(attributes, "type", "name", "date", "source") | {"entities": []}
    known = _known(attributes, "type", "name", "kind", "code", "time", "aliases")
    days = dict.fromkeys((attributes["first"], attributes["last"]))
    date = {"date": "–".join(day or "" for day in days)} if any(days) else {}
    return known | date | {"mentions": 0, "articles": []}


def _known(attributes: Json, *names: str) -> Json:
    return {name: attributes[name] for name in names if attributes[name] is not None}


def _count_mentions(graph: KnowledgeGraph, numbers: Numbers, entities: list[Json]) -> None:
    """Tell each entity its articles, and each article its entities in the order of the text."""
    for iri in graph.of_type("Article"):
        article = numbers[iri]
        for _, _, entity, _ in sorted(graph.network.nodes[iri]["mentions"]):
            number = numbers[entity]
            entities[number]["mentions"] += 1
            if article not in entities[number]["articles"][-1:]:
                entities[number]["articles"].append(article)
                entities[article]["entities"].append(number)


def _claims(graph: KnowledgeGraph, numbers: Numbers) -> tuple[list[Json], list[Json]]:
    """All claims, and the evidence that they share."""
    claims: list[Json] = []
    evidence: list[Json] = []
    places: dict[tuple[str, int, int], int] = {}
    for claim in graph.claims():
        place = claim.article, claim.start, claim.end
        if place not in places:
            places[place] = len(evidence)
            evidence.append({"article": numbers[claim.article], "runs": _runs(graph, claim, numbers)})
        claims.append(
            {
                "subject": numbers[claim.subject],
                "predicate": claim.predicate,
                "object": numbers[claim.object],
                **({"title": claim.title} if claim.title else {}),
                **({"role": claim.role} if claim.role else {}),
                "evidence": places[place],
                "confidence": claim.confidence,
                "rule": claim.rule,
            }
        )
    return claims, evidence


def _runs(graph: KnowledgeGraph, claim: GraphClaim, numbers: Numbers) -> list[tuple[str, int | None]]:
    """The quote cut where a mention begins or ends; where mentions nest, the innermost shows."""
    mentions = graph.network.nodes[claim.article]["mentions"]
    marks: list[int | None] = [None] * len(claim.quote)
    for start, end, entity, _ in sorted(mentions, key=lambda mention: mention[0] - mention[1]):
        for place in range(max(start, claim.start), min(end, claim.end)):
            marks[place - claim.start] = numbers[entity]
    runs = groupby(zip(claim.quote, marks, strict=True), key=lambda pair: pair[1])
    return [("".join(char for char, _ in pairs), mark) for mark, pairs in runs]
