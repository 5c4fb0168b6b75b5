"""Texts that make a pattern go wrong ways, drawn from the pattern itself.

A pattern explodes on what its own repeats can read in many ways, or can read far before they fail. So the texts
are made of what its repeats match, of what stands before them, and of its separators, many times over.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from re import _constants as sre  # type: ignore[attr-defined]

from kg.linker.canvas import SYMBOLS
from tests.backtracking import Node, parsed, test_of

REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_LOOKS = (sre.ASSERT, sre.ASSERT_NOT)
# Separators, little words, symbols of the linker, and one of each kind of character.
COMMON = tuple("、，。；：和及与在等的由从 \n甲一1A“”《》（）" + "".join(SYMBOLS.values()))
# What may be repeated so often is a stretch.
_LONG = 8
# So many of a pattern's own characters are repeated by themselves.
_OWN = 20


def units(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What a text begins with, and what is repeated behind it."""
    rng = random.Random(0)  # noqa: S311 (the same texts on every run)
    tree = parsed(pattern)
    own = list(dict.fromkeys(_characters(tree)))
    symbols = [*COMMON, *(c for c in rng.sample(own, min(_OWN, len(own))) if c not in COMMON)]
    pool = [*COMMON, *own[: 2 * _OWN]]
    found = [("", symbol) for symbol in symbols]
    for before, body in _stretches(tree, "", rng, pool):
        for _ in range(3):
            inside = _drawn(body, rng, pool)
            found += [("", inside), (before, inside), ("", before + inside), ("", before + 3 * inside + "、")]
    for _ in range(3):
        example = _drawn(tree, rng, pool)
        found += [("", example), ("", example[:-1]), ("", "".join(rng.sample(symbols, 2)))]
        found.append(("", "".join(rng.choices(symbols, k=13))))
    return (unit for unit in dict.fromkeys(found) if unit[1])


def _stretches(
    nodes: Sequence[Node], before: str, rng: random.Random, pool: Sequence[str]
) -> Iterator[tuple[str, Sequence[Node]]]:
    """The long repeats: what may stand before each, and its body."""
    for node in nodes:
        op, value = node
        if op in REPEATS and value[1] >= _LONG:
            yield before, list(value[2])
        for inner in _inside(node):
            yield from _stretches(inner, before, rng, pool)
        before += _drawn([node], rng, pool)


def _inside(node: Node) -> list[list[Node]]:
    op, value = node
    if op is sre.BRANCH:
        return [list(branch) for branch in value[1]]
    if op in (sre.SUBPATTERN, sre.ATOMIC_GROUP, *REPEATS, *_LOOKS):
        return [list(value if op is sre.ATOMIC_GROUP else value[-1])]
    return []


def _characters(nodes: Sequence[Node]) -> Iterator[str]:
    """The characters that a pattern names, ranges by their ends."""
    for node in nodes:
        op, value = node
        if op in (sre.LITERAL, sre.NOT_LITERAL):
            yield chr(value)
        for kind, item in value if op is sre.IN else ():
            if kind is sre.LITERAL:
                yield chr(item)
            elif kind is sre.RANGE:
                yield from map(chr, item)
        for inner in _inside(node):
            yield from _characters(inner)


def _drawn(nodes: Sequence[Node], rng: random.Random, pool: Sequence[str]) -> str:
    """Some text that the nodes match, but for what they look at."""
    return "".join(_one(node, rng, pool) for node in nodes)


def _one(node: Node, rng: random.Random, pool: Sequence[str]) -> str:
    op, value = node
    if op is sre.LITERAL:
        return chr(value)
    if test := test_of(node, 0):
        own = list(_characters([node]))
        fitting = [c for c in own if test(c)] or [c for c in pool if test(c)]
        return rng.choice(fitting) if fitting else ""
    if op in REPEATS:
        low, high, body = value
        times = rng.randint(low, max(low, min(int(high), low + 1)))
        return "".join(_drawn(list(body), rng, pool) for _ in range(times))
    if op in _LOOKS or not (inner := _inside(node)):
        return ""
    return _drawn(rng.choice(inner), rng, pool)


def texts(unit: tuple[str, str], length: int) -> Iterator[str]:
    """The text of a unit at about a length: with nothing behind it, and with what no row goes over."""
    before, inside = unit
    long = before + inside * (length // len(inside) + 1)
    yield long + "\0"
    yield f"{long}{'甲' * 30}{inside}\0"
