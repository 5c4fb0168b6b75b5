"""Rows of names (A、B和C) and what stands around them, each row read once.

A search for a row that some words must follow begins anew at each name of the row where they do not, and
reads the rest of the row again: its time grows with the square of the row. A pattern by `row_then` matches
such a row without the words, so that the search goes on behind it; `whole` leaves that match out. Nothing is
lost, because from any of its names a row goes on to the same end.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from kg.linker.sentences.masking import (
    EVENT,
    ORGANISATION,
    PERSON,
    PLACE,
    TITLE,
    MaskedMention,
    MaskedSentence,
)

ANYONE = PERSON + ORGANISATION + PLACE
# The areas before a name (湖南省湘潭市湘乡市棋梓镇A): there are no more levels.
AREAS = f"{PLACE}{{0,7}}"
# What someone is, before the name: 律师A, 植物学家B.
_APPOSITION = rf"[^，。；：、的在于向对与和及由被为是以了《》“”{ANYONE}{TITLE}{EVENT}]{{0,5}}?"
_JOINT = "(?:、|以及|和|与|及)"
_NEXT_IN_ROW = re.compile(f"{_JOINT}|$")
# In 首府A市长B the last name of a row that ends with A is the first word of another, which goes on.
_ENDS = f"(?!(?<={PLACE}){_APPOSITION}[{ANYONE}])"
_GROUP_NAME = re.compile(r"\(\?P<\w+>")


def list_of(symbols: str) -> str:
    """A pattern for names of these symbols in a row: A、B和C, also with what they are (律师A、教师B)."""
    name = f"{AREAS}{_APPOSITION}[{symbols}]"
    return f"{name}(?:{_JOINT}{name})*"


def row_then(row: str, rest: str) -> str:
    """A pattern for a row, with what stands before it, and the rest that must follow."""
    return f"(?:{row}{rest}(?P<whole>)|{_GROUP_NAME.sub('(?:', row)}{_ENDS})"


def whole(
    pattern: re.Pattern[str], code: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """The matches of a pattern, but for rows without their rest."""
    of_rows = "whole" in pattern.groupindex
    return (m for m in pattern.finditer(code, start, end) if not of_rows or m["whole"] is not None)


def names_in_row(masked: MaskedSentence, span: tuple[int, int], types: str = ANYONE) -> list[MaskedMention]:
    """The names of a row in code[span]; what stands before one of them (德国客商A) is not of the row."""
    start, end = span
    symbols = masked.symbols(start, end, types)
    return [mention for index, mention in symbols if _NEXT_IN_ROW.match(masked.code, index + 1, end)]
