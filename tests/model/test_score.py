"""Counts and their ratios."""

from __future__ import annotations

from kg.model.score import Score


def test_a_score_of_nothing_is_zero() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)


def test_scores_add_up_to_the_micro_average() -> None:
    both = Score(gold=4, predicted=2, correct=2) + Score(gold=4, predicted=6, correct=2)
    assert both == Score(gold=8, predicted=8, correct=4)
    assert (both.precision, both.recall, both.f1) == (0.5, 0.5, 0.5)


def test_plain_data_has_counts_and_ratios() -> None:
    assert Score(gold=3, predicted=2, correct=1).to_json() == {
        "precision": 0.5, "recall": 0.3333, "f1": 0.4, "gold": 3, "predicted": 2, "correct": 1,
    }  # fmt: skip
