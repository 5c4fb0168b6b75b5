from __future__ import annotations

from kg.model.records import Mention
from kg.ner.spans import overlay


def person(start: int, end: int, by: str = "test") -> Mention:
    return Mention(start, end, "Person", by)


def test_surer_names_take_the_place_of_what_they_overlap() -> None:
    assert overlay([person(0, 2), person(3, 5), person(6, 8)], [person(4, 7)]) == [person(0, 2), person(4, 7)]


def test_names_that_only_touch_stay() -> None:
    assert overlay([person(0, 2), person(4, 6)], [person(2, 4)]) == [person(0, 2), person(2, 4), person(4, 6)]


def test_of_overlapping_surer_names_the_first_and_longer_stays() -> None:
    assert overlay([], [person(1, 4), person(0, 2), person(0, 3)]) == [person(0, 3)]
