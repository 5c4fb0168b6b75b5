"""What the networks give, to characters: the likeliest, how sure it is, and what else it may be."""

from __future__ import annotations

import pytest

from kg.model.errors import InputError
from kg.reading.ocr import engine
from kg.reading.ocr.crops import Character, LocatedCharacter

np = pytest.importorskip("numpy")

ALPHABET = ("", "云", "去", "，", ",", " ")


@pytest.fixture
def recogniser() -> engine.Recogniser:
    """One that has no networks, but an alphabet."""
    made = object.__new__(engine.Recogniser)
    made._alphabet = ALPHABET
    return made


def test_repeated_steps_are_one_character_and_blank_ones_none(recogniser: engine.Recogniser) -> None:
    shares = np.zeros((6, len(ALPHABET)), np.float32)
    for step, (best, share) in enumerate([(0, 0.9), (1, 0.7), (1, 0.9), (0, 0.9), (1, 0.8), (2, 0.6)]):
        shares[step, best] = share
    marks = recogniser._marks(shares, 8.0)
    assert [(mark.character.text, mark.at) for mark in marks] == [("云", 20.0), ("云", 36.0), ("去", 44.0)]


def test_a_character_knows_what_else_it_may_be(recogniser: engine.Recogniser) -> None:
    character = recogniser._character(np.array([0.0, 0.7, 0.25, 0.0, 0.0005, 0.0], np.float32))
    assert character == Character("云", 0.7, ("去",))


def test_marks_of_both_widths_are_one_character(recogniser: engine.Recogniser) -> None:
    character = recogniser._character(np.array([0.0, 0.0, 0.0, 0.5, 0.375, 0.0], np.float32))
    assert character == Character("，", 0.875)


@pytest.mark.parametrize(("confidence", "is_text"), [(0.9, True), (0.5, True), (0.4, False)])
def test_what_is_hardly_read_is_no_text(confidence: float, is_text: bool) -> None:
    marks = [LocatedCharacter(Character(char, confidence), 0.0) for char in "云州"]
    assert engine._is_text(marks) is is_text
    assert not engine._is_text([LocatedCharacter(Character(" "), 0.0)])


def test_without_the_networks_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _name: None)
    engine.load_recogniser.cache_clear()
    assert not engine.is_installed()
    with pytest.raises(InputError, match=r"press-kg\[ocr\]"):
        engine.load_recogniser()
