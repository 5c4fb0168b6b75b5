from __future__ import annotations

import pytest

from kg.ner.training.examples.guidelines import press


def drawn(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[str, str]]:
    return [(text[start:end], label) for start, end, label in press("msra", text, spans) or []]


def test_a_body_takes_in_the_areas_before_it() -> None:
    assert drawn("安徽怀宁县医院", [(0, 2, "LOC"), (2, 7, "ORG")]) == [("安徽怀宁县医院", "Organisation")]
    # … but an agency's report begins behind the area.
    assert drawn("合肥新华社电", [(0, 2, "LOC"), (2, 5, "ORG")]) == [
        ("合肥", "Place"),
        ("新华社", "Organisation"),
    ]


def test_levels_stay_places_of_their_own() -> None:
    assert drawn("安庆市怀宁县", [(0, 3, "LOC"), (3, 6, "LOC")]) == [("安庆市", "Place"), ("怀宁县", "Place")]


def test_bodies_by_their_level_alone_are_added() -> None:
    assert drawn("县委书记王强", [(4, 6, "PER")]) == [("县委", "Organisation"), ("王强", "Person")]
    assert drawn("各县委书记", []) == []


def test_single_characters_and_titles_of_works_are_left_out() -> None:
    assert drawn("老王到北京", [(1, 2, "PER"), (3, 5, "LOC")]) == [("北京", "Place")]
    assert drawn("《北京的春天》", [(1, 3, "LOC")]) == []


@pytest.mark.parametrize(("scheme", "label"), [("pfr199801", "LOC"), ("resume", "CONT")])
def test_what_does_not_tell_is_not_used(scheme: str, label: str) -> None:
    assert press(scheme, "中国国籍", [(0, 4, label)]) is None
