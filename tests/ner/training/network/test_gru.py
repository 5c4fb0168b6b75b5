"""The layer is that of PyTorch."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from kg.ner.training.network.gru import BiGru


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
