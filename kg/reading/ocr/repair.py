"""Misreadings of known names: a doubtful character and its look-alikes, weighed by what is known.

A character is changed only where it is doubtful and the recogniser itself thought of another one, and this
makes the name of a division of the country, or a name that stands elsewhere on the page, of what is no name
otherwise. The name of a division that the page has elsewhere need not have been thought of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Protocol

from kg.language.divisions import Gazetteer
from kg.language.surnames import is_name
from kg.language.text import HAN

# A character with more confidence, from 0 to 1, is taken as it is.
_SURE = 0.95
# Names have so many characters: those of two look alike too often.
_NAME_LENGTHS = range(3, 9)
# A name counts as known where the page has it elsewhere so many times; a shorter one than this has to be a
# person's besides.
_MIN_TIMES, _MIN_LENGTH = 2, 4
# 第一次会议 is not the second one misread.
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两零〇")

_IDEOGRAPHS = re.compile(f"[{HAN}]+")


class SeenCharacter(Protocol):
    """A character as the recogniser saw it."""

    @property
    def confidence(self) -> float: ...  # noqa: D102
    @property
    def others(self) -> tuple[str, ...]: ...  # noqa: D102


def find_repairs(text: str, seen: Sequence[SeenCharacter], page: Sequence[str]) -> dict[int, str]:
    """The right character for each place of the text where a known name was misread.

    `seen` has each character of the text, `page` all texts of the page, this one among them.
    """
    found: dict[int, str] = {}
    for run in _IDEOGRAPHS.finditer(text):
        for at in range(*run.span()):
            if seen[at].confidence < _SURE:
                likely = chain(seen[at].others, _divisions_elsewhere(run, at, page))
                right = next((c for c in likely if _makes_name(run, at, c, page)), None)
                if right:
                    found[at] = right
    return found


def _divisions_elsewhere(run: re.Match[str], at: int, page: Sequence[str]) -> Iterator[str]:
    """The characters that stand in this place in a division's name that the page has often enough."""
    for _, pattern in _around(run, at, "."):
        for text in page:
            for match in re.finditer(pattern, text):
                if Gazetteer.load().is_full_name(match[0]) and _count(match[0], page) >= _MIN_TIMES:
                    yield match[0][pattern.index(".")]


def _makes_name(run: re.Match[str], at: int, right: str, page: Sequence[str]) -> bool:
    """Whether the character makes a known name of what stands around a place within a run of ideographs."""
    if not _IDEOGRAPHS.fullmatch(right) or {right, run.string[at]} & _NUMERALS:
        return False
    return any(_is_known(read, meant, page) for read, meant in _around(run, at, right))


def _around(run: re.Match[str], at: int, right: str) -> Iterator[tuple[str, str]]:
    """Each stretch around a place that may be a name, as it was read and as it would be."""
    text, (first, last) = run.string, run.span()
    for length in _NAME_LENGTHS:
        for start in range(max(first, at - length + 1), min(at, last - length) + 1):
            end = start + length
            yield text[start:end], text[start:at] + right + text[at + 1 : end]


def _is_known(read: str, meant: str, page: Sequence[str]) -> bool:
    gazetteer = Gazetteer.load()
    if gazetteer.is_full_name(meant) and not gazetteer.is_full_name(read):
        return True
    if len(meant) < _MIN_LENGTH and not is_name(meant):
        return False
    return _count(meant, page) >= _MIN_TIMES and _count(read, page) == 1


def _count(name: str, page: Sequence[str]) -> int:
    return sum(text.count(name) for text in page)
