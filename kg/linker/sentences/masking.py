"""A sentence as a string in which every mention is one symbol, so that rules are plain patterns.

`Ⓟ` person, `Ⓞ` organisation, `Ⓛ` place, `Ⓣ` title, `Ⓥ` event: the sentence
市总工会主席张三主持会议 becomes ⓄⓉⓅ主持Ⓥ. Each index of the code leads back to
the text offsets it stands for and to the mark behind a symbol.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PERSON, ORGANISATION, PLACE, TITLE, EVENT = "Ⓟ", "Ⓞ", "Ⓛ", "Ⓣ", "Ⓥ"
SYMBOLS = {"Person": PERSON, "Organisation": ORGANISATION, "Place": PLACE, "Title": TITLE, "Event": EVENT}
_FOREIGN = str.maketrans(dict.fromkeys(SYMBOLS.values(), "□"))


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that one symbol stands for: text span, type, and the entity it means (or a title's words)."""

    start: int
    end: int
    type: str
    ref: str


class Canvas:
    """One stretch of text in symbols. `code` is the string that patterns are matched against."""

    def __init__(self, text: str, start: int, end: int, marks: Sequence[Mark]) -> None:
        """`marks` are sorted; where two overlap (公安局 + 局长) the later gives way to the earlier."""
        self.start, self.end = start, end
        code: list[str] = []
        self._offsets: list[int] = []
        # In the order of the code.
        self._marks: dict[int, Mark] = {}
        self._indices: list[int] = []
        cursor = start
        for mark in marks:
            if mark.end <= cursor or mark.start >= end:
                continue
            plain = text[cursor : max(cursor, mark.start)]
            code.extend(plain.translate(_FOREIGN))
            self._offsets.extend(range(cursor, cursor + len(plain)))
            self._marks[len(code)] = mark
            self._indices.append(len(code))
            self._offsets.append(max(cursor, mark.start))
            code.append(SYMBOLS[mark.type])
            cursor = mark.end
        code.extend(text[cursor:end].translate(_FOREIGN))
        self._offsets.extend(range(cursor, max(cursor, end) + 1))
        self.code = "".join(code)

    def offset(self, index: int) -> int:
        """The text offset where code index `index` begins; the length of the code gives the end."""
        return self._offsets[index]

    def index(self, offset: int) -> int:
        """The first code index that begins at or after the text offset."""
        return bisect_left(self._offsets, offset)

    def mark(self, index: int) -> Mark:
        """The mark behind the symbol at a code index; KeyError where there is no symbol."""
        return self._marks[index]

    def marks(self, start: int = 0, end: int | None = None, types: str = "") -> list[tuple[int, Mark]]:
        """(index, mark) of the symbols in code[start:end], of the given symbols only where any are given."""
        stop = len(self.code) if end is None else end
        inside = self._indices[bisect_left(self._indices, start) : bisect_left(self._indices, stop)]
        return [(index, self._marks[index]) for index in inside if not types or self.code[index] in types]


def sort_marks(marks: Iterable[Mark]) -> list[Mark]:
    """Marks in text order, the longer first where two begin together."""
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))
