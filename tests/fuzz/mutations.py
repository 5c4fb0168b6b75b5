"""Text and bytes spoilt: parts of them gone, doubled, swapped, mixed with other text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.units import STRANGE, repeated, unit

Mutation = Callable[[Random, str, str], str]


def mutated(chance: Random, text: str, other: str) -> str:
    """The text after one to six mutations; parts of `other` may get into it."""
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        text = chance.choice(_MUTATIONS)(chance, text, other)
    return text


def spoilt(chance: Random, data: bytes) -> bytes:
    """Bytes changed, dropped, doubled or cut off in a few places."""
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        start, end = _span(chance, data)
        change = chance.randrange(6)
        if change == 0:
            data = data[:start] + data[end:]
        elif change == 1:
            data = data[:end] + data[start:]
        elif change == 2:
            data = data[:start]
        elif change == 3:
            data = data[:start] + chance.randbytes(chance.randint(1, 8)) + data[start:]
        elif start < len(data):
            data = data[:start] + bytes((data[start] ^ 1 << chance.randrange(8),)) + data[start + 1 :]
    return data


def _span(chance: Random, text: Sequence[object]) -> tuple[int, int]:
    """[start, end) of a stretch, mostly a short one."""
    start = chance.randint(0, len(text))
    return start, min(len(text), start + int(200 ** chance.random()))


def _delete(chance: Random, text: str, _other: str) -> str:
    start, end = _span(chance, text)
    return text[:start] + text[end:]


def _double(chance: Random, text: str, _other: str) -> str:
    start, end = _span(chance, text)
    return text[:end] + text[start:]


def _splice(chance: Random, text: str, other: str) -> str:
    start, end = _span(chance, other)
    at = chance.randint(0, len(text))
    return text[:at] + other[start:end] + text[at:]


def _join(chance: Random, text: str, other: str) -> str:
    return text[: chance.randint(0, len(text))] + other[chance.randint(0, len(other)) :]


def _truncate(chance: Random, text: str, _other: str) -> str:
    start, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    return text[start:end]


def _swap(chance: Random, text: str, _other: str) -> str:
    (start, middle), end = _span(chance, text), chance.randint(0, len(text))
    return text[:start] + text[middle:end] + text[start:middle] + text[max(middle, end) :]


def _delete_line(chance: Random, text: str, _other: str) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def _shuffle_lines(chance: Random, text: str, _other: str) -> str:
    lines = text.split("\n")
    start, end = _span(chance, lines)
    part = lines[start:end]
    chance.shuffle(part)
    return "\n".join(lines[:start] + part + lines[end:])


def _double_line(chance: Random, text: str, other: str) -> str:
    lines = text.split("\n")
    line = chance.choice((chance.choice(lines), chance.choice(other.split("\n"))))
    lines[chance.randrange(len(lines)) : 0] = [line] * chance.choice((1, 1, 2, 30))
    return "\n".join(lines)


def _insert(chance: Random, text: str, _other: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice((unit(chance), chance.choice(STRANGE))) + text[at:]


def _scatter(chance: Random, text: str, _other: str) -> str:
    """One strange character at many places."""
    strange, share = chance.choice(STRANGE), chance.choice((0.01, 0.1, 0.5))
    return "".join(char + strange if chance.random() < share else char for char in text)


def _insert_repeated(chance: Random, text: str, _other: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + repeated(chance, 3000) + text[at:]


def _replace(chance: Random, text: str, _other: str) -> str:
    """One character of the text becomes another, everywhere."""
    return text.replace(chance.choice(text), chance.choice((unit(chance), "", "\n"))) if text else text


def _wide(_chance: Random, text: str, _other: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _normalise(chance: Random, text: str, _other: str) -> str:
    return unicodedata.normalize(chance.choice(("NFD", "NFKD", "NFKC")), text)


def _one_line(_chance: Random, text: str, _other: str) -> str:
    return text.replace("\n", "")


def _newlines(chance: Random, text: str, _other: str) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n\n", " \n\u3000", "\u2028", "\x0b", "\x0c")))


_MUTATIONS: tuple[Mutation, ...] = (
    _delete,
    _double,
    _splice,
    _join,
    _truncate,
    _swap,
    _delete_line,
    _shuffle_lines,
    _double_line,
    _insert,
    _insert,
    _scatter,
    _insert_repeated,
    _replace,
    _wide,
    _normalise,
    _one_line,
    _newlines,
)
