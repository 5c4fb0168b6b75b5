"""Where the words stand that a claim rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox

from kg.model.records import Box, Origin
from tests.export.rdf.test_graph import by_pyoxigraph, iri, turtle, values
from tests.factory import corpus


def test_evidence_is_quoted_and_placed_in_the_article_and_on_the_page(triples: set[ox.Triple]) -> None:
    (meeting, *_) = corpus()
    text, offsets = meeting.article.text, meeting.article.origin.offsets
    claim = iri("claim/page-01/person/周启明/attended/event/page-01/夏季劳动保护工作会议")
    found = {}
    for target in values(triples, claim, "oa:hasTarget"):
        (source,) = values(triples, target, "oa:hasSource")
        for selector in values(triples, target, "oa:hasSelector"):
            (class_,) = values(triples, selector, "rdf:type")
            found[source, class_] = {
                name: value.value
                for name in ("oa:exact", "oa:prefix", "oa:suffix", "oa:start", "oa:end")
                for value in values(triples, selector, name)
            }
    start = text.index("周启明参加会议")
    assert found == {
        (iri("article/page-01"), iri("oa:TextQuoteSelector")): {
            "oa:exact": "周启明参加会议",
            "oa:prefix": text[start - 20 : start],
            "oa:suffix": "。",
        },
        (iri("article/page-01"), iri("oa:TextPositionSelector")): {
            "oa:start": str(start),
            "oa:end": str(start + 7),
        },
        (iri("page/云河工人报.txt"), iri("oa:TextPositionSelector")): {
            "oa:start": str(offsets[start]),
            "oa:end": str(offsets[start + 6] + 1),
        },
    }


def regions(lines: Callable[[int, int], tuple[Box, ...]]) -> set[str]:
    """Where evidence stands on a printed page, its lines given the start of it and the end of the text."""
    (meeting, *_) = corpus()
    article = meeting.article
    boxes = lines(article.text.index("周启明参加会议"), len(article.text))
    origin = Origin("page.pdf", article.origin.offsets, boxes)
    triples = by_pyoxigraph(turtle(replace(meeting, article=replace(article, origin=origin))))
    claim = iri("claim/page-01/person/周启明/attended/event/page-01/夏季劳动保护工作会议")
    return {
        fragment.value
        for target in values(triples, claim, "oa:hasTarget")
        if values(triples, target, "oa:hasSource") == {iri("page/page.pdf")}
        for selector in values(triples, target, "oa:hasSelector")
        for fragment in values(triples, selector, "rdf:value")
    }


def test_printed_evidence_has_a_region_for_each_column_it_stands_in() -> None:
    found = regions(
        lambda start, end: (
            Box(0, start, 1, 40, 50, 180, 61),
            Box(start, start + 2, 1, 40, 700, 180, 711),
            Box(start + 2, start + 4, 1, 40, 716.5, 180, 727.5),
            Box(start + 4, start + 7, 2, 196, 50, 336, 61),
            Box(start + 7, end, 2, 196, 66, 336, 77),
        )
    )
    assert found == {"page=1&viewrect=40,700,140,27.5", "page=2&viewrect=196,50,140,11"}


def test_a_region_has_no_exponent_however_far_off_the_page() -> None:
    found = regions(lambda _, end: (Box(0, end, 1, -1e9, 2e-7, -1e9 + 1234567.8, 12.25),))
    assert found == {"page=1&viewrect=-1000000000,0.0000002,1234570,12.25"}
