"""Small facts about characters that every stage needs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# CJK ideographs (unified, extension A, compatibility) and 〇.
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"

# A cell that begins so is a formula to a spreadsheet; so are the wide forms to a Chinese one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

# No sentence of the press is longer; what is (a table, a list, noise) is cut, so that no rule sees more.
LONGEST_SENTENCE = 800

_SENTENCE_END = re.compile(r"[。！？!?；;]+[”’」』）)】》]*|\n+")


def sentences(text: str) -> list[tuple[int, int]]:
    """[start, end) of each sentence: 。！？； and newlines end one, closing quotes and brackets stay.

    A longer one than LONGEST_SENTENCE is cut after a comma, or where there is none, at that length.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        spans.extend(_pieces(text, start, match.end()))
        start = match.end()
    spans.extend(_pieces(text, start, len(text)))
    return [(start, end) for start, end in spans if text[start:end].strip()]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        cut = max(text.rfind(comma, start, limit) for comma in "，,、") + 1
        pieces.append((start, cut if cut > start else limit))
        start = pieces[-1][1]
    return [*pieces, (start, end)]


def alternation(words: Iterable[str]) -> str:
    """A group of a regular expression that matches any of the words, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


def occurrences(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """[start, end) of each of the words, the longest where several begin; none overlaps the one before.

    What `re.finditer` finds of their alternation, without an expression to compile for words that change.
    """
    known = frozenset(words)
    lengths: dict[str, list[int]] = {}
    for first, length in sorted({(word[0], len(word)) for word in known}, reverse=True):
        lengths.setdefault(first, []).append(length)
    end = 0
    for start, first in enumerate(text):
        for length in lengths.get(first, ()) if start >= end else ():
            if start + length <= len(text) and text[start : start + length] in known:
                end = start + length
                yield start, end
                break


def visible(text: str) -> str:
    """The text on one line and without what could command a terminal or turn the direction of writing."""
    return "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c for c in text
    )


def legible(name: str) -> str:
    """The name of a file as text: bytes of it that are not UTF-8, which Python holds as U+DC80 to U+DCFF,
    are escaped as `visible` shows them. Names that differ stay different."""
    return name.encode("utf-8", "backslashreplace").decode()


def inert(cell: str) -> str:
    """The text of a CSV cell, after an apostrophe where a spreadsheet would take it for a formula.

    So is text that begins with an apostrophe: a reader takes one away, and has what was meant.
    """
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell
