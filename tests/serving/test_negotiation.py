"""Which format a client gets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serving.negotiation import GRAPHS, HTML, RESULTS, preferred

DOCUMENTS = {**GRAPHS, "html": HTML}
CHROMIUM = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        (None, "json"),
        ("", "json"),
        ("*/*", "json"),
        ("application/*", "json"),
        ("text/*", "csv"),
        ("application/sparql-results+xml", "xml"),
        ("text/csv", "csv"),
        ("TEXT/CSV ; q=0.5, text/tab-separated-values;q=0.7", "tsv"),
        ("application/sparql-results+json;q=0, */*", "xml"),
        ("text/csv;charset=utf-8;q=1", "csv"),
        ("text/csv;q=x, application/xml;q=0.1", "xml"),
        ("image/png", None),
        ("*/*;q=0", None),
        ("nonsense,,;;", None),
    ],
)
def test_the_best_of_what_the_client_takes_is_chosen(accept: str | None, format_: str | None) -> None:
    assert preferred(accept, RESULTS) == format_


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        (CHROMIUM, "html"),
        ("*/*", "turtle"),
        ("application/ld+json, application/rdf+xml;q=0.9", "jsonld"),
        ("application/rdf+xml", "rdfxml"),
        ("text/plain", "ntriples"),
    ],
)
def test_people_get_pages_and_programs_get_rdf(accept: str, format_: str) -> None:
    assert preferred(accept, DOCUMENTS) == format_


@given(st.text())
def test_no_header_is_too_strange(accept: str) -> None:
    assert preferred(accept, RESULTS) in {*RESULTS, None}
