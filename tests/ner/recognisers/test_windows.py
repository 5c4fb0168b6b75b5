from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.ner.recognisers.windows import LONGEST, pieces


@given(st.text(alphabet="安庆，。\n 市", max_size=900))
def test_pieces_are_in_order_short_and_leave_only_space_out(text: str) -> None:
    spans = list(pieces(text))
    assert all(0 < end - start <= LONGEST for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    inside = {i for start, end in spans for i in range(start, end)}
    assert all(text[i].isspace() for i in set(range(len(text))) - inside)
