"""How far a name goes to the left of its tail: over words of its field to the area or body it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.language.divisions import Gazetteer
from kg.model.records import Mention
from kg.ner.rules.document import NerDocument

# Levels of government that stand for an area named elsewhere: 市总工会, 县委, 镇政府.
AREAS = frozenset("省市县区镇乡州旗村")
# … but not where they are quantified or pointed at: 全市, 我县, 各镇.
POINTING = re.compile("[全我各本该两每某跨同此这那多几数]")

# Parts of speech of which names are made (LAC's tags), and those of proper nouns among them.
_INSIDE = frozenset({"n", "nz", "nw", "vn", "an", "a", "s", "f", "LOC", "ORG", "PER", "xc"})
_PROPER = frozenset({"nz", "nw", "LOC", "ORG", "PER", "xc"})
_VERBAL = frozenset({"v", "vd", "d", "ad"})
# What stands for the whole country before the name of a body.
_NATION = frozenset({"全国", "国家"})
# No name goes further than so many characters before its tail.
LONGEST = 60
# How many characters a walk over verbs may take.
_LENIENT = 8
_ORDINAL = re.compile("第?[一二三四五六七八九十百零〇0-9]+[期届]?")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that decide where a name begins, as its component's table gives them.

    A `lenient` walk may go over other verbs as well, if it reaches an area behind them.
    """

    stops: frozenset[str]
    generic: frozenset[str]
    fields: frozenset[str]
    joints: frozenset[str]
    umbrella: frozenset[str]
    quoted: re.Pattern[str]
    lenient: bool


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """A candidate name.

    `inner` is where the words between the anchor (an area, or a body) and the tail begin; `own` says that
    one of these words is not of the common field, `proper` that one is a proper noun.
    """

    start: int
    inner: int
    end: int
    anchored: bool
    own: bool
    proper: bool


def phrase(
    sheet: NerDocument, lexicon: Lexicon, ends: Mapping[int, Mention], start: int, end: int
) -> NamePhrase:
    """The candidate whose tail is [start, end); `ends` are the names found so far, by where they end."""
    walk = _Walk(sheet, lexicon, ends, start, lenient=False)
    walk.run()
    if lexicon.lenient and not walk.anchored:
        longer = _Walk(sheet, lexicon, ends, start, lenient=True)
        longer.run()
        if longer.at_place and start - longer.inner <= _LENIENT:
            walk = longer
    inner = walk.inner if walk.anchored else walk.position
    return NamePhrase(walk.position, inner, end, walk.anchored, walk.own, walk.proper)


class _Walk:
    """One walk from a tail to the left."""

    def __init__(
        self, sheet: NerDocument, lexicon: Lexicon, ends: Mapping[int, Mention], position: int, lenient: bool
    ) -> None:
        self.sheet = sheet
        self.lexicon = lexicon
        self.ends = ends
        self.lenient = lenient
        self.position = self.inner = position
        self.anchored = self.at_place = self.own = self.proper = False
        # Inside what the recogniser takes for a body: it knows better where that begins.
        self.bounded = False
        self.pieces: list[str] = []

    def run(self) -> None:
        furthest = max(0, self.position - LONGEST)
        while self.position > furthest and (self._over_name() or (not self.anchored and self._over_word())):
            pass
        if not self.anchored:
            self._drop_common_words()

    def _over_name(self) -> bool:
        """Step over an area or body that ends here; behind an area only larger areas may follow."""
        name = self.ends.get(self.position)
        if name is None or name.type == "Person":
            return False
        if self.anchored and name.type != "Place" and not _holds_areas(self.sheet[name], self.lexicon):
            return False
        self.own |= name.type == "Organisation"
        self.at_place |= name.type == "Place"
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
        inside = range(self.position - 1, word.start, -1)
        start = next((i for i in inside if i in self.ends), word.start)
        if self.sheet.text[self.position - 1] == "”":
            return self._over_quotation()
        while start < self.position and not self.sheet.text[start].isalnum():
            start += 1
        piece = self.sheet.text[start : self.position]
        if not piece:
            return False
        # 我院|骨科, 全市|工会: pointed at, and no part of the name.
        if len(piece) == 1 and start and POINTING.match(self.sheet.text, start - 1):
            return False
        if piece in AREAS or (piece in _NATION and self.own):
            self._anchor(start)
            return True
        if piece in self.lexicon.joints:
            return self._over_joint(start)
        if piece in self.lexicon.stops or not self._may_contain(piece, word.tag):
            return False
        self._take(piece, word.tag)
        if word.tag == "LOC" or (word.tag == "ORG" and begins_with_division(piece)):
            self._anchor(start)
        self.bounded |= word.tag == "ORG"
        self.position = start
        return True

    def _take(self, piece: str, tag: str) -> None:
        self.pieces.append(piece)
        if tag == "LOC" and Gazetteer.load().lookup(piece):
            return
        if piece not in self.lexicon.generic and not _ORDINAL.fullmatch(piece) and len(piece) > 1:
            self.own = True
            self.proper |= tag in _PROPER

    def _over_quotation(self) -> bool:
        match = self.lexicon.quoted.search(self.sheet.text, max(0, self.position - 16), self.position)
        if match is None:
            return False
        self._take(match[0], "nz")
        self.position = match.start()
        return True

    def _over_joint(self, start: int) -> bool:
        """Over 和 only between words of a field (住房和城乡建设), never between two names."""
        if not self.pieces or not start or start in self.ends:
            return False
        word = self.sheet.word_at(start - 1)
        left = self.sheet.text[word.start : start]
        if left in self.lexicon.stops or len(left) < 2 or not self._may_contain(left, word.tag):
            return False
        self.pieces.append(self.sheet.text[start : self.position])
        self.position = start
        return True

    def _may_contain(self, piece: str, tag: str) -> bool:
        """Whether a word may be a part of the name, by its part of speech."""
        if tag in _VERBAL:
            field = piece in self.lexicon.fields or (self.lenient and tag == "v" and len(piece) == 2)
            return field and not self.bounded
        if tag == "m":
            return _ORDINAL.fullmatch(piece) is not None
        return tag in _INSIDE and piece[-1].isalnum()

    def _drop_common_words(self) -> None:
        """Where a name of its own begins behind words of the field, these are no part of it."""
        common = self.lexicon.generic | self.lexicon.joints
        while self.own and self.pieces and self.pieces[-1] in common:
            self.position += len(self.pieces.pop())


def _holds_areas(body: str, lexicon: Lexicon) -> bool:
    """Whether a body may stand before an area in a name: 共青团|九江市委; 有限公司|宝成铁路|项目部."""
    return body in lexicon.umbrella or body.endswith("有限公司")


def begins_with_division(text: str) -> bool:
    """Whether the text begins with an area: by its level alone (市…), or by a name of the gazetteer."""
    gazetteer = Gazetteer.load()
    heads = [text[:end] for end in range(2, min(len(text), 8) + 1)]
    return text[0] in AREAS or any(
        gazetteer.lookup_above_towns(h) or gazetteer.is_full_name(h) for h in heads
    )
