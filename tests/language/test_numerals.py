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
        ("二十", 20),
        ("十二", 12),
        ("元", 1),
        ("二〇二五", 2025),
        ("二零二五", 2025),
    ],
)
def test_numbers(written: str, value: int) -> None:
    assert number(written) == value


@pytest.mark.parametrize("written", ["", "日", "三百"])
def test_what_is_no_number(written: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        number(written)
