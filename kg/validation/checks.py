"""Whether a graph says what its articles say, no more and no less, in one pass over its triples.

Each quote is what its article says at its offsets, and stands in the file where the article has it from; each
claim's triple is in the graph, and nothing is in the graph that no claim states.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from kg.export.rdf.evidence import CONTEXT
from kg.export.rdf.terms import scalar
from kg.model.ontology import compact, expand
from kg.model.records import Predicate
from kg.validation.finding import Finding
from kg.validation.triple_index import TripleIndex

RELATIONS = (*get_args(Predicate), "reportedBy")


class ArticleText(NamedTuple):
    """An article's text, and where each of its characters stands in the file, -1 for nowhere."""

    text: str
    offsets: Sequence[int]


# Articles by their IRIs.
ArticleTexts = Mapping[str, ArticleText]


def check(facts: TripleIndex, articles: ArticleTexts) -> list[Finding]:
    """What is wrong with articles, claims, positions and evidence, given the articles."""
    return sorted(
        {
            *_articles(facts, articles),
            *_claims(facts),
            *_positions(facts),
            *_evidence(facts, articles),
            *_places(facts, articles),
        }
    )


def _articles(facts: TripleIndex, articles: ArticleTexts) -> Iterator[Finding]:
    told = set(facts.members("kg:Article"))
    for node in told - articles.keys():
        yield Finding(node, "is in the graph and not among the articles")
    for node in articles.keys() - told:
        yield Finding(node, "is among the articles and not in the graph")


def _claims(facts: TripleIndex) -> Iterator[Finding]:
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
        subject, predicate, object_ = triple
        message = f"has a relation that no claim states: {' '.join(triple)}"
        yield Finding(subject, message, properties=(compact(predicate) or predicate,), value=object_)


def _positions(facts: TripleIndex) -> Iterator[Finding]:
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


def _evidence(facts: TripleIndex, articles: ArticleTexts) -> Iterator[Finding]:
    """Each claim quotes the article it is derived from, and the quote is what the article says there."""
    quoted: dict[str, str | None] = {}
    for passage in facts.members("oa:SpecificResource"):
        source = facts.value(passage, "oa:hasSource")
        if source is not None and source in articles:
            quoted[passage] = source
            yield from _quote(facts, passage, articles[source].text)
    for claim in facts.members("kg:Claim"):
        article = facts.value(claim, "prov:wasDerivedFrom")
        if article not in {quoted.get(target) for target in facts.values(claim, "oa:hasTarget")}:
            yield Finding(claim, "quotes nothing from the article it is derived from")


def _quote(facts: TripleIndex, passage: str, text: str) -> Iterator[Finding]:
    told = {
        name: value
        for selector in facts.values(passage, "oa:hasSelector")
        for name in ("oa:prefix", "oa:exact", "oa:suffix")
        if (value := facts.value(selector, name)) is not None
    }
    place = _place(facts, passage)
    if place is None:
        yield Finding(passage, "does not tell where it stands")
        return
    start, end = place
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


def _places(facts: TripleIndex, articles: ArticleTexts) -> Iterator[Finding]:
    """Where a claim's evidence stands in a file of text is where its article has those characters from."""
    for claim in facts.members("kg:Claim"):
        article = facts.value(claim, "prov:wasDerivedFrom") or ""
        places = {
            facts.value(target, "oa:hasSource"): place
            for target in facts.values(claim, "oa:hasTarget")
            if (place := _place(facts, target))
        }
        here = places.pop(article, None)
        if article not in articles or here is None:
            continue
        found = [offset for offset in articles[article].offsets[slice(*here)] if offset >= 0]
        there = (min(found), max(found) + 1) if found else None
        for page, place in places.items():
            if place != there:
                yield Finding(claim, f"stands at {place} of {page}, but the article has it from {there}")


def _place(facts: TripleIndex, passage: str) -> tuple[int, int] | None:
    """Start and end of a passage, as its one position tells them."""
    for selector in facts.values(passage, "oa:hasSelector"):
        start, end = facts.value(selector, "oa:start"), facts.value(selector, "oa:end")
        if start is not None and end is not None and start.isdecimal() and end.isdecimal():
            return int(start), int(end)
    return None
