"""Text whose characters know their places in the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.reading.offset_text import OffsetText, concat, join

RAW = "云州市总工会召开座谈会"


@given(st.lists(st.tuples(st.integers(0, len(RAW)), st.integers(0, len(RAW))), max_size=5))
def test_every_character_of_what_is_joined_stands_where_it_says(spans: list[tuple[int, int]]) -> None:
    parts = [OffsetText.of(RAW, start, end) for start, end in map(sorted, spans)]
    whole = join(parts, "\n")
    assert whole.text == "\n".join(part.text for part in parts)
    for char, offset in zip(whole.text, whole.offsets, strict=True):
        assert char == (RAW[offset] if offset >= 0 else "\n")
    assert concat(parts).text == "".join(part.text for part in parts)


def test_the_characters_of_the_file_come_back() -> None:
    file = "雲州市總工會"
    read = concat([OffsetText.of("云州市总工会", 0, 6), OffsetText.inserted(" ")])
    assert read.of_file(file) == OffsetText("雲州市總工會 ", (0, 1, 2, 3, 4, 5, -1))
