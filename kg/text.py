"""Small facts about characters that every stage needs."""

from __future__ import annotations

import re

# CJK ideographs (unified, extension A, compatibility) and 〇.
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"
_HAN = re.compile(f"[{HAN}]")

# Where one sentence ends and the next begins.
SENTENCE_END = frozenset("。！？!?；;\n")


def is_han(char: str) -> bool:
    """Whether the character is a Chinese ideograph."""
    return _HAN.match(char) is not None


def sentences(text: str) -> list[tuple[int, int]]:
    """[start, end) of each sentence: 。！？； and newlines end one, closing quotes and brackets stay."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in re.finditer(r"[。！？!?；;]+[”’」』）)】》]*|\n+", text):
        if text[start : match.end()].strip():
            spans.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans
