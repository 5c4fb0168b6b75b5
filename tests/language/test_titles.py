"""Titles by their words, and whose they are."""

from __future__ import annotations

import pytest

from kg.language.titles import candidates, held


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in candidates(text)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("县委书记林海棠", ["书记"]),
        ("党组书记、常务副主席林海棠", ["党组书记", "常务副主席"]),
        ("首席制茶师周可为", ["首席制茶师"]),
        ("职工在车间工作", []),
    ],
)
def test_what_is_a_title_by_its_words(text: str, titles: list[str]) -> None:
    assert found(text) == titles


def test_a_title_is_held_with_the_next_one_that_a_name_follows() -> None:
    text = "党组书记、主席林海棠说，要当好主席。"
    first, second, last = candidates(text)
    assert held(text, [first, second, last], {text.index("林海棠")}, {}) == {first[0], second[0]}
