"""Chinese surnames by their rarity, and whether a few ideographs can be a person's name.

The table is `surnames.toml`. Who reads running text asks for the `COMMON` ones of one character, because
the characters of the others mostly belong to words; who reads a place where a name stands adds the `RARE`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.language.tables import read_word_lists
from kg.language.text import HAN

_LISTS = read_word_lists("kg.language", "surnames")
# The common ones, the commonest first.
BY_FREQUENCY = tuple("".join(_LISTS["common"]))
COMMON = frozenset(BY_FREQUENCY)
RARE = frozenset("".join(_LISTS["rare"]))
COMPOUND = frozenset(_LISTS["compound"])

_SINGLE = COMMON | RARE
_WORDS = frozenset(_LISTS["words"])
_HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}")
# 买买提·艾力, 扎西·达瓦: a name that its own mark gives away.
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}[·•][{HAN}]{{1,10}}(?:[·•][{HAN}]{{1,10}})?")


def surname(name: str) -> str:
    """The surname of a Chinese name: its first character, or two where they are a compound surname."""
    return name[:2] if name[:2] in COMPOUND else name[:1]


def surname_length(text: str, start: int, single: Collection[str] = COMMON) -> int:
    """How many characters of a surname stand at an offset: 2, 1 or 0; `single` are those of one character."""
    if text[start : start + 2] in COMPOUND:
        return 2
    return int(text[start : start + 1] in single)


def is_name(text: str) -> bool:
    """Whether the text looks like a full personal name: a surname and one or two ideographs, or 买买提·艾力.

    Four ideographs are a compound surname's or two common surnames' name (欧阳某某, 张王某某).
    """
    if _DOTTED.fullmatch(text):
        return True
    if text in _WORDS or not _HAN_NAME.fullmatch(text):
        return False
    if len(text) == 4:
        return text[:2] in COMPOUND or COMMON.issuperset(text[:2])
    return text[0] in _SINGLE or (len(text) == 3 and text[:2] in COMPOUND)
