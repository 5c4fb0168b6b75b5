"""The triples of the invented corpus."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from tests.export.rdf.test_graph import by_pyoxigraph, turtle
from tests.factory import corpus


@pytest.fixture(scope="module")
def triples() -> set[ox.Triple]:
    return by_pyoxigraph(turtle(*corpus()))
