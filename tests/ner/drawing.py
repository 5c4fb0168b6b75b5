"""Cases as drawings: `⟦P王强⟧主持` for names, `由/p 安庆市/LOC 主办/v` for what the recogniser sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.ner.names import MODEL, overlay
from kg.ner.sheet import Rule, Sheet, Word
from kg.records import Mention

TYPES = {"LOC": "Place", "ORG": "Organisation", "PER": "Person"}
LETTERS = {"Person": "P", "Organisation": "O", "Place": "L", "Title": "T"}


def draw(text: str, names: Iterable[Mention]) -> str:
    """The text with a mark around each name."""
    drawn, position = "", 0
    for name in sorted(names, key=lambda n: n.start):
        drawn += f"{text[position : name.start]}⟦{LETTERS[name.type]}{text[name.start : name.end]}⟧"
        position = name.end
    return drawn + text[position:]


def tagged_sheet(tagged: str) -> Sheet:
    """A sheet of words with their tags; LOC, ORG and PER are the names that the recogniser found."""
    words: list[Word] = []
    text = ""
    for item in tagged.split():
        word, _, tag = item.rpartition("/")
        words.append(Word(len(text), len(text) + len(word), tag))
        text += word
    names = [Mention(w.start, w.end, TYPES[w.tag], f"{MODEL}test") for w in words if w.tag in TYPES]  # type: ignore[arg-type]
    return Sheet(text, words, names)


def after(tagged: str, rules: Rule | Iterable[Rule]) -> str:
    """The drawing of a tagged sentence after some rules."""
    sheet = tagged_sheet(tagged)
    for rule in [rules] if isinstance(rules, Callable) else rules:  # type: ignore[arg-type]
        sheet.names = overlay(sheet.names, rule(sheet))
    return draw(sheet.text, sheet.names)
