"""The file says what the network says."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")
onnxruntime = pytest.importorskip("onnxruntime")

from kg.ner.training.examples.data import batches
from kg.ner.training.network import export

from .small import trained


def test_the_scores_of_the_file_are_nearly_those_of_the_network() -> None:
    network, data = trained()
    model = export.to_onnx(network, ["press"], batches(data, 3000, 1))
    session = onnxruntime.InferenceSession(model.SerializeToString())
    for batch in batches(data, 3000, 1):
        with torch.no_grad():
            encoding = network(batch.characters, batch.pairs, batch.listed)
            expected = network.heads["press"](encoding).transpose(0, 1).numpy()
        length, size = expected.shape[:2]
        pairs = batch.pairs.numpy().T
        emissions, _ = session.run(
            ["press", "words"],
            {
                "characters": batch.characters.numpy().T,
                "pairs": pairs,
                "pairs_before": np.concatenate([np.zeros_like(pairs[:1]), pairs[:-1]]),
                "listed": batch.listed.numpy().transpose(1, 0, 2).astype(np.uint8),
                "inside": np.ones((length, size, 1), dtype=np.float32),
            },
        )
        # Bytes for floats: the scores move a little, the best tags stay.
        assert np.abs(emissions - expected).max() < 0.15 * np.abs(expected).max()
        assert emissions.argmax(2).T.tolist() == batch.tags["press"].tolist()
