"""Training in two phases: the encoder on every scheme, then the heads that ship on their own corpora."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from kg.ner.training.examples.data import WORDS, Batch, Item, Noise, batches
from kg.ner.training.network.tagger import Network

# How much LAC's words count beside a scheme.
WORDS_WEIGHT = 0.3
CHARACTERS_IN_BATCH = 3000
REPORT = 50


@dataclass(frozen=True)
class Phase:
    """The schemes to learn, the times through their sentences, the rates at the beginning and the end.

    What the phase ends with is the mean of the networks after those of the times that are `averaged`:
    stochastic weight averaging (Izmailov et al. 2018).
    """

    schemes: tuple[str, ...]
    epochs: int
    noise: Noise
    dropout: float
    rate: float
    last_rate: float
    averaged: tuple[int, ...]
    # Steps until the rate is at its highest, and what of the moving average stays at each.
    warm_up: int = 200
    decay: float = 0.999


def train(
    network: Network,
    data: Callable[[int], Sequence[Item]],
    phase: Phase,
    seed: int,
    tell: Callable[[str], None],
    kept: Path | None = None,
) -> Network:
    """Train the network in place; returns the mean of the moving averages of its weights.

    `data` gives the sentences of each time through them; what does not require a gradient stays as it is.

    After each time through the sentences the state is kept in a file, from which the same call goes on.
    """
    torch.manual_seed(seed)
    size = sum(1 for _ in batches(data(0), CHARACTERS_IN_BATCH, seed))
    steps = size * phase.epochs
    learning = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(learning, lr=phase.rate, weight_decay=0.01, fused=True)
    fall = 1 - phase.last_rate / phase.rate
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / phase.warm_up) * max(0.0, 1 - fall * step / steps)
    )
    network.dropout.p = phase.dropout
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(phase.decay))
    mean = AveragedModel(network)
    stateful = {
        "network": network, "average": average, "mean": mean, "optimiser": optimiser, "schedule": schedule
    }  # fmt: skip
    unknown = len(network.character.weight) - 1
    network.train()
    done = _restore(kept, stateful)
    start, losses, step = time.monotonic(), 0.0, 0
    for epoch in range(done, phase.epochs):
        torch.manual_seed(seed + epoch)
        for step, batch in enumerate(
            batches(data(epoch), CHARACTERS_IN_BATCH, seed + epoch), epoch * size + 1
        ):
            optimiser.zero_grad()
            loss = _loss(network, phase.noise.hide(batch, unknown))
            loss.backward()
            nn.utils.clip_grad_norm_(learning, 5.0)
            optimiser.step()
            schedule.step()
            average.update_parameters(network)
            losses += loss.item()
            if step % REPORT == 0:
                rest = (time.monotonic() - start) / (step - done * size) * (steps - step)
                tell(f"step {step} of {steps}, loss {losses / REPORT:.4f}, {rest / 60:.0f} minutes to go")
                losses = 0.0
        if epoch + 1 in phase.averaged:
            mean.update_parameters(average.module)
        if kept:
            torch.save(
                {name: part.state_dict() for name, part in stateful.items()} | {"done": epoch + 1}, kept
            )
    trained: Network = mean.module
    return trained.eval()


def _restore(kept: Path | None, stateful: Mapping[str, Any]) -> int:
    """Go on from a kept state, if there is one: how many times through the sentences are done."""
    if kept is None or not kept.exists():
        return 0
    state = torch.load(kept)
    for name, part in stateful.items():
        part.load_state_dict(state[name])
    return int(state["done"])


def _loss(network: Network, batch: Batch) -> Tensor:
    encoding = network(batch.characters, batch.pairs, batch.listed)
    loss = WORDS_WEIGHT * nn.functional.cross_entropy(
        network.words(encoding).flatten(0, 1), batch.tags[WORDS].flatten()
    )
    for scheme in sorted(batch.tags.keys() - {WORDS}):
        loss = loss + network.crfs[scheme](network.heads[scheme](encoding), batch.tags[scheme])
    return loss
