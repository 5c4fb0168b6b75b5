"""Strict scores of what a network finds."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from kg.ner.training.evaluation import predict, score
from kg.ner.training.examples.data import batches

from .network.small import TAGS, trained


def test_predictions_are_spans_and_misses_count() -> None:
    network, data = trained()
    (batch,) = [b for b in batches(data, 3000, 1) if b.characters.shape[1] == 4]
    assert predict(network, batch, "press", TAGS["press"]) == [[(0, 2, "Person")]]
    with torch.no_grad():
        network.heads["press"].bias[0] += 1000.0  # everything is outside of names
    missed = score(network, [batch], "press", TAGS["press"])
    assert (missed.precision, missed.recall, missed.f1) == (0.0, 0.0, 0.0)
