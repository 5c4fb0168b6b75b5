"""The word lists behind the features: jieba's dictionary (MIT), the gazetteer, and the rules' own tables."""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files

from kg.language.divisions import short_forms
from kg.language.surnames import BY_FREQUENCY
from kg.language.tables import read_word_lists
from kg.ner.recognisers.features import Features, build
from kg.ner.recognisers.lac import _table
from kg.ner.rules.divisions import ABROAD

# jieba's parts of speech by their first letters, the longest first.
_CLASSES = {
    "nr": "person",
    "ns": "place",
    "nt": "body",
    "nz": "proper",
    "n": "noun",
    "l": "noun",
    "v": "verb",
}

# How often a pair must stand in the training texts to be told from others.
PAIR_COUNT = 8


def features(texts: Iterable[str]) -> Features:
    """The features, their pairs chosen from the training texts."""
    characters = {word: int(i) for i, word in _table("word.dic") if len(word) == 1}
    folded = {form: to for form, to in _table("q2b.dic") if to in characters}
    pairs: Counter[str] = Counter()
    for text in texts:
        text = "".join(folded.get(c, c) for c in text)
        pairs.update(text[i : i + 2] for i in range(len(text) - 1))
    known = [p for p, n in pairs.items() if n >= PAIR_COUNT and all(c in characters for c in p)]
    ids = characters | {form: characters[to] for form, to in folded.items()}
    return build(ids, known, words(), [surname for surname in BY_FREQUENCY if surname in ids])


def words() -> dict[str, set[str]]:
    """The listed words and what they can be."""
    listed: defaultdict[str, set[str]] = defaultdict(set)
    for line in files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines():
        word, count, tag = line.split(" ")
        if int(count) >= 3 and re.fullmatch("[\u4e00-\u9fff·]{2,8}", word):
            kinds = [kind for prefix, kind in _CLASSES.items() if tag.startswith(prefix)]
            listed[word].add(kinds[0] if kinds else "other")
    packed = gzip.decompress(files("kg").joinpath("data/divisions.tsv.gz").read_bytes()).decode()
    for line in packed.splitlines():
        _, level, _, name = line.split("\t")
        listed[name].add("division")
        for short in short_forms(name) if level != "town" else ():
            listed[short].add("division")
    for word in ABROAD:
        listed[word].add("place")
    titles = read_word_lists("kg.language", "titles")
    bodies = read_word_lists("kg.ner.rules", "organisations")
    for word in (*titles["heads"], *("副" + head for head in titles["heads"])):
        listed[word].add("title")
    for word in (*bodies["strong"], *bodies["sure"], *bodies["weak"], *bodies["of_area"]):
        listed[word].add("body-tail")
    for word in bodies["known"]:
        listed[word].add("body")
    for word in read_word_lists("kg.ner.rules", "sites")["sites"]:
        listed[word].add("site-tail")
    return listed
