"""What the network does with a sentence."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from kg.ner.recognisers.features import NO_PAIR, WIDTH
from kg.ner.training.network.tagger import HIDDEN, Network


def test_every_character_has_an_encoding_that_others_change() -> None:
    torch.manual_seed(0)
    network = Network((5, 4), {"press": 3}, words=2).eval()
    characters = torch.tensor([[0, 1, 2], [0, 1, 3]])
    pairs = torch.full((2, 3), NO_PAIR)
    with torch.no_grad():
        encoding = network(characters, pairs, torch.zeros(2, 3, WIDTH))
    assert encoding.shape == (2, 3, 2 * HIDDEN)
    # Both layers read both ways: another last character changes the encoding of the first.
    assert not torch.equal(encoding[0, 0], encoding[1, 0])
