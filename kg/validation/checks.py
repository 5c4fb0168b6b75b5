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


def check(index: TripleIndex, articles: ArticleTexts) -> list[Finding]:
    """What is wrong with articles, claims, positions and evidence, given the articles."""
    return sorted(
        {
            *_articles(index, articles),
            *_claims(index),
            *_positions(index),
            *_evidence(index, articles),
            *_places(index, articles),
        }
    )


def _articles(index: TripleIndex, articles: ArticleTexts) -> Iterator[Finding]:
    in_graph = set(index.members("kg:Article"))
    for node in in_graph - articles.keys():
        yield Finding(node, "is in the graph and not among the articles")
    for node in articles.keys() - in_graph:
        yield Finding(node, "is among the articles and not in the graph")


def _claims(index: TripleIndex) -> Iterator[Finding]:
    """Each claim's triple is in the graph, and each relation of the graph is claimed."""
    related = {
        (subject, expand(f"kg:{name}"), object_)
        for name in RELATIONS
        for subject, object_ in index.pairs(f"kg:{name}")
    }
    claimed = set()
    for claim in index.members("kg:Claim"):
        triple = tuple(index.value(claim, f"rdf:{part}") or "" for part in ("subject", "predicate", "object"))
        claimed.add(triple)
        if triple not in related:
            yield Finding(claim, f"claims a relation that is not in the graph: {' '.join(triple)}")
    for triple in related - claimed:
        subject, predicate, object_ = triple
        message = f"has a relation that no claim states: {' '.join(triple)}"
        yield Finding(subject, message, properties=(compact(predicate) or predicate,), value=object_)


def _positions(index: TripleIndex) -> Iterator[Finding]:
    """Each claimed post is a position, and each position is claimed."""
    claimed = {
        (
            index.value(claim, "rdf:subject"),
            index.value(claim, "rdf:object"),
            index.value(claim, "kg:title"),
        ): claim
        for claim, predicate in index.pairs("rdf:predicate")
        if predicate == expand("kg:holdsPosition")
    }
    held = {
        (
            index.value(node, "kg:holder"),
            index.value(node, "org:organization") or index.value(node, "kg:place"),
            index.value(node, "kg:title"),
        ): node
        for node in index.members("kg:Position")
    }
    for post in claimed.keys() - held.keys():
        yield Finding(claimed[post], "claims a post for which there is no position")
    for post in held.keys() - claimed.keys():
        yield Finding(held[post], "is a position that no claim states")


def _evidence(index: TripleIndex, articles: ArticleTexts) -> Iterator[Finding]:
    """Each claim quotes the article it is derived from, and the quote is what the article says there."""
    quoted: dict[str, str | None] = {}
    for passage in index.members("oa:SpecificResource"):
        source = index.value(passage, "oa:hasSource")
        if source is not None and source in articles:
            quoted[passage] = source
            yield from _quote(index, passage, articles[source].text)
    for claim in index.members("kg:Claim"):
        article = index.value(claim, "prov:wasDerivedFrom")
        if article not in {quoted.get(target) for target in index.values(claim, "oa:hasTarget")}:
            yield Finding(claim, "quotes nothing from the article it is derived from")


def _quote(index: TripleIndex, passage: str, text: str) -> Iterator[Finding]:
    quoted = {
        name: value
        for selector in index.values(passage, "oa:hasSelector")
        for name in ("oa:prefix", "oa:exact", "oa:suffix")
        if (value := index.value(selector, name)) is not None
    }
    place = _place(index, passage)
    if place is None:
        yield Finding(passage, "does not tell where it stands")
        return
    start, end = place
    written = {
        "oa:prefix": text[max(start - CONTEXT, 0) : start],
        "oa:exact": text[start:end],
        "oa:suffix": text[end : end + CONTEXT],
    }
    for name, words in written.items():
        if quoted.get(name) != scalar(words):
            yield Finding(passage, f"{name} is {quoted.get(name)!r}, but the article says {words!r}")
    if not written["oa:exact"]:
        yield Finding(passage, "quotes nothing")


def _places(index: TripleIndex, articles: ArticleTexts) -> Iterator[Finding]:
    """Where a claim's evidence stands in a file of text is where its article has those characters from."""
    for claim in index.members("kg:Claim"):
        article = index.value(claim, "prov:wasDerivedFrom") or ""
        places = {
            index.value(target, "oa:hasSource"): place
            for target in index.values(claim, "oa:hasTarget")
            if (place := _place(index, target))
        }
        in_text = places.pop(article, None)
        if article not in articles or in_text is None:
            continue
        offsets_in_file = [offset for offset in articles[article].offsets[slice(*in_text)] if offset >= 0]
        in_file = (min(offsets_in_file), max(offsets_in_file) + 1) if offsets_in_file else None
        for page, place in places.items():
            if place != in_file:
                yield Finding(claim, f"stands at {place} of {page}, but the article has it from {in_file}")


def _place(index: TripleIndex, passage: str) -> tuple[int, int] | None:
    """Start and end of a passage, as its one position tells them."""
    for selector in index.values(passage, "oa:hasSelector"):
        start, end = index.value(selector, "oa:start"), index.value(selector, "oa:end")
        if start is not None and end is not None and start.isdecimal() and end.isdecimal():
            return int(start), int(end)
    return None
