"""What a rule sees of a document: its text, its words and the names found so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from spacy.attrs import ENT_ID, ENT_IOB, ENT_TYPE, TAG  # type: ignore[import-not-found]
from spacy.strings import StringStore
from spacy.tokens import Doc

from kg.language.titles import candidates, held
from kg.model.records import Mention
from kg.ner.characters import text_of
from kg.ner.spans import by_model, overlay, read_names, write_names


class Word(NamedTuple):
    """One word of the recogniser, with its part of speech (n, v, LOC …)."""

    start: int
    end: int
    tag: str


class NerDocument:
    """A document as the rules read it; `names` are in order of the text and never overlap."""

    def __init__(self, text: str, words: Sequence[Word], names: Sequence[Mention]) -> None:
        """Words must cover the text without gaps."""
        self.text = text
        self.words = words
        self.names = names
        # What the Doc's entities were like, as bytes, when the names were read or written last.
        self.entities = b""
        lengths = [word.end - word.start for word in words]
        self._word_at = np.repeat(np.arange(len(words)), lengths).tolist()

    @property
    def names(self) -> Sequence[Mention]:
        """The names found so far."""
        return self._names

    @names.setter
    def names(self, names: Sequence[Mention]) -> None:
        self._names = list(names)
        self._starts = [name.start for name in self._names]
        self._ends = [name.end for name in self._names]

    def overlapping(self, start: int, end: int) -> Sequence[Mention]:
        """The names that have a character in [start, end)."""
        return self._names[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def word_at(self, position: int) -> Word:
        """The word that the character belongs to."""
        return self.words[self._word_at[position]]

    def words_between(self, start: int, end: int) -> Sequence[Word]:
        """The words that the characters of [start, end) belong to."""
        return self.words[self._word_at[start] : self._word_at[end - 1] + 1] if start < end else ()

    def starts_word(self, position: int) -> bool:
        """Whether a word begins here (or the text ends)."""
        return position >= len(self.text) or self.word_at(position).start == position

    def ends_word(self, position: int) -> bool:
        """Whether a word ends before this offset."""
        return position == 0 or self.word_at(position - 1).end == position

    def name_ending(self, position: int) -> Mention | None:
        """The name that ends before this offset."""
        at = bisect_left(self._ends, position)
        return self._names[at] if at < len(self._ends) and self._ends[at] == position else None

    def name_starting(self, position: int) -> Mention | None:
        """The name that begins here."""
        at = bisect_left(self._starts, position)
        return self._names[at] if at < len(self._starts) and self._starts[at] == position else None

    def within_name(self, start: int, end: int) -> bool:
        """Whether the characters are part of a name that begins earlier or goes on behind them."""
        return any(name.start < start or end < name.end for name in self.overlapping(start, start + 1))

    @cached_property
    def titles(self) -> list[tuple[int, int]]:
        """[start, end) of what is a title by its words."""
        return candidates(self.text)

    @cached_property
    def title_starts(self) -> frozenset[int]:
        """Where what is a title by its words begins."""
        return frozenset(start for start, _ in self.titles)

    @cached_property
    def title_ends(self) -> Mapping[int, int]:
        """Where what is a title by its words ends, with where it begins."""
        return {end: start for start, end in self.titles}

    def posts(self) -> set[int]:
        """Where the titles begin that a person's name follows, in a chain of titles perhaps."""
        persons = {name.start for name in self.names if name.type == "Person"}
        return held(self.text, self.titles, persons, self.bodies())

    def bodies(self) -> dict[int, int]:
        """Where names of bodies and places end, with where they begin."""
        return {name.end: name.start for name in self.names if name.type != "Person"}

    def __getitem__(self, span: Mention | Word) -> str:
        """The characters of a name or word."""
        return self.text[span.start : span.end]


# The sheets of living documents, for the components that follow one another: text and words do not change.
# They stay outside the Doc, which could not be saved or sent to another process with them.
_DOCUMENTS: WeakKeyDictionary[Doc, NerDocument] = WeakKeyDictionary()

# Finds names, or finds which of the names are none.
Rule = Callable[[NerDocument], Iterable[Mention]]
Exclusion = Callable[[NerDocument], list[Mention]]
Edit = Callable[[NerDocument], None]


def read_document(doc: Doc) -> NerDocument:
    """The sheet of a document, with the names that stand in `doc.ents` now."""
    sheet = _DOCUMENTS.get(doc)
    if sheet is None:
        sheet = _DOCUMENTS[doc] = NerDocument(text_of(doc), _words(doc), ())
    # Spans are slow to make: names are read again only where another component has changed them.
    if sheet.entities != (entities := _entities(doc)):
        sheet.names, sheet.entities = read_names(doc), entities
    return sheet


def _entities(doc: Doc) -> bytes:
    """The entities as spaCy keeps them at the characters."""
    entities: bytes = doc.to_array([ENT_IOB, ENT_TYPE, ENT_ID]).tobytes()
    return entities


def _words(doc: Doc) -> list[Word]:
    """Words are spelt by the B/I tags of the characters."""
    hashes = doc.to_array(TAG).tolist()
    tags = {h: _tag(doc.vocab.strings, h) for h in set(hashes)}
    inside = {h for h, (_, place) in tags.items() if place == "I"}
    edges = [i for i, h in enumerate(hashes) if i == 0 or h not in inside]
    edges.append(len(hashes))
    return [Word(start, end, tags[hashes[start]][0]) for start, end in pairwise(edges)]


@lru_cache(maxsize=1000)
def _tag(strings: StringStore, key: int) -> tuple[str, str]:
    """Part of speech, and B or I."""
    part, _, place = strings[key].partition("-")
    return part, place


def apply(doc: Doc, *edits: Edit) -> Doc:
    """Change the names of a document by the edits, in order."""
    sheet = read_document(doc)
    names = sheet.names
    for edit in edits:
        edit(sheet)
    if sheet.names != names:
        write_names(doc, sheet.names)
        sheet.entities = _entities(doc)
    return doc


def finding(rules: Iterable[Rule]) -> Edit:
    """Run rules in order; what a rule finds takes the place of what it overlaps."""

    def edit(sheet: NerDocument) -> None:
        for rule in rules:
            if found := list(rule(sheet)):
                sheet.names = overlay(sheet.names, _as_before(sheet.names, found))

    return edit


def dropping(rules: Iterable[Exclusion]) -> Edit:
    """Run rules in order; what a rule names is dropped."""

    def edit(sheet: NerDocument) -> None:
        for rule in rules if sheet.names else ():
            if dropped := set(rule(sheet)):
                sheet.names = [name for name in sheet.names if name not in dropped]

    return edit


def _as_before(names: Iterable[Mention], found: Iterable[Mention]) -> list[Mention]:
    """What was found, but what says the same as a rule before keeps its first finder."""
    before = {(name.start, name.end, name.type): name for name in names if not by_model(name)}
    return [before.get((name.start, name.end, name.type), name) for name in found]
