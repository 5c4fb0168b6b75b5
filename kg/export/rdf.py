"""What a knowledge graph says, in RDF; `ontology/README.md` shows the shape of it.

Every resource carries all classes of its class in the ontology, so that a
plain query for schema:Person finds it without a reasoner; relations are
written by our properties alone, whose alignments a reasoner can follow. The
text of an article is not in the RDF, only the passages that claims quote: the
graph can be published where the text may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import pyoxigraph as ox

from kg import iri
from kg.export import turtle
from kg.export.turtle import Resource, Section, Value
from kg.graph import GraphClaim, KnowledgeGraph, Position
from kg.ontology import TERMS, class_iris, expand
from kg.records import Box

# How many characters of context a quote carries on either side, as Web Annotation recommends
# for finding it again when offsets have moved.
CONTEXT = 20

# The form of fragments that Web Annotation names for PDF; lengths in points from the top left corner.
_FRAGMENTS_OF_PDF = "http://tools.ietf.org/rfc/rfc3778"

# A prefixed predicate with its values; none means that there is nothing to say.
Fact = tuple[str, *tuple[Value, ...]]
# The IRI of an article or page, and start and end in it.
Passage = tuple[str, int, int]

_HEADINGS = {"Person": "People", "Organisation": "Organisations", "Place": "Places", "Event": "Events"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_turtle(graph: KnowledgeGraph) -> str:
    """The whole graph as Turtle, the same bytes for the same graph."""
    return turtle.write(sections(graph), graph.base_iri)


def sections(graph: KnowledgeGraph) -> Iterator[Section]:
    """All resources of the graph under headings: entities by type, positions, pages, articles with claims."""
    for type_, heading in _HEADINGS.items():
        yield heading, (_entity(graph, node) for node in graph.of_type(type_))
    yield "Positions", (_position(graph, position) for position in graph.positions())
    yield "Pages", _pages(graph)
    yield "Articles, each with its claims and their evidence", _articles(graph)


def _entity(graph: KnowledgeGraph, node: str) -> Resource:
    known = graph.network.nodes[node]
    return _resource(
        node,
        known["kind"] or known["type"],
        ("rdfs:label", _zh(known["name"])),
        ("skos:prefLabel", _zh(known["name"])),
        ("skos:altLabel", *map(_zh, known["aliases"])),
        ("kg:code", *_optional(known["code"])),
        ("schema:startDate", *_optional_date(known["first"])),
        ("schema:endDate", *_optional_date(known["last"])),
        ("kg:time", *([_zh(known["time"])] if known["time"] else [])),
        *_relations(graph, node),
    )


def _relations(graph: KnowledgeGraph, node: str) -> list[Fact]:
    """The direct triples from a node, predicates in the order of the ontology."""
    objects: dict[str, set[str]] = {}
    for _, object_, edge in graph.network.out_edges(node, data=True):
        objects.setdefault(edge["predicate"], set()).add(object_)
    return [
        (f"kg:{predicate}", *map(ox.NamedNode, sorted(objects[predicate])))
        for predicate in TERMS
        if predicate in objects
    ]


def _position(graph: KnowledgeGraph, position: Position) -> Resource:
    holder, body = ox.NamedNode(position.holder), ox.NamedNode(position.body)
    in_place = graph.network.nodes[position.body]["type"] == "Place"
    return _resource(
        position.iri,
        "Position",
        ("rdfs:label", _zh(graph.name(position.body) + (position.title or ""))),
        ("kg:holder", holder),
        ("org:member", holder),
        ("kg:place" if in_place else "org:organization", body),
        ("kg:title", *_optional(position.title)),
    )


def _pages(graph: KnowledgeGraph) -> Iterator[Resource]:
    names = {_page_name(graph, node) for node in graph.of_type("Article")}
    for name in sorted(name for name in names if name):
        yield _resource(_page_iri(graph, name).value, "Page", ("schema:name", _text(name)))


def _articles(graph: KnowledgeGraph) -> Iterator[Resource]:
    claims = {node: list(own) for node, own in groupby(graph.claims(), key=attrgetter("article"))}
    for node in graph.of_type("Article"):
        yield _article(graph, node)
        told: set[ox.NamedNode] = set()
        for claim in claims.get(node, ()):
            yield _claim(graph, claim)
            for resource in _evidence(graph, claim):
                if resource.subject not in told:
                    told.add(resource.subject)
                    yield resource


def _article(graph: KnowledgeGraph, node: str) -> Resource:
    known = graph.network.nodes[node]
    page = _page_name(graph, node)
    mentioned: list[str] = sorted({entity for _, _, entity, _ in known["mentions"]})
    return _resource(
        node,
        "Article",
        ("rdfs:label", _zh(known["name"])),
        ("schema:identifier", _text(known["id"])),
        ("schema:headline", *([_zh(known["title"])] if known["title"] else [])),
        ("schema:datePublished", *_optional_date(known["date"])),
        ("kg:source", *_optional(known["source"])),
        ("prov:wasDerivedFrom", *([_page_iri(graph, page)] if page else [])),
        *_relations(graph, node),
        ("schema:mentions", *map(ox.NamedNode, mentioned)),
    )


# ---- claims and their evidence


def _claim(graph: KnowledgeGraph, claim: GraphClaim) -> Resource:
    return _resource(
        claim.iri,
        "Claim",
        ("rdf:subject", ox.NamedNode(claim.subject)),
        ("rdf:predicate", ox.NamedNode(TERMS[claim.predicate].iri)),
        ("rdf:object", ox.NamedNode(claim.object)),
        ("kg:title", *_optional(claim.title)),
        ("kg:role", *_optional(claim.role)),
        ("kg:confidence", _decimal(claim.confidence)),
        ("kg:extractedBy", _text(claim.rule)),
        ("prov:wasDerivedFrom", ox.NamedNode(claim.article)),
        ("oa:hasTarget", *_targets(graph, claim)),
    )


def _targets(graph: KnowledgeGraph, claim: GraphClaim) -> Iterator[ox.NamedNode]:
    for passage in _passages(graph, claim):
        yield _passage_iri(*passage)
    for region in _regions(graph, claim):
        yield _region_iri(graph, claim, region)


def _evidence(graph: KnowledgeGraph, claim: GraphClaim) -> Iterator[Resource]:
    """The passages that a claim points to, each with the selectors that find it in its source.

    Claims with the same evidence share them.
    """
    for source, start, end in _passages(graph, claim):
        quote = ox.NamedNode(f"{source}#quote={start},{end}")
        position = ox.NamedNode(f"{source}#position={start},{end}")
        selectors = [quote, position] if source == claim.article else [position]
        yield _part(
            _passage_iri(source, start, end),
            "oa:SpecificResource",
            ("oa:hasSource", ox.NamedNode(source)),
            ("oa:hasSelector", *selectors),
        )
        if quote in selectors:
            yield _quote(quote, graph.network.nodes[source]["text"], start, end)
        yield _part(position, "oa:TextPositionSelector", ("oa:start", _count(start)), ("oa:end", _count(end)))
    for region in _regions(graph, claim):
        page = _page_iri(graph, _page_name(graph, claim.article))
        fragment = ox.NamedNode(f"{page.value}#region={region.page},{_corners(region)}")
        yield _part(
            _region_iri(graph, claim, region),
            "oa:SpecificResource",
            ("oa:hasSource", page),
            ("oa:hasSelector", fragment),
        )
        yield _part(
            fragment,
            "oa:FragmentSelector",
            ("rdf:value", _text(_fragment(region))),
            ("dcterms:conformsTo", ox.NamedNode(_FRAGMENTS_OF_PDF)),
        )


def _quote(node: ox.NamedNode, text: str, start: int, end: int) -> Resource:
    return _part(
        node,
        "oa:TextQuoteSelector",
        ("oa:prefix", _text(text[max(start - CONTEXT, 0) : start])),
        ("oa:exact", _text(text[start:end])),
        ("oa:suffix", _text(text[end : end + CONTEXT])),
    )


def _passages(graph: KnowledgeGraph, claim: GraphClaim) -> Iterator[Passage]:
    """Where the evidence stands in the article and, where that is read from a file of text, in the file."""
    yield claim.article, claim.start, claim.end
    known = graph.network.nodes[claim.article]
    offsets = () if known["boxes"] else known["offsets"] or ()
    found = [offset for offset in offsets[claim.start : claim.end] if offset >= 0]
    if found:
        yield _page_iri(graph, _page_name(graph, claim.article)).value, min(found), max(found) + 1


def _regions(graph: KnowledgeGraph, claim: GraphClaim) -> list[Box]:
    """Where the evidence is printed: the box around its lines in each column."""
    found: list[Box] = []
    for box in graph.network.nodes[claim.article]["boxes"]:
        if box.end <= claim.start or claim.end <= box.start:
            continue
        if found and _is_below(box, found[-1]):
            last = found.pop()
            box = Box(
                last.start,
                box.end,
                box.page,
                min(last.x0, box.x0),
                last.y0,
                max(last.x1, box.x1),
                max(last.y1, box.y1),
            )
        found.append(box)
    return found


def _is_below(box: Box, other: Box) -> bool:
    """Whether a line goes on below another in the same column."""
    return box.page == other.page and box.y0 >= other.y0 and box.x0 < other.x1 and other.x0 < box.x1


def _fragment(region: Box) -> str:
    return f"page={region.page}&viewrect={_corners(region)}"


def _corners(region: Box) -> str:
    """Left, top, width and height."""
    return f"{region.x0:g},{region.y0:g},{region.x1 - region.x0:g},{region.y1 - region.y0:g}"


def _region_iri(graph: KnowledgeGraph, claim: GraphClaim, region: Box) -> ox.NamedNode:
    """The region as a fragment of its page."""
    page = _page_iri(graph, _page_name(graph, claim.article))
    return ox.NamedNode(f"{page.value}#{_fragment(region)}")


def _passage_iri(source: str, start: int, end: int) -> ox.NamedNode:
    """The passage as a fragment of its source, in the form of RFC 5147."""
    return ox.NamedNode(f"{source}#char={start},{end}")


def _page_name(graph: KnowledgeGraph, article: str) -> str:
    """The page's file name: unlike its path, the same on every machine."""
    return Path(graph.network.nodes[article]["path"] or "").name


