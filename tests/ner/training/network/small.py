"""A network small enough to learn three sentences in a second, for the tests beside it."""

from __future__ import annotations

import torch

from kg.ner.recognisers.features import build
from kg.ner.training.examples.corpora import Example
from kg.ner.training.examples.data import WORDS, Item, Noise, items
from kg.ner.training.examples.tags import tag_set
from kg.ner.training.network.tagger import Network
from kg.ner.training.network.train import Phase, train

TAGS = {"press": tag_set(["Person", "Place"])}
EXAMPLES = [
    Example("王强到安庆市", {"press": [(0, 2, "Person"), (3, 6, "Place")]}),
    Example("安庆市在安徽", {"press": [(0, 3, "Place"), (4, 6, "Place")]}),
    Example("李文来了", {"press": [(0, 2, "Person")]}),
]
PHASE = Phase(
    ("press",),
    epochs=120,
    noise=Noise(0.0, 0.0, 0.0),
    dropout=0.0,
    rate=1e-2,
    last_rate=1e-3,
    averaged=(120,),
)


def trained() -> tuple[Network, list[Item]]:
    """A network that has learned the sentences, and these."""
    # Two threads wait for each other longer than they work on something so small.
    torch.set_num_threads(1)
    torch.manual_seed(0)
    characters = {c: i for i, c in enumerate("王强到安庆市在徽李文来了")}
    features = build(characters, ["安庆"], {"安庆市": {"place"}}, "王李")
    data = items(EXAMPLES, features, TAGS)
    words = int(max(item.tags[WORDS].max() for item in data)) + 1
    network = Network(features.sizes, {"press": len(TAGS["press"])}, words)
    train(network, lambda _: data, PHASE, 1, lambda _: None)
    network.eval()
    return network, data
