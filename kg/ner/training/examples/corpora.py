"""Reading the annotated corpora: sentences with the spans of one or more schemes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.ner.recognisers.windows import pieces
from kg.ner.training.examples.tags import Span

# The schemes whose corpora train the encoder, each with a head of its own.
SCHEMES: dict[str, tuple[str, ...]] = {
    "msra": ("PER", "LOC", "ORG"),
    "pfr199801": ("PER", "LOC", "ORG", "TIME", "ABBR", "NZ"),
    "cluener": (
        "name", "organization", "position", "company", "address", "government", "scene", "book", "movie",
        "game",
    ),
    "resume": ("NAME", "ORG", "TITLE", "EDU", "PRO", "CONT", "RACE", "LOC"),
}  # fmt: skip

# Our own guidelines.
PRESS = "press"
PRESS_LABELS = ("Person", "Organisation", "Place")


@dataclass(frozen=True)
class Example:
    """A sentence and its spans by scheme."""

    text: str
    spans: dict[str, list[Span]]


def read_corpus(path: Path) -> Iterator[tuple[str, list[Span]]]:
    """The sentences of one file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["text"], [(start, end, label) for start, end, label in record["spans"]]


def split(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, list[Span]]]:
    """The text in the pieces that run time would cut it into; a piece that cuts a span is left out."""
    spans = list(spans)
    for start, end in pieces(text):
        inside = [s for s in spans if s[0] < end and s[1] > start]
        if all(start <= s[0] and s[1] <= end for s in inside):
            yield text[start:end], [(s[0] - start, s[1] - start, s[2]) for s in inside]
