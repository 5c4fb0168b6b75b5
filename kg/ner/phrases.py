"""How far a name goes to the left of its tail: over words of its field to the area or body it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.ner.sheet import Sheet
from kg.records import Mention

# Levels of government that stand for an area named elsewhere: 市总工会, 县委, 镇政府.
AREAS = frozenset("省市县区镇乡州旗村")
# … but not where they are quantified or pointed at: 全市, 我县, 各镇.
_POINTING = re.compile("[全我各本该两每某跨同此这那多几数]")

# Parts of speech of which names are made (LAC's tags).
_INSIDE = frozenset({"n", "nz", "nw", "vn", "an", "a", "s", "f", "LOC", "ORG", "PER", "j", "xc"})
_ORDINAL = re.compile("第?[一二三四五六七八九十百零〇0-9]+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that decide where a name begins, as its component's table gives them."""

    stops: frozenset[str]
    generic: frozenset[str]
    fields: frozenset[str]
    joints: frozenset[str]
    quoted: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate: `anchored` by an area or body at its left, with a word of its `own` before the tail.

    `inner` is where the words between the anchor and the tail begin.
    """

    start: int
    inner: int
    end: int
    anchored: bool
    own: bool


class _Walk:
    """One walk from a tail to the left."""

    def __init__(self, sheet: Sheet, lexicon: Lexicon, ends: dict[int, Mention], position: int) -> None:
        self.sheet = sheet
        self.lexicon = lexicon
        self.ends = ends
        self.position = position
        self.inner = position
        self.anchored = False
        self.pieces: list[str] = []

    def run(self) -> None:
        while self.position and (self._over_name() or (not self.anchored and self._over_word())):
            pass

    def _over_name(self) -> bool:
        """Step over an area or body that ends here; behind an area only larger areas may follow."""
        name = self.ends.get(self.position)
        if name is None:
            return False
        if name.type == "Person" or (self.anchored and name.type != "Place"):
            return False
        self._anchor(name.start)
        return True

    def _anchor(self, start: int) -> None:
        if not self.anchored:
            self.inner = self.position
        self.anchored = True
        self.position = start

    def _over_word(self) -> bool:
        """Step over one word of the field, or the part of it before the tail."""
        if self.position in self.ends:
            return False
        word = self.sheet.word_at(self.position - 1)
        piece = self.sheet.text[word.start : self.position]
        if piece == "”":
            return self._over_quotation()
        if piece in AREAS:
            return self._over_area(word.start)
        if piece in self.lexicon.joints:
            return self._over_joint(word.start)
        if piece in self.lexicon.stops or not self._inside(piece, word.tag):
            return False
        self.pieces.append(piece)
        # A part of what the recogniser takes for a name reaches back to that name's beginning.
        if word.tag in {"LOC", "ORG"}:
            self._anchor(word.start)
        self.position = word.start
        return True

    def _over_quotation(self) -> bool:
        match = self.lexicon.quoted.search(self.sheet.text, max(0, self.position - 16), self.position)
        if match is None:
            return False
        self.pieces.append(match[0])
        self.position = match.start()
        return True

    def _over_area(self, start: int) -> bool:
        if start and _POINTING.match(self.sheet.text, start - 1):
            return False
        self._anchor(start)
        return True

    def _over_joint(self, start: int) -> bool:
        """Over 和 only between words of a field (住房和城乡建设), never between two names."""
        if not self.pieces or not start or start in self.ends:
            return False
        word = self.sheet.word_at(start - 1)
        left = self.sheet.text[word.start : start]
        if left in self.lexicon.stops or len(left) < 2 or not self._inside(left, word.tag):
            return False
        self.pieces.append(self.sheet.text[start : self.position])
        self.position = start
        return True

    def _inside(self, piece: str, tag: str) -> bool:
        if tag in {"v", "d", "ad", "vd"}:
            return piece in self.lexicon.fields
        if tag == "m":
            return _ORDINAL.fullmatch(piece) is not None
        return tag in _INSIDE and piece[-1].isalnum()

    def phrase(self, end: int) -> Phrase:
        """The candidate; without an anchor, words that make no name are left outside it."""
        generic = self.lexicon.generic | self.lexicon.joints
        if not self.anchored:
            while self.pieces and self.pieces[-1] in generic:
                self.position += len(self.pieces.pop())
        own = any(
            piece not in generic and not _ORDINAL.fullmatch(piece) and (self.anchored or len(piece) > 1)
            for piece in self.pieces
        )
        return Phrase(self.position, self.inner if self.anchored else self.position, end, self.anchored, own)


def phrase(sheet: Sheet, lexicon: Lexicon, ends: dict[int, Mention], start: int, end: int) -> Phrase:
    """The name whose tail is [start, end); `ends` are the names found so far, by where they end."""
    walk = _Walk(sheet, lexicon, ends, start)
    walk.run()
    return walk.phrase(end)


class Tails:
    """The longest tail of a list that a text ends with, at any offset."""

    def __init__(self, words: list[str]) -> None:
        """Index the words by their last characters."""
        self._by_last: dict[str, list[str]] = {}
        for word in sorted(words, key=len, reverse=True):
            self._by_last.setdefault(word[-1], []).append(word)

    def ending(self, text: str, end: int) -> str | None:
        """The longest tail that ends at this offset."""
        for word in self._by_last.get(text[end - 1], ()):
            if text.endswith(word, 0, end):
                return word
        return None
