"""The inputs by their numbers: one seed and number give one input, on every machine."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import count, islice
from random import Random
from typing import NamedTuple

from tests.fuzz.documents import docx_file
from tests.fuzz.pdfs import pdf_file
from tests.fuzz.pictures import png_file
from tests.fuzz.tables import csv_file, jsonl_file
from tests.fuzz.texts import text_file
from tests.fuzz.webpages import html_file


class Kind(NamedTuple):
    """What makes the files of a kind, their suffix, and how many of a thousand inputs are such."""

    make: Callable[[Random], bytes]
    suffix: str
    weight: int


# Scans are few: to recognise one takes as long as to read a hundred texts.
KINDS = {
    "text": Kind(text_file, ".txt", 330),
    "jsonl": Kind(jsonl_file, ".jsonl", 305),
    "csv": Kind(csv_file, ".csv", 110),
    "html": Kind(html_file, ".html", 110),
    "docx": Kind(docx_file, ".docx", 80),
    "pdf": Kind(pdf_file, ".pdf", 60),
    "png": Kind(png_file, ".png", 5),
}


@dataclass(frozen=True, slots=True)
class Input:
    """One file for the program."""

    number: int
    kind: str
    data: bytes

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.number:05}{KINDS[self.kind].suffix}"

    @property
    def length(self) -> int:
        """How many characters it has, or bytes where it is no text."""
        return len(self.data.decode("utf-8", "replace"))


def some(seed: int, wanted: int, kinds: Collection[str]) -> Iterator[Input]:
    """The first inputs of these kinds, as many as are wanted; a number means the same with all kinds."""
    numbers = (number for number in count() if kind_of(seed, number) in kinds)
    return (made(seed, number) for number in islice(numbers, wanted))


def made(seed: int, number: int) -> Input:
    """The input of a number."""
    chance = _chance(seed, number)
    kind = _drawn(chance)
    return Input(number, kind, KINDS[kind].make(chance))


def kind_of(seed: int, number: int) -> str:
    """The kind of the input of a number."""
    return _drawn(_chance(seed, number))


def _chance(seed: int, number: int) -> Random:
    return Random(f"{seed}-{number}")  # noqa: S311 (no secret)


def _drawn(chance: Random) -> str:
    (kind,) = chance.choices(list(KINDS), [kind.weight for kind in KINDS.values()])
    return kind
