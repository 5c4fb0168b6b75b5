"""Numbers in digits and in Chinese."""

from __future__ import annotations

import pytest

from kg.language.numerals import number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("31", 31),
        ("三十一", 31),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("二〇二五", 2025),
        ("元", 1),
        ("２", 2),
    ],
)
def test_numbers(written: str, value: int) -> None:
    assert number(written) == value


@pytest.mark.parametrize("written", ["", "甲", "十甲", "三百"])
def test_no_numbers(written: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        number(written)
