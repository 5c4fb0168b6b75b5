from __future__ import annotations

from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from kg.ner.training.network.crf import Crf


def test_the_likelihood_and_its_gradient_are_those_of_all_paths() -> None:
    torch.manual_seed(0)
    crf = Crf(3)
    torch.nn.init.normal_(crf.transitions)
    emissions = torch.randn(2, 4, 3, requires_grad=True)
    tags = torch.tensor([[0, 1, 2, 1], [2, 2, 0, 1]])

    def score(row: int, path: tuple[int, ...]) -> torch.Tensor:
        kept = sum(emissions[row, t, tag] for t, tag in enumerate(path))
        return kept + sum(crf.transitions[a, b] for a, b in pairwise(path))

    likelihoods = [
        score(row, tuple(tags[row].tolist()))
        - torch.stack([score(row, path) for path in product(range(3), repeat=4)]).logsumexp(0)
        for row in range(2)
    ]
    expected = -sum(likelihoods) / 2 / 4
    of_emissions, of_transitions = torch.autograd.grad(expected, (emissions, crf.transitions))
    loss = crf(emissions, tags)
    loss.backward()
    assert loss.item() == pytest.approx(expected.item(), abs=1e-5)
    assert torch.allclose(emissions.grad, of_emissions, atol=1e-6)
    assert torch.allclose(crf.transitions.grad, of_transitions, atol=1e-6)


def test_a_sentence_may_have_one_character() -> None:
    crf = Crf(3)
    loss = crf(torch.zeros(2, 1, 3, requires_grad=True), torch.tensor([[0], [2]]))
    loss.backward()
    assert loss.item() == pytest.approx(torch.tensor(3.0).log().item())
    assert not crf.transitions.grad.any()
