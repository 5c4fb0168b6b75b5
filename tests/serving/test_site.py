"""The fields of queries and forms."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.exceptions import HTTPException

from kg.serving.site import fields

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.tuples(TEXT, TEXT), max_size=9))
def test_fields_come_back_as_they_were_sent(pairs: list[tuple[str, str]]) -> None:
    assert fields(urlencode(pairs).encode()) == pairs


@pytest.mark.parametrize("encoded", [b"a=%ff", "a=甲".encode(), b"&".join([b"a=1"] * 101)])
def test_what_is_malformed_or_too_much_is_refused(encoded: bytes) -> None:
    with pytest.raises(HTTPException):
        fields(encoded)
