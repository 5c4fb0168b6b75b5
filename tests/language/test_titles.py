"""What is a title by its words, and whose it is."""

from __future__ import annotations

import pytest

from kg.language.titles import candidates, held, joined, skip_space


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("市总工会党组书记、常务副主席王强", ["党组书记", "常务副主席"]),
        ("首席制茶师李伟", ["首席制茶师"]),
        ("委员会主席台", []),
        ("会长单位", []),
        ("", []),
    ],
)
def test_titles_by_their_words(text: str, titles: list[str]) -> None:
    assert [text[start:end] for start, end in candidates(text)] == titles


def test_a_chain_of_titles_is_held_by_the_person_behind_it() -> None:
    text = "党组书记、主席王强和主任"
    spans = candidates(text)
    assert held(text, spans, {text.index("王")}, {}) == {0, text.index("主席")}


def test_titles_of_one_person_are_joined_also_across_a_body() -> None:
    text = "副市长、市公安局局长王强"
    body = text.index("市公安局")
    assert joined(text, 3, text.index("局长"), {text.index("局长"): body})
    assert not joined(text, 3, text.index("局长"), {})


def test_spaces_before_a_name_are_skipped() -> None:
    assert skip_space("队长 　王强", 2) == 4
    assert skip_space("队长 ", 2) == 3
