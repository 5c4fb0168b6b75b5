"""A sentence as a string in which every mention is one symbol, so that rules are plain patterns.

`Ⓟ` person, `Ⓞ` organisation, `Ⓛ` place, `Ⓣ` title, `Ⓥ` event: the sentence
市总工会主席张三主持会议 becomes ⓄⓉⓅ主持Ⓥ. Each index of this code leads back to
the text offsets it stands for and to the mention behind a symbol.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

PERSON, ORGANISATION, PLACE, TITLE, EVENT = "Ⓟ", "Ⓞ", "Ⓛ", "Ⓣ", "Ⓥ"
SYMBOLS = {"Person": PERSON, "Organisation": ORGANISATION, "Place": PLACE, "Title": TITLE, "Event": EVENT}
_FOREIGN = str.maketrans(dict.fromkeys(SYMBOLS.values(), "□"))


@dataclass(frozen=True, slots=True)
class MaskedMention:
    """What one symbol stands for: text [start, end), type, and the key of its entity (or a title's words)."""

    start: int
    end: int
    type: str
    ref: str


class Symbol(NamedTuple):
    """A symbol: at which index of the code of a masked sentence it stands, and the mention behind it."""

    at: int
    mention: MaskedMention


class MaskedSentence:
    """One stretch of text in symbols. `code` is the string that patterns are matched against."""

    def __init__(self, text: str, start: int, end: int, mentions: Sequence[MaskedMention]) -> None:
        """`mentions` are sorted; where two overlap (公安局 + 局长) the later gives way to the earlier."""
        self.start, self.end = start, end
        code: list[str] = []
        self._offsets: list[int] = []
        # In the order of the code.
        self._mentions: dict[int, MaskedMention] = {}
        self._indices: list[int] = []
        cursor = start
        for mention in mentions:
            if mention.end <= cursor or mention.start >= end:
                continue
            plain = text[cursor : max(cursor, mention.start)]
            code.extend(plain.translate(_FOREIGN))
            self._offsets.extend(range(cursor, cursor + len(plain)))
            self._mentions[len(code)] = mention
            self._indices.append(len(code))
            self._offsets.append(max(cursor, mention.start))
            code.append(SYMBOLS[mention.type])
            cursor = mention.end
        code.extend(text[cursor:end].translate(_FOREIGN))
        self._offsets.extend(range(cursor, max(cursor, end) + 1))
        self.code = "".join(code)

    def offset(self, index: int) -> int:
        """The text offset where code index `index` begins; the length of the code gives the end."""
        return self._offsets[index]

    def index(self, offset: int) -> int:
        """The first code index that begins at or after the text offset."""
        return bisect_left(self._offsets, offset)

    def mention(self, index: int) -> MaskedMention:
        """The mention behind the symbol at a code index; KeyError where there is no symbol."""
        return self._mentions[index]

    def symbols(self, start: int = 0, end: int | None = None, types: str = "") -> list[Symbol]:
        """The symbols in code[start:end]; only those that stand in `types`, where that is not empty."""
        stop = len(self.code) if end is None else end
        inside = self._indices[bisect_left(self._indices, start) : bisect_left(self._indices, stop)]
        return [Symbol(at, self._mentions[at]) for at in inside if not types or self.code[at] in types]

    def mentions(self, start: int = 0, end: int | None = None, types: str = "") -> list[MaskedMention]:
        """The mentions behind the symbols in code[start:end], of some types as above."""
        return [symbol.mention for symbol in self.symbols(start, end, types)]


def in_text_order(mentions: Iterable[MaskedMention]) -> list[MaskedMention]:
    """Mentions in the order of the text, the longer first where two begin together."""
    return sorted(mentions, key=lambda mention: (mention.start, -mention.end))
