"""A network learns what it is shown."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from kg.ner.training.evaluation import score
from kg.ner.training.examples.data import batches

from .small import TAGS, trained


def test_a_network_learns_its_sentences() -> None:
    network, data = trained()
    found = score(network, batches(data, 3000, 1), "press", TAGS["press"])
    assert (found.precision, found.recall, found.f1) == (1.0, 1.0, 1.0)
