"""What a network under training finds, and strict scores of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import torch

from kg.model.score import Score
from kg.ner.recognisers.press import spans
from kg.ner.recognisers.viterbi import viterbi
from kg.ner.training.examples.data import Batch
from kg.ner.training.examples.tags import Span
from kg.ner.training.network.tagger import Network


@torch.no_grad()
def predict(network: Network, batch: Batch, scheme: str, tags: Sequence[str]) -> list[list[Span]]:
    """The spans of a scheme that the network finds in each sentence of a batch."""
    encoding = network(batch.characters, batch.pairs, batch.listed)
    emissions = network.heads[scheme](encoding).transpose(0, 1).numpy()
    lengths = np.full(emissions.shape[1], len(emissions))
    paths = viterbi(emissions, network.crfs[scheme].transitions.numpy(), lengths).T
    return [list(spans(tags, path)) for path in paths]


def score(network: Network, batches: Iterable[Batch], scheme: str, tags: Sequence[str]) -> Score:
    """The strict score of a scheme's spans."""
    total = Score()
    for batch in batches:
        for guesses, truth in zip(
            predict(network, batch, scheme, tags), batch.tags[scheme].numpy(), strict=True
        ):
            a, b = {*spans(tags, truth)}, {*guesses}
            total += Score(len(a), len(b), len(a & b))
    return total
