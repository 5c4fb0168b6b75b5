from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="needs the extra train")

from kg.ner.training.completion import combined


def test_what_is_known_stays_and_guesses_fill_the_rest() -> None:
    known = [(0, 2, "PER"), (5, 9, "ORG")]
    guesses = [(0, 3, "PER"), (3, 4, "LOC"), (8, 10, "LOC")]
    assert combined(known, guesses) == [(0, 2, "PER"), (3, 4, "LOC"), (5, 9, "ORG")]


def test_the_levels_of_an_address_take_its_place() -> None:
    levels = [(0, 3, "LOC"), (3, 6, "LOC")]
    assert combined([(0, 6, "LOC")], levels) == levels
    assert combined([(0, 6, "LOC")], levels[:1]) == [(0, 6, "LOC")]