def _page_iri(graph: KnowledgeGraph, name: str) -> ox.NamedNode:
    return ox.NamedNode(graph.base_iri + iri.key("page", name))


# ---- terms


def _resource(node: str, class_: str, *facts: Fact) -> Resource:
    """A resource of a class of ours, with all the classes above it."""
    return _described(ox.NamedNode(node), class_iris(class_), facts)


def _part(node: ox.NamedNode, class_: str, *facts: Fact) -> Resource:
    """A resource of a class that another vocabulary defines."""
    return _described(node, [expand(class_)], facts)


def _described(node: ox.NamedNode, classes: Iterable[str], facts: Iterable[Fact]) -> Resource:
    types = (_vocabulary("rdf:type"), tuple(map(ox.NamedNode, classes)))
    given = ((_vocabulary(name), tuple(values)) for name, *values in facts if values)
    return Resource(node, (types, *given))


@cache
def _vocabulary(name: str) -> ox.NamedNode:
    return ox.NamedNode(expand(name))


def scalar(text: str) -> str:
    """The text as RDF can hold it: a lone surrogate is no character, U+FFFD keeps its place."""
    return _SURROGATE.sub("\ufffd", text)


def _zh(text: str) -> ox.Literal:
    return ox.Literal(scalar(text), language="zh")


def _text(text: str) -> ox.Literal:
    return ox.Literal(scalar(text))


def _optional(text: str | None) -> list[ox.Literal]:
    return [_text(text)] if text else []


def _count(number: int) -> ox.Literal:
    return ox.Literal(str(number), datatype=_vocabulary("xsd:nonNegativeInteger"))


def _decimal(number: float) -> ox.Literal:
    return ox.Literal(f"{Decimal(str(float(number))):f}", datatype=_vocabulary("xsd:decimal"))


def _optional_date(text: str | None) -> list[ox.Literal]:
    return [_date(text)] if text else []


def _date(text: str) -> ox.Literal:
    """A typed xsd:date where the text is one, else a plain literal."""
    try:
        is_date = date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_date = False
    return ox.Literal(text, datatype=_vocabulary("xsd:date")) if is_date else _text(text)
