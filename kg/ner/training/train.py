"""Training in two phases: the encoder on every scheme, then the heads that ship on their own corpora."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count, islice

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from kg.ner.features import WIDTH
from kg.ner.training.data import WORDS, Batch, Item, batches
from kg.ner.training.network import Network

# How much LAC's words count beside a scheme.
WORDS_WEIGHT = 0.5
CHARACTERS_IN_BATCH = 3000
WARM_UP = 200
REPORT = 200


@dataclass(frozen=True)
class Phase:
    """The schemes to learn, the times through their sentences, the rates at the beginning and the end."""

    schemes: tuple[str, ...]
    epochs: int
    dropout: float
    rate: float
    last_rate: float


def train(
    network: Network, data: Sequence[Item], phase: Phase, seed: int, tell: Callable[[str], None]
) -> Network:
    """Train the network in place; returns the moving average of its weights."""
    torch.manual_seed(seed)
    size = sum(1 for _ in batches(data, CHARACTERS_IN_BATCH, WIDTH, seed))
    steps = size * phase.epochs
    optimiser = torch.optim.AdamW(network.parameters(), lr=phase.rate, weight_decay=0.01, fused=True)
    fall = 1 - phase.last_rate / phase.rate
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / WARM_UP) * (1 - fall * step / steps)
    )
    network.dropout.p = phase.dropout
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(0.998))
    network.train()
    start, losses = time.monotonic(), 0.0
    for step, batch in enumerate(
        islice(
            (b for epoch in count() for b in batches(data, CHARACTERS_IN_BATCH, WIDTH, seed + epoch)), steps
        ),
        1,
    ):
        optimiser.zero_grad()
        loss = _loss(network, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimiser.step()
        schedule.step()
        average.update_parameters(network)
        losses += loss.item()
        if step % REPORT == 0 or step == steps:
            mean = losses / (step % REPORT or REPORT)
            tell(f"step {step} of {steps}, loss {mean:.4f}, {time.monotonic() - start:.0f} s")
            losses = 0.0
    trained: Network = average.module
    return trained.eval()


def _loss(network: Network, batch: Batch) -> Tensor:
    encoding = network(batch.characters, batch.pairs, batch.listed)
    loss = WORDS_WEIGHT * nn.functional.cross_entropy(
        network.words(encoding).flatten(0, 1), batch.tags[WORDS].flatten()
    )
    for scheme in sorted(batch.tags.keys() - {WORDS}):
        loss = loss + network.crfs[scheme](network.heads[scheme](encoding), batch.tags[scheme])
    return loss
