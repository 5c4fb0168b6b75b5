from __future__ import annotations

from kg.model.score import Score
from tests.benchmarks.folds import confidences


def test_a_rule_with_few_claims_is_about_as_sure_as_all_are() -> None:
    rules = {"often": Score(100, 96, 72), "once": Score(100, 4, 3), "never-right": Score(100, 4, 0)}
    sure = confidences(rules)
    assert sure["once"] == 0.74
    assert sure["often"] == 0.75
    assert 0 < sure["never-right"] < 0.5
