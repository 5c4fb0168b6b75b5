"""Whether a graph says what its articles say, no more and no less, in one pass over its triples.

Each quote is what its article says at its offsets, each claim's triple is in the graph, and nothing is in the
graph that no claim states.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from kg.export.evidence import CONTEXT
from kg.export.terms import scalar
from kg.ontology import expand
from kg.records import Predicate
from kg.validation.facts import Facts
from kg.validation.finding import Finding

RELATIONS = (*get_args(Predicate), "reportedBy")


def check(facts: Facts, texts: Mapping[str, str]) -> list[Finding]:
    """What is wrong with articles, claims, positions and evidence, given each article's text by its IRI."""
    return sorted({*_articles(facts, texts), *_claims(facts), *_positions(facts), *_evidence(facts, texts)})


def _articles(facts: Facts, texts: Mapping[str, str]) -> Iterator[Finding]:
    told = set(facts.members("kg:Article"))
    for node in told - texts.keys():
        yield Finding(node, "is in the graph and not among the articles")
    for node in texts.keys() - told:
        yield Finding(node, "is among the articles and not in the graph")


def _claims(facts: Facts) -> Iterator[Finding]:
    """Each claim's triple is in the graph, and each relation of the graph is claimed."""
    related = {
        (subject, expand(f"kg:{name}"), object_)
        for name in RELATIONS
        for subject, object_ in facts.pairs(f"kg:{name}")
    }
    claimed = set()
    for claim in facts.members("kg:Claim"):
        triple = tuple(facts.value(claim, f"rdf:{part}") or "" for part in ("subject", "predicate", "object"))
        claimed.add(triple)
        if triple not in related:
            yield Finding(claim, f"claims a relation that is not in the graph: {' '.join(triple)}")
    for triple in related - claimed:
        yield Finding(triple[0], f"has a relation that no claim states: {' '.join(triple)}")


def _positions(facts: Facts) -> Iterator[Finding]:
    """Each claimed post is a position, and each position is claimed."""
    claimed = {
        (
            facts.value(claim, "rdf:subject"),
            facts.value(claim, "rdf:object"),
            facts.value(claim, "kg:title"),
        ): claim
        for claim, predicate in facts.pairs("rdf:predicate")
        if predicate == expand("kg:holdsPosition")
    }
    held = {
        (
            facts.value(node, "kg:holder"),
            facts.value(node, "org:organization") or facts.value(node, "kg:place"),
            facts.value(node, "kg:title"),
        ): node
        for node in facts.members("kg:Position")
    }
    for post in claimed.keys() - held.keys():
        yield Finding(claimed[post], "claims a post for which there is no position")
    for post in held.keys() - claimed.keys():
        yield Finding(held[post], "is a position that no claim states")


def _evidence(facts: Facts, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Each claim quotes the article it is derived from, and the quote is what the article says there."""
    quoted: dict[str, str | None] = {}
    for passage in facts.members("oa:SpecificResource"):
        source = facts.value(passage, "oa:hasSource")
        if source is not None and source in texts:
            quoted[passage] = source
            yield from _quote(facts, passage, texts[source])
    for claim in facts.members("kg:Claim"):
        article = facts.value(claim, "prov:wasDerivedFrom")
        if article not in {quoted.get(target) for target in facts.values(claim, "oa:hasTarget")}:
            yield Finding(claim, "quotes nothing from the article it is derived from")


def _quote(facts: Facts, passage: str, text: str) -> Iterator[Finding]:
    told = {
        name: value
        for selector in facts.values(passage, "oa:hasSelector")
        for name in ("oa:prefix", "oa:exact", "oa:suffix", "oa:start", "oa:end")
        if (value := facts.value(selector, name)) is not None
    }
    try:
        start, end = int(told["oa:start"]), int(told["oa:end"])
    except (KeyError, ValueError):
        yield Finding(passage, "does not tell where it stands")
        return
    said = {
        "oa:prefix": text[max(start - CONTEXT, 0) : start],
        "oa:exact": text[start:end],
        "oa:suffix": text[end : end + CONTEXT],
    }
    for name, words in said.items():
        if told.get(name) != scalar(words):
            yield Finding(passage, f"{name} is {told.get(name)!r}, but the article says {words!r}")
    if not said["oa:exact"]:
        yield Finding(passage, "quotes nothing")
