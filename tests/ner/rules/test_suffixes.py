"""The longest tail at each offset."""

from __future__ import annotations

import pytest

from kg.ner.rules.suffixes import ALL_BODIES, BODIES, SITES, Tails


def test_the_longest_tail_counts() -> None:
    tails = Tails(["会", "工会", "总工会"])
    assert tails.ending("市总工会", 4) == "总工会"
    assert tails.ending("开会", 2) == "会"
    assert tails.ending("总工", 2) is None
    assert tails.ending("", 0) is None


def test_every_tail_of_a_text_is_given() -> None:
    tails = Tails(["会", "总工会", "公司"])
    assert list(tails.finditer("总工会与公司开会")) == [(0, 3), (4, 6), (7, 8)]


@pytest.mark.parametrize(
    ("tails", "text", "tail"),
    [
        (BODIES, "红光有限公司", "有限公司"),
        (ALL_BODIES, "县人大常委会", "人大常委会"),
        (SITES, "古窑遗址", "遗址"),
    ],
)
def test_the_tables(tails: Tails, text: str, tail: str) -> None:
    assert tails.ending(text, len(text)) == tail
