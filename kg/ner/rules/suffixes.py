"""The tails by which names of bodies and of sites are known: 总工会, 有限公司, 遗址, 广场."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kg.language.tables import read_word_lists


class Tails:
    """The longest tail of a list that a text ends with, at any offset."""

    def __init__(self, words: Collection[str]) -> None:
        """Index the words, and by their last two characters how long they are."""
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in words:
            lengths.setdefault(word[-2:], set()).add(len(word))
        self._lengths = {last: sorted(known, reverse=True) for last, known in lengths.items()}
        self._last = re.compile(f"[{''.join(sorted({word[-1] for word in words}))}]")

    def ending(self, text: str, end: int) -> str | None:
        """The longest tail that ends at this offset."""
        if not end:
            return None
        for length in self._lengths.get(text[max(end - 2, 0) : end], ()):
            word = text[max(end - length, 0) : end]
            if word in self._words:
                return word
        return text[end - 1] if text[end - 1] in self._words else None

    def finditer(self, text: str) -> Iterator[tuple[int, int]]:
        """[start, end) of the longest tail at each offset where one ends."""
        for match in self._last.finditer(text):
            if tail := self.ending(text, match.end()):
                yield match.end() - len(tail), match.end()


_BODIES = read_word_lists("kg.ner.rules", "organisations")
_TAILS = [*_BODIES["strong"], *_BODIES["sure"], *_BODIES["weak"], *_BODIES["departments"]]
BODIES = Tails(_TAILS)
# … and those of bodies that every area has, which are names by themselves behind 市, 县 …
ALL_BODIES = Tails([*_TAILS, *_BODIES["of_area"]])
SITES = Tails(read_word_lists("kg.ner.rules", "sites")["sites"])
