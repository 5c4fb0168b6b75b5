"""What the network sees of each character: itself, its pairs with its neighbours, the listed words around it.

Used by training and at run time alike, so both see the same. All of it is vectorised: a text is an array of
character ids, a pair or a word is a number made of the ids of its characters, looked up in sorted arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]
Bits = npt.NDArray[np.uint8]

# Stands between pieces of text: no pair and no word has it.
BREAK = "\0"
# The pair that is not in the list.
NO_PAIR = 0

# What a listed word can be. A word may be several.
CLASSES = (
    "person",
    "place",
    "body",
    "proper",
    "noun",
    "verb",
    "other",
    "division",
    "title",
    "body-tail",
    "site-tail",
)

# Where in a word of two, three, or more characters a character stands.
_PLACES = {2: (0, 0, 1), 3: (2, 3, 4)}
_LONGER = (5, 6, 7)
_PER_CLASS = 8
LONGEST_WORD = 8

# The last column marks surnames of one character.
WIDTH = _PER_CLASS * len(CLASSES) + 1

# A filter in front of the word list: most sequences of characters are no word.
_FILTER_BITS = 23
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Encoded:
    """The features of each character of a text: `pairs` are those with the character that follows."""

    characters: Ids
    pairs: Ids
    words: Bits


class Features:
    """The tables behind the features."""

    def __init__(self, tables: Mapping[str, npt.NDArray[Any]]) -> None:
        """Tables by name: ids of the code points `forms`, keys of `pairs` and `words`, `classes` of words."""
        self._tables = dict(tables)
        forms, ids = tables["forms"], tables["ids"]
        self._pairs: Keys = tables["pairs"]
        self._words: Keys = tables["words"]
        self._classes: npt.NDArray[np.uint16] = tables["classes"]
        # The last id is for all characters that are not in the vocabulary.
        self._ids = np.full(0x110000, ids.max() + 1, dtype=np.int64)
        self._ids[forms] = ids
        self._surnames = np.zeros(int(ids.max()) + 2, dtype=np.uint8)
        self._surnames[tables["surnames"]] = 1
        self._filter = np.zeros(1 << _FILTER_BITS, dtype=np.bool_)
        self._filter[_slot(self._words)] = True

    @property
    def sizes(self) -> tuple[int, int]:
        """How many ids of characters and of pairs there are."""
        return len(self._surnames), len(self._pairs) + 1

    @classmethod
    def load(cls, path: Path) -> Features:
        """Read what `save` wrote."""
        with np.load(path) as tables:
            return cls(dict(tables))

    def save(self, path: Path) -> None:
        """Write the tables as one .npz file."""
        np.savez_compressed(path, allow_pickle=False, **self._tables)

    def characters(self, text: str) -> Ids:
        """The id of each character."""
        return self._ids[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)]

    def encode(self, text: str) -> Encoded:
        """The features of a text."""
        characters = self.characters(text)
        return Encoded(characters, self._pair_ids(characters), self._word_bits(characters))

    def _pair_ids(self, characters: Ids) -> Ids:
        ids = np.zeros(len(characters), dtype=np.int64)
        if len(characters) > 1:
            keys = _keys(characters, 2)
            at = np.searchsorted(self._pairs, keys)
            at[at == len(self._pairs)] = 0
            ids[:-1] = np.where(self._pairs[at] == keys, at + 1, NO_PAIR)
        return ids

    def _word_bits(self, characters: Ids) -> Bits:
        bits = np.zeros((len(characters), WIDTH), dtype=np.uint8)
        bits[:, -1] = self._surnames[characters]
        for length in range(2, min(LONGEST_WORD, len(characters)) + 1):
            keys = _keys(characters, length)
            starts = np.flatnonzero(self._filter[_slot(keys)])
            at = np.searchsorted(self._words, keys[starts])
            at[at == len(self._words)] = 0
            found = self._words[at] == keys[starts]
            starts, masks = starts[found], self._classes[at[found]]
            first, inside, last = _PLACES.get(length, _LONGER)
            for number in range(len(CLASSES)):
                of_class = starts[(masks >> number) & 1 == 1]
                column = number * _PER_CLASS
                bits[of_class, column + first] = 1
                bits[of_class + length - 1, column + last] = 1
                for offset in range(1, length - 1):
                    bits[of_class + offset, column + inside] = 1
        return bits


def build(
    characters: Mapping[str, int],
    pairs: Iterable[str],
    words: Mapping[str, set[str]],
    surnames: Iterable[str],
) -> Features:
    """Features of a vocabulary: the id of each character, frequent pairs, words with their classes."""
    forms = np.array([ord(c) for c in characters], dtype=np.int64)
    ids = np.fromiter(characters.values(), dtype=np.int64)
    table = np.zeros(0x110000, dtype=np.int64)
    table[forms] = ids

    def key(word: str) -> int:
        return int(_keys(table[[ord(c) for c in word]], len(word))[0])

    masks: dict[int, int] = {}
    for word, classes in words.items():
        if 2 <= len(word) <= LONGEST_WORD and all(c in characters for c in word):
            masks[key(word)] = masks.get(key(word), 0) | sum(1 << CLASSES.index(c) for c in classes)
    keys = np.array(sorted(masks), dtype=np.uint64)
    return Features(
        {
            "forms": forms,
            "ids": ids,
            "pairs": np.array(sorted({key(pair) for pair in pairs}), dtype=np.uint64),
            "words": keys,
            "classes": np.array([masks[int(k)] for k in keys], dtype=np.uint16),
            "surnames": np.unique(table[[ord(c) for c in surnames]]),
        }
    )


def _keys(characters: Ids, length: int) -> Keys:
    """A number for each sequence of that many characters; for pairs it is unique, else nearly so."""
    codes = characters.astype(np.uint64) + np.uint64(1)
    keys = codes[: len(codes) - length + 1]
    for offset in range(1, length):
        keys = keys * _MULTIPLIER + codes[offset : len(codes) - length + 1 + offset]
    return keys


def _slot(keys: Keys) -> Keys:
    """The place of a key in the filter."""
    return (keys * _MULTIPLIER) >> np.uint64(64 - _FILTER_BITS)
