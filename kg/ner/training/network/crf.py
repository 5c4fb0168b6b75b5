"""A linear-chain CRF whose gradient is reckoned at once, forwards and backwards together."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn

# Of a character's tags, those less likely than the best by that factor of e count as equally unlikely.
_LEAST = -50.0
_TINY = 1e-30


class _Likelihood(torch.autograd.Function):
    """The mean negative log-likelihood of a character's tag; the gradient is expected less true counts."""

    @staticmethod
    def forward(ctx: Any, emissions: Tensor, transitions: Tensor, tags: Tensor) -> Tensor:
        batch, length, kinds = emissions.shape
        top = emissions.amax(2, keepdim=True)
        shares = (emissions - top).clamp(min=_LEAST).exp().transpose(0, 1)
        steps = transitions.exp()
        reached, norms = _reach(shares, steps)
        partition = norms.log().sum((0, 2)) + top.sum((1, 2)) + math.log(kinds)

        pairs = (tags[:, :-1] * kinds + tags[:, 1:]).flatten()
        score = emissions.gather(2, tags[..., None]).sum() + transitions.flatten()[pairs].sum()

        before, after = reached
        of_tags = before * after / shares
        of_tags = (of_tags / of_tags.sum(2, keepdim=True)).transpose(0, 1)
        of_emissions = of_tags.scatter_add(2, tags[..., None], -torch.ones_like(top))
        here, there = before[:-1], after[1:]
        total = ((here @ steps) * there).sum(2, keepdim=True).clamp(min=_TINY)
        expected = torch.einsum("tbi,tbj->ij", here / total, there) * steps
        true = torch.bincount(pairs, minlength=kinds * kinds).view(kinds, kinds)
        ctx.save_for_backward(of_emissions, expected - true)
        ctx.size = batch * length
        return (partition.sum() - score) / ctx.size

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, Tensor, None]:
        of_emissions, of_transitions = ctx.saved_tensors
        return of_emissions * (grad / ctx.size), of_transitions * (grad / ctx.size), None


def _reach(shares: Tensor, steps: Tensor) -> tuple[Tensor, Tensor]:
    """How likely each tag is by what stands up to it, and from it on: [2, length, batch, tags], scaled.

    The scales of the first are the second result: [length, batch, 1].
    """
    both = torch.stack([shares, shares.flip(0)], 1)
    ways = torch.stack([steps, steps.T])
    reached, norms = torch.empty_like(both), torch.empty_like(both[..., :1])
    state = both[0] / shares.shape[2]
    for t in range(len(both)):
        if t:
            state = torch.bmm(state, ways) * both[t]
        torch.sum(state, 2, keepdim=True, out=norms[t]).clamp_(min=_TINY)
        state = torch.div(state, norms[t], out=reached[t])
    return torch.stack([reached[:, 0], reached[:, 1].flip(0)]), norms[:, 0]


class Crf(nn.Module):
    """A linear-chain CRF over sentences of equal length."""

    def __init__(self, tags: int) -> None:
        """Start with transitions that say nothing."""
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))

    def forward(self, emissions: Tensor, tags: Tensor) -> Tensor:
        """The mean negative log-likelihood of a character's tag: emissions [batch, length, tags]."""
        likelihood: Tensor = _Likelihood.apply(emissions, self.transitions, tags)
        return likelihood
