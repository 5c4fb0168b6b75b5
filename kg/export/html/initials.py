"""Names as people type them in a hurry: the first letters of their pinyin, from pypinyin's tables."""

from __future__ import annotations

from functools import cache, lru_cache

# Longer names are found by their beginnings.
MOST = 24


def initials(*names: str) -> str:
    """The initials of each name that has Chinese characters, separated by spaces.

    A first character that is read in more than one way gives one form for each: 单晓峰 is sxf and dxf,
    as a dictionary does not know which of its readings is a surname.
    """
    forms = [form for name in names for form in _forms(name[:MOST])]
    return " ".join(dict.fromkeys(forms))


@lru_cache(maxsize=65_536)
def _forms(name: str) -> tuple[str, ...]:
    if name.isascii():
        return ()
    # Imported here: its tables take half a second to load.
    from pypinyin import Style, lazy_pinyin

    letters = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors=_kept)).lower()
    rest = letters[1:]
    return (letters, *(letter + rest for letter in _readings(name[0]) if letter + rest != letters))


@cache
def _readings(char: str) -> tuple[str, ...]:
    """The first letter of each reading of a character; nothing where it is not Chinese."""
    from pypinyin import Style, pinyin

    letters = pinyin(char, style=Style.FIRST_LETTER, heteronym=True, errors="ignore")
    return tuple(letters[0]) if letters else ()


def _kept(text: str) -> str:
    """What is not Chinese: its letters and digits."""
    return "".join(char for char in text if char.isalnum())
