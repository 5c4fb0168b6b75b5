"""What is repeated and inserted: all words and symbols that the rules know, and characters nobody expects."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import kg
from tests.fuzz.words import WORDS

_KG = Path(kg.__file__).parent

PLAIN = WORDS["plain"]
# Halves of characters can stand in no table.
STRANGE = [*WORDS["strange"], "\ud800", "\udfff", "\ud83d\ude00", "\udc80"]


@cache
def known() -> tuple[str, ...]:
    """The words of all tables of the rules, and each mark and symbol that stands in the code."""
    tables = (path for path in sorted(_KG.rglob("*.toml")) if "training" not in path.parts)
    words = {word for path in tables for word in _strings(tomllib.loads(path.read_text("utf-8")))}
    code = "".join(path.read_text("utf-8") for path in sorted(_KG.rglob("*.py")))
    symbols = {char for char in code if not char.isascii() and unicodedata.category(char)[0] not in "LM"}
    return tuple(sorted(words | symbols))


def unit(chance: Random) -> str:
    """A word, a symbol, or a few of them."""
    drawn = chance.choice((PLAIN, PLAIN, known(), STRANGE))
    first = chance.choice(drawn)
    return first + chance.choice(PLAIN) if chance.random() < 0.3 else first


def repeated(chance: Random, most: int = 40_000) -> str:
    """A unit over and over, mostly some hundred characters in all, at most `most`."""
    length = int(
        most ** chance.uniform(0.4, 1) if chance.random() < 0.2 else min(most, 600) * chance.random()
    )
    one = unit(chance)
    return (one * (length // len(one) + 1))[: max(length, 1)]


def _strings(value: object) -> Iterator[str]:
    """All words in a table, of lists that are written as one line each word."""
    if isinstance(value, str):
        yield from filter(None, re.split(r"\s+", value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
