"""Rows of names: a pattern that reads each row once finds what one that may read it again finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.linker.sentences.masking import ORGANISATION, PERSON
from kg.linker.sentences.rows import ANYONE, list_of, row_then, whole

# Rows of one to several names, with what people are and areas before them, and other words.
PIECES = ["Ⓟ", "Ⓞ", "Ⓛ", "、", "和", "律师", "当地", "出席", "的", "，", "向"]
CODES = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


def both(row: str, rest: str, code: str) -> tuple[list[str], list[str]]:
    plain = re.compile(row + rest)
    once = re.compile(row_then(row, rest))
    return (
        [f"{m.start()} {m['row']}" for m in plain.finditer(code)],
        [f"{m.start()} {m['row']}" for m in whole(once, code)],
    )


@given(CODES, st.sampled_from([ANYONE, PERSON, PERSON + ORGANISATION]))
def test_a_row_before_words(code: str, symbols: str) -> None:
    plain, once = both(f"(?P<row>{list_of(symbols)})", "出席", code)
    assert once == plain


@given(CODES)
def test_a_row_behind_words_and_before_others(code: str) -> None:
    plain, once = both(f"向(?P<row>{list_of(ANYONE)})", "[^，。]{0,3}?出席", code)
    assert once == plain


@given(CODES)
def test_the_last_row(code: str) -> None:
    plain, once = both(f"(?P<row>{list_of(ANYONE)})", f"[^{ANYONE}]*$", code)
    assert once == plain


def test_a_row_without_the_words_is_left_out() -> None:
    pattern = re.compile(row_then(f"(?P<row>{list_of(PERSON)})", "出席"))
    assert [match["row"] for match in whole(pattern, "Ⓟ、Ⓟ和Ⓟ，律师Ⓟ、Ⓟ出席")] == ["律师Ⓟ、Ⓟ"]
