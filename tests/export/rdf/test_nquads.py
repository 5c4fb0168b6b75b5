"""Named graphs, line by line."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from tests.export.test_formats import by_rdflib, quads, written

# rdflib warns of its own names.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@pytest.mark.parametrize("name", ["trig", "nquads"])
def test_both_parsers_read_the_same_named_graphs(name: str) -> None:
    forms = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS}
    found = quads(written(name), forms[name])
    assert by_rdflib(written(name), name) == found == quads(written("trig"), ox.RdfFormat.TRIG)
