"""The network as PyTorch trains it: two bidirectional GRU layers over characters, pairs and listed words.

The first layer's characters and both layers begin as those of LAC. Each annotation scheme has a head with a
CRF; one more head learns LAC's own words, which the rules go by, so that one run gives names and words.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from kg.ner.recognisers.features import NO_PAIR, WIDTH
from kg.ner.training.network.crf import Crf
from kg.ner.training.network.gru import BiGru

CHARACTER = HIDDEN = 128
EXTRA = 64

Weights = dict[str, npt.NDArray[np.float32]]


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, sizes: tuple[int, int], heads: Mapping[str, int], words: int) -> None:
        """`sizes` are the numbers of characters and pairs, `heads` how many tags each scheme has."""
        super().__init__()
        characters, pairs = sizes
        self.character = nn.Embedding(characters, CHARACTER)
        self.pair = nn.Embedding(pairs, EXTRA)
        self.before = nn.Linear(EXTRA, EXTRA, bias=False)
        self.listed = nn.Linear(WIDTH, EXTRA)
        nn.init.normal_(self.pair.weight, std=0.1)
        self.first = BiGru(CHARACTER + EXTRA, HIDDEN)
        self.second = BiGru(2 * HIDDEN, HIDDEN)
        self.dropout = nn.Dropout1d(0.0)
        self.heads = nn.ModuleDict({name: nn.Linear(2 * HIDDEN, tags) for name, tags in heads.items()})
        self.crfs = nn.ModuleDict({name: Crf(tags) for name, tags in heads.items()})
        self.words = nn.Linear(2 * HIDDEN, words)

    def forward(self, characters: Tensor, pairs: Tensor, listed: Tensor) -> Tensor:
        """The encoding [batch, length, 2 × hidden] of sentences of equal length."""
        inputs = torch.cat([self.character(characters), self.surroundings(pairs, listed)], 2)
        middle = self.first(self._drop(inputs.transpose(0, 1)))
        return self._drop(self.second(self._drop(middle))).transpose(0, 1)

    def surroundings(self, pairs: Tensor, listed: Tensor) -> Tensor:
        """What the pairs on both sides and the listed words add to a character: [batch, length, extra]."""
        before = nn.functional.pad(pairs[:, :-1], (1, 0), value=NO_PAIR)
        return self.before(self.pair(before)) + self.pair(pairs) + self.listed(listed)

    def _drop(self, sequence: Tensor) -> Tensor:
        """Drop the same units all along a sentence [length, batch, units]."""
        return sequence * self.dropout(sequence.new_ones(sequence.shape[1:])[..., None])[..., 0]


def lac_weights(path: str) -> Weights:
    """The weights of LAC's ONNX file by their names there."""
    return {w.name: numpy_helper.to_array(w) for w in onnx.load(path).graph.initializer}


def start_from_lac(network: Network, weights: Weights) -> None:
    """Take LAC's embedding, layers and head; ONNX has the gates of a GRU as z r h, PyTorch as r z n."""

    def gates(matrix: npt.NDArray[np.float32]) -> Tensor:
        z, r, h = np.split(matrix, 3, axis=1)
        return torch.from_numpy(np.concatenate([r, z, h], axis=1))

    with torch.no_grad():
        # LAC's ids of single characters come first, the one of unknown characters last.
        known = len(network.character.weight) - 1
        rows = np.concatenate([weights["embedding_0.w_0"][:known], weights["embedding_0.w_0"][-1:]])
        network.character.weight.copy_(torch.from_numpy(rows))
        for layer, names in (
            (network.first, ("helper.concat.5", "helper.concat.6", "helper.concat.9")),
            (network.second, ("helper.concat.14", "helper.concat.15", "helper.concat.18")),
        ):
            inputs, states, biases = (weights[name] for name in names)
            layer.of_inputs[:, :, : inputs.shape[2]] = gates(inputs)
            layer.of_states.copy_(gates(states))
            of_inputs, of_states = np.split(biases, 2, axis=1)
            layer.bias_inputs.copy_(gates(of_inputs))
            layer.bias_states.copy_(gates(of_states))
        network.words.weight.copy_(torch.from_numpy(weights["linear_0.w_0"].T.copy()))
        network.words.bias.copy_(torch.from_numpy(weights["linear_0.b_0"].copy()))
