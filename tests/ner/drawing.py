"""Cases as drawings: `⟦P王强⟧主持` for names, `由/p 安庆市/LOC 主办/v` for what the recogniser sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kg.model.records import Mention, MentionType
from kg.ner.recognisers.press import BY
from kg.ner.rules.document import NerDocument, Rule, Word
from kg.ner.spans import overlay

TYPES: dict[str, MentionType] = {"LOC": "Place", "ORG": "Organisation", "PER": "Person"}
LETTERS: dict[MentionType, str] = {"Person": "P", "Organisation": "O", "Place": "L", "Title": "T"}
MARKED = {letter: type_ for type_, letter in LETTERS.items()}


def draw(text: str, names: Iterable[Mention]) -> str:
    """The text with a mark around each name."""
    drawn, position = "", 0
    for name in sorted(names, key=lambda n: n.start):
        drawn += f"{text[position : name.start]}⟦{LETTERS[name.type]}{text[name.start : name.end]}⟧"
        position = name.end
    return drawn + text[position:]


def tagged_sheet(tagged: str) -> NerDocument:
    """A sheet of words with their tags; the names that the recogniser found are those that are marked.

    Where no name is marked (`⟦L奥⟧运会/nz`), the words that LOC, ORG and PER call so are the names.
    """
    words: list[Word] = []
    names: list[Mention] = []
    text, opened, type_ = "", 0, ""
    for item in tagged.split():
        word, _, tag = item.rpartition("/")
        start = len(text)
        for character in re.findall("⟦.|.", word):
            if character[0] == "⟦":
                opened, type_ = len(text), character[1]
            elif character == "⟧":
                names.append(Mention(opened, len(text), MARKED[type_], BY))
            else:
                text += character
        words.append(Word(start, len(text), tag))
    if not type_:
        names = [Mention(w.start, w.end, TYPES[w.tag], BY) for w in words if w.tag in TYPES]
    return NerDocument(text, words, names)


def after(tagged: str, rules: Rule | Iterable[Rule]) -> str:
    """The drawing of a tagged sentence after some rules."""
    sheet = tagged_sheet(tagged)
    for rule in [rules] if isinstance(rules, Callable) else rules:  # type: ignore[arg-type]
        sheet.names = overlay(sheet.names, rule(sheet))
    return draw(sheet.text, sheet.names)
