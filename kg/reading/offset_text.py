"""Text whose every character knows where it stood in the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

# White space and characters that have no ink: controls, soft hyphens, joiners, direction marks.
INKLESS = r"\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"


@dataclass(frozen=True, slots=True)
class OffsetText:
    """A text and, for each character, its offset in the file (-1: put in by the reader)."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, raw: str, start: int, end: int) -> OffsetText:
        """The stretch [start, end) of a file's text."""
        return cls(raw[start:end], tuple(range(start, end)))

    def of_file(self, raw: str) -> OffsetText:
        """The same stretch with the characters that the file has in these places."""
        pairs = zip(self.text, self.offsets, strict=True)
        return OffsetText("".join(c if at < 0 else raw[at] for c, at in pairs), self.offsets)

    @classmethod
    def inserted(cls, text: str) -> OffsetText:
        """A text that the file does not have."""
        return cls(text, (-1,) * len(text))


def concat(parts: Iterable[OffsetText]) -> OffsetText:
    """The parts one after another."""
    found = list(parts)
    return OffsetText(
        "".join(part.text for part in found),
        tuple(chain.from_iterable(part.offsets for part in found)),
    )


def join(parts: Iterable[OffsetText], separator: str) -> OffsetText:
    """The parts with an inserted separator between them."""
    between = OffsetText.inserted(separator)
    pieces: list[OffsetText] = []
    for part in parts:
        if pieces:
            pieces.append(between)
        pieces.append(part)
    return concat(pieces)
