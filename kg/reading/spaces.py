"""The spaces that justification put inside words are taken out; those that part words stay."""

from __future__ import annotations

import re

from kg.reading.traced import INKLESS, Traced, concat
from kg.text import HAN

_GAP = re.compile(f"[{INKLESS}]+")
_WORD = re.compile(rf"[{HAN}]")
_ALNUM = re.compile(r"[A-Za-z0-9]")


def tidy(line: Traced) -> Traced:
    """The text with the gaps that part words, and none that was put into a word.

    A gap is the typesetter's where it parts an ideograph from a Latin letter or digit (5 月份), and
    where gaps of one space follow one another character by character (总 工 会).
    """
    text = line.text
    gaps = [match.span() for match in _GAP.finditer(text)]
    if not gaps:
        return line
    parts: list[Traced] = []
    done = 0
    for index, (start, end) in enumerate(gaps):
        parts.append(line[done:start])
        if not _is_justification(text, gaps, index):
            parts.append(_spaces(line[start:end]))
        done = end
    parts.append(line[done:])
    return concat(parts)


def _spaces(gap: Traced) -> Traced:
    """The spaces of a gap, or one if it is made of something else (a tab, say)."""
    kept = [index for index, char in enumerate(gap.text) if char in " \u3000"]
    return concat(gap[index : index + 1] for index in kept) if kept else Traced.inserted(" ")


def _is_justification(text: str, gaps: list[tuple[int, int]], index: int) -> bool:
    start, end = gaps[index]
    if start == 0 or end == len(text) or end - start > 1 or text[start] != " ":
        return start == 0 or end == len(text)
    left, right = text[start - 1], text[end]
    if _WORD.match(left) and _WORD.match(right):
        return any(_chained(text, gaps, other) for other in (index - 1, index))
    return bool((_WORD.match(left) and _ALNUM.match(right)) or (_ALNUM.match(left) and _WORD.match(right)))


def _chained(text: str, gaps: list[tuple[int, int]], index: int) -> bool:
    """Whether gaps `index` and `index + 1` are single spaces around one ideograph."""
    if index < 0 or index + 1 >= len(gaps):
        return False
    (start, end), (following, last) = gaps[index], gaps[index + 1]
    return (
        following - end == 1 and end - start == last - following == 1 and _WORD.match(text[end]) is not None
    )
