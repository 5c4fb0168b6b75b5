"""Strict span scores of a network under training."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import torch

from kg.ner.press import spans
from kg.ner.training.data import Batch
from kg.ner.training.network import Network
from kg.ner.viterbi import viterbi


@torch.no_grad()
def score(
    network: Network, batches: Iterable[Batch], scheme: str, tags: Sequence[str]
) -> tuple[float, float, float]:
    """Precision, recall and F of a scheme's spans."""
    network.eval()
    gold = found = right = 0
    for batch in batches:
        encoding = network(batch.characters, batch.pairs, batch.listed)
        emissions = network.heads[scheme](encoding).transpose(0, 1).numpy()
        lengths = np.full(emissions.shape[1], len(emissions))
        paths = viterbi(emissions, network.crfs[scheme].transitions.numpy(), lengths).T
        for path, truth in zip(paths, batch.tags[scheme].numpy(), strict=True):
            a, b = {*spans(tags, truth)}, {*spans(tags, path)}
            gold, found, right = gold + len(a), found + len(b), right + len(a & b)
    network.train()
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
