"""The words that a claim rests on: quoted, and placed in the article and on the page it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox

from kg.export.rdf.terms import Resource, count, part, plain
from kg.graph import GraphClaim, KnowledgeGraph
from kg.model import iri
from kg.model.records import Box

# How many characters of context a quote carries on either side, as Web Annotation recommends
# for finding it again when offsets have moved.
CONTEXT = 20

# The form of fragments that Web Annotation names for PDF; lengths in points from the top left corner.
_FRAGMENTS_OF_PDF = "http://tools.ietf.org/rfc/rfc3778"

# The IRI of an article or page, and start and end in it.
Passage = tuple[str, int, int]


def targets(graph: KnowledgeGraph, claim: GraphClaim) -> Iterator[ox.NamedNode]:
    """The passages and regions that a claim points to, each as a fragment of its source."""
    for passage in _passages(graph, claim):
        yield ox.NamedNode(_passage_iri(*passage))
    for region in _regions(graph, claim):
        yield ox.NamedNode(_region_iri(graph, claim, region))


def evidence(graph: KnowledgeGraph, claim: GraphClaim) -> Iterator[Resource]:
    """The passages and regions of a claim, each with the selectors that find it in its source.

    Claims with the same evidence share them.
    """
    for source, start, end in _passages(graph, claim):
        quote = ox.NamedNode(f"{source}#quote={start},{end}")
        position = ox.NamedNode(f"{source}#position={start},{end}")
        selectors = [quote, position] if source == claim.article else [position]
        yield part(
            _passage_iri(source, start, end),
            "oa:SpecificResource",
            ("oa:hasSource", ox.NamedNode(source)),
            ("oa:hasSelector", *selectors),
        )
        if quote in selectors:
            yield _quote(quote.value, graph.network.nodes[source]["text"], start, end)
        yield part(
            position.value, "oa:TextPositionSelector", ("oa:start", count(start)), ("oa:end", count(end))
        )
    for region in _regions(graph, claim):
        page = page_iri(graph, page_name(graph, claim.article))
        fragment = f"{page}#region={region.page},{_corners(region)}"
        yield part(
            _region_iri(graph, claim, region),
            "oa:SpecificResource",
            ("oa:hasSource", ox.NamedNode(page)),
            ("oa:hasSelector", ox.NamedNode(fragment)),
        )
        yield part(
            fragment,
            "oa:FragmentSelector",
            ("rdf:value", plain(_fragment(region))),
            ("dcterms:conformsTo", ox.NamedNode(_FRAGMENTS_OF_PDF)),
        )


def page_name(graph: KnowledgeGraph, article: str) -> str:
    """The file name of an article's page, "" where none is known: unlike its path, the same everywhere."""
    return Path(graph.network.nodes[article]["path"] or "").name


def page_iri(graph: KnowledgeGraph, name: str) -> str:
    """The IRI of a page by its file name."""
    return graph.base_iri + iri.key("page", name)


def _quote(node: str, text: str, start: int, end: int) -> Resource:
    return part(
        node,
        "oa:TextQuoteSelector",
        ("oa:prefix", plain(text[max(start - CONTEXT, 0) : start])),
        ("oa:exact", plain(text[start:end])),
        ("oa:suffix", plain(text[end : end + CONTEXT])),
    )


def _passages(graph: KnowledgeGraph, claim: GraphClaim) -> Iterator[Passage]:
    """Where the evidence stands in the article and, where that is read from a file of text, in the file."""
    yield claim.article, claim.start, claim.end
    known = graph.network.nodes[claim.article]
    offsets = () if known["boxes"] else known["offsets"] or ()
    in_file = [offset for offset in offsets[claim.start : claim.end] if offset >= 0]
    if in_file:
        yield page_iri(graph, page_name(graph, claim.article)), min(in_file), max(in_file) + 1


def _passage_iri(source: str, start: int, end: int) -> str:
    """The passage as a fragment of its source, in the form of RFC 5147."""
    return f"{source}#char={start},{end}"


def _regions(graph: KnowledgeGraph, claim: GraphClaim) -> list[Box]:
    """Where the evidence is printed: the box around its lines in each column."""
    regions: list[Box] = []
    for box in graph.network.nodes[claim.article]["boxes"]:
        if box.end <= claim.start or claim.end <= box.start:
            continue
        if regions and _is_below(box, regions[-1]):
            last = regions.pop()
            box = Box(
                last.start,
                box.end,
                box.page,
                min(last.x0, box.x0),
                last.y0,
                max(last.x1, box.x1),
                max(last.y1, box.y1),
            )
        regions.append(box)
    return regions


def _is_below(box: Box, other: Box) -> bool:
    """Whether a line goes on below another in the same column."""
    return box.page == other.page and box.y0 >= other.y0 and box.x0 < other.x1 and other.x0 < box.x1


def _region_iri(graph: KnowledgeGraph, claim: GraphClaim, region: Box) -> str:
    """The region as a fragment of its page."""
    return f"{page_iri(graph, page_name(graph, claim.article))}#{_fragment(region)}"


def _fragment(region: Box) -> str:
    return f"page={region.page}&viewrect={_corners(region)}"


def _corners(region: Box) -> str:
    """Left, top, width and height."""
    return ",".join(map(_points, (region.x0, region.y0, region.x1 - region.x0, region.y1 - region.y0)))


def _points(length: float) -> str:
    """A length to six digits, as a fragment can have it: without an exponent, however far off the page."""
    return f"{Decimal(f'{length:g}'):f}"
