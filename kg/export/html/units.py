"""Offsets in a text as a browser counts them: in UTF-16 units, of which a rare character has two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def units(text: str) -> Sequence[int]:
    """Code-point offset → offset in UTF-16 units, for every offset of the text, its end included."""
    if max(text, default="") <= "\uffff":
        return range(len(text) + 1)
    return list(accumulate((1 + (char > "\uffff") for char in text), initial=0))
