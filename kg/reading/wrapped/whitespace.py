"""The spaces that justification put inside words are taken out; those that part words stay."""

from __future__ import annotations

import re

from kg.language.text import HAN
from kg.reading.offset_text import INKLESS, OffsetText

_GAP = re.compile(f"[{INKLESS}]+")
# An ideograph beside a Latin letter or digit, on either side of one space.
_BESIDE_LATIN = re.compile(rf"(?:[{HAN}] [A-Za-z0-9]|[A-Za-z0-9] [{HAN}])")
_HAN_PAIR = re.compile(rf"[{HAN}] [{HAN}]")
# A headline of two parts, the second of which begins with a number: no marks, one gap.
_TWO_PARTS = re.compile(r"[^，。、；：\s]{6,} [0-9][^，。、；：\s]{3,}")
_SPACES = frozenset(" \u3000")


def tidy_spaces(line: OffsetText) -> OffsetText:
    """The text with the gaps that part words, and none that was put into a word.

    A gap is the typesetter's where it parts an ideograph from a Latin letter or digit (5 月份), and
    where gaps of one space follow one another character by character (总 工 会). What has no ink and is
    no space (a tab, a joiner) is taken out too; a gap of nothing else becomes one space.
    """
    gaps = [match.span() for match in _GAP.finditer(line.text)]
    if not gaps:
        return line
    chars: list[str] = []
    offsets: list[int] = []
    done = 0
    for number, (start, end) in enumerate(gaps):
        chars.append(line.text[done:start])
        offsets += line.offsets[done:start]
        if not _is_justification(line.text, gaps, number):
            kept = [index for index in range(start, end) if line.text[index] in _SPACES]
            chars.append("".join(line.text[index] for index in kept) or " ")
            offsets += [line.offsets[index] for index in kept] or [-1]
        done = end
    chars.append(line.text[done:])
    offsets += line.offsets[done:]
    return OffsetText("".join(chars), tuple(offsets))


def _is_justification(text: str, gaps: list[tuple[int, int]], number: int) -> bool:
    start, end = gaps[number]
    around = text[max(0, start - 1) : end + 1]
    if _BESIDE_LATIN.fullmatch(around):
        return _TWO_PARTS.fullmatch(text) is None
    return _HAN_PAIR.fullmatch(around) is not None and (
        _is_chained(text, gaps, number - 1) or _is_chained(text, gaps, number)
    )


def _is_chained(text: str, gaps: list[tuple[int, int]], number: int) -> bool:
    """Whether gaps `number` and `number + 1` are single spaces around one ideograph."""
    if number < 0 or number + 1 >= len(gaps):
        return False
    (start, end), (following, last) = gaps[number], gaps[number + 1]
    return following == end + 1 and all(
        _HAN_PAIR.fullmatch(text[max(0, left - 1) : right + 1])
        for left, right in ((start, end), (following, last))
    )
