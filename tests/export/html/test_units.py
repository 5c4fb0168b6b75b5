"""Offsets as a browser counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.export.html.units import units


@given(st.text())
def test_each_offset_is_the_length_of_what_stands_before_it(text: str) -> None:
    before = [len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in range(len(text) + 1)]
    assert list(units(text)) == before
