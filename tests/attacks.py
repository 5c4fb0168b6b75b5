"""Texts that make a pattern go wrong ways, drawn from the pattern itself.

A pattern explodes on what its own repeats can read in many ways, or can read far before they fail. So the
texts are made of what its repeats match, of what stands before them, and of separators, many times over.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from re import _constants as sre  # type: ignore[attr-defined]

from kg.linker.sentences.masking import SYMBOLS
from tests.backtracking import Node, parsed, question

_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_LOOKS = (sre.ASSERT, sre.ASSERT_NOT)
# Separators, little words, symbols of the linker, and one of each kind of character.
COMMON = tuple("、，。；：和及与在等的由从 \n甲一1A“”《》（）" + "".join(SYMBOLS.values()))
# What may be repeated so often is a stretch.
_LONG = 8
# So many of a pattern's own characters are repeated by themselves.
_OWN = 20


@dataclass(frozen=True)
class Attack:
    """A text of any length: `inside` many times over, between what stands before and behind."""

    before: str
    inside: str
    behind: str = ""

    def text(self, length: int) -> str:
        """The text at about a length. Nothing of ours matches the character that ends it."""
        return f"{self.before}{self.inside * (length // len(self.inside) + 1)}{self.behind}\0"


def attacks(pattern: re.Pattern[str], seed: int = 0) -> Iterator[Attack]:
    """The attacks on a pattern, those on its stretches first; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 (nothing is kept secret)
    tree = parsed(pattern)
    own = list(dict.fromkeys(_characters(tree)))
    symbols = [*COMMON, *(c for c in rng.sample(own, min(_OWN, len(own))) if c not in COMMON)]
    pool = [*COMMON, *own[: 2 * _OWN]]
    found: list[Attack] = []
    for before, body in _stretches(tree, "", rng, pool):
        for _ in range(2):
            inside = _drawn(body, rng, pool)
            found += [Attack("", inside), Attack(before, inside), Attack("", before + inside)]
            # A stretch that ends, that another one follows, that runs into what it must not hold.
            found += [Attack("", inside, "甲" * 30 + inside), Attack("", before + 3 * inside + "、")]
            found.append(Attack("", before + inside, _forbidden(body, rng, pool)))
    if found:
        found += [Attack("", symbol) for symbol in symbols]
    for _ in range(3):
        example = _drawn(tree, rng, pool)
        found += [Attack("", example), Attack("", example[:-1])]
        found += [
            Attack("", "".join(rng.sample(symbols, 2))),
            Attack("", "".join(rng.choices(symbols, k=13))),
        ]
    return (attack for attack in dict.fromkeys(found) if attack.inside)


def _stretches(
    nodes: Sequence[Node], before: str, rng: random.Random, pool: Sequence[str]
) -> Iterator[tuple[str, Sequence[Node]]]:
    """The long repeats: what may stand before each, and its body."""
    for node in nodes:
        op, value = node
        if op in _REPEATS and value[1] >= _LONG:
            yield before, list(value[2])
        for inner in _inside(node):
            yield from _stretches(inner, before, rng, pool)
        before += _drawn([node], rng, pool)


def _forbidden(nodes: Sequence[Node], rng: random.Random, pool: Sequence[str]) -> str:
    return "".join(_drawn(list(value[1]), rng, pool) for op, value in nodes if op is sre.ASSERT_NOT)


def _inside(node: Node) -> list[list[Node]]:
    op, value = node
    if op is sre.BRANCH:
        return [list(branch) for branch in value[1]]
    if op in (sre.SUBPATTERN, sre.ATOMIC_GROUP, *_REPEATS, *_LOOKS):
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
    if test := question(node):
        own = list(_characters([node]))
        fitting = [c for c in own if test(c)] or [c for c in pool if test(c)]
        return rng.choice(fitting) if fitting else ""
    if op in _REPEATS:
        low, high, body = value
        times = rng.randint(low, max(low, min(int(high), low + 1)))
        return "".join(_drawn(list(body), rng, pool) for _ in range(times))
    if op in _LOOKS or not (inner := _inside(node)):
        return ""
    return _drawn(rng.choice(inner), rng, pool)
