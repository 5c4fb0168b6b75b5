"""Rows of names (A、B和C) and what stands around them, each row read once.

A search for a row that some words must follow begins anew at each name of the row where they do not, and reads
the rest of the row again: its time grows with the square of the row. A pattern by `row_then` matches such a row
without the words, so that the search goes on behind it; `whole` leaves that match out. Nothing is lost, because
from any of its names a row goes on to the same end.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_GROUP_NAME = re.compile(r"\(\?P<\w+>")


def row_then(row: str, rest: str) -> str:
    """A pattern for a row, with what stands before it, and the rest that must follow."""
    return f"(?:{row}{rest}(?P<whole>)|{_GROUP_NAME.sub('(?:', row)})"


def whole(
    pattern: re.Pattern[str], code: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """The matches of a pattern, but for rows without their rest."""
    of_rows = "whole" in pattern.groupindex
    return (m for m in pattern.finditer(code, start, end) if not of_rows or m["whole"] is not None)
