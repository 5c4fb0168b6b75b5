from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")
onnxruntime = pytest.importorskip("onnxruntime")

from kg.ner.recognisers.features import build
from kg.ner.training.examples.corpora import Example
from kg.ner.training.examples.data import WORDS, Noise, batches, items
from kg.ner.training.examples.tags import tag_set
from kg.ner.training.network import export
from kg.ner.training.network.gru import BiGru
from kg.ner.training.network.tagger import Network
from kg.ner.training.network.train import Phase, train

# Two threads wait for each other longer than they work on something so small.
torch.set_num_threads(1)

TAGS = {"press": tag_set(["Person", "Place"])}
EXAMPLES = [
    Example("王强到安庆市", {"press": [(0, 2, "Person"), (3, 6, "Place")]}),
    Example("安庆市在安徽", {"press": [(0, 3, "Place"), (4, 6, "Place")]}),
    Example("李文来了", {"press": [(0, 2, "Person")]}),
]


def test_the_layer_is_a_gru() -> None:
    torch.manual_seed(0)
    ours, theirs = BiGru(6, 5), torch.nn.GRU(6, 5, bidirectional=True)
    names = {
        "of_inputs": "weight_ih",
        "of_states": "weight_hh",
        "bias_inputs": "bias_ih",
        "bias_states": "bias_hh",
    }
    for direction, suffix in enumerate(("", "_reverse")):
        for its, name in names.items():
            getattr(theirs, f"{name}_l0{suffix}").data.copy_(getattr(ours, its)[direction])
    inputs = torch.randn(7, 3, 6)
    weights = torch.randn(7, 3, 10)
    for layer in (ours, theirs):
        result = layer(inputs) if layer is ours else layer(inputs)[0]
        (result * weights).sum().backward()
    # The large products are in bfloat16.
    assert torch.allclose(ours(inputs), theirs(inputs)[0], atol=2e-2)
    assert torch.allclose(ours.of_states.grad[1], theirs.weight_hh_l0_reverse.grad, atol=0.1)
    assert torch.allclose(ours.bias_inputs.grad[0], theirs.bias_ih_l0.grad, atol=0.1)


def test_a_network_learns_and_its_file_says_the_same() -> None:
    torch.manual_seed(0)
    characters = {c: i for i, c in enumerate("王强到安庆市在徽李文来了")}
    features = build(characters, ["安庆"], {"安庆市": {"place"}}, "王李")
    data = items(EXAMPLES, features, TAGS)
    words = int(max(item.tags[WORDS].max() for item in data)) + 1
    network = Network(features.sizes, {"press": len(TAGS["press"])}, words)
    said: list[str] = []
    phase = Phase(
        ("press",),
        epochs=120,
        noise=Noise(0.0, 0.0, 0.0),
        dropout=0.0,
        rate=1e-2,
        last_rate=1e-3,
        averaged=(120,),
    )
    train(network, lambda _: data, phase, 1, said.append)
    network.eval()
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
