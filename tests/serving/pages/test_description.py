"""What a page shows of a resource."""

from __future__ import annotations

from kg.serving.pages.description import describe
from kg.serving.pages.links import Link
from tests.serving.pages.test_links import lookup


def test_a_claim_that_tells_little_has_a_page() -> None:
    graph = lookup('<c> a kg:Claim ; oa:hasTarget <c>, "x", [] .')
    told = describe(graph, graph.node("c"), 1)
    assert told is not None
    (statement,) = told.statements
    assert (statement.subject, statement.quote, statement.confidence) == (Link("?"), "", "")
