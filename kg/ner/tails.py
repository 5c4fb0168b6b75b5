"""The tails by which names of bodies and of sites are known: 总工会, 有限公司, 遗址, 广场."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kg.ner.tables import table


class Tails:
    """The longest tail of a list that a text ends with, at any offset."""

    def __init__(self, words: Collection[str]) -> None:
        """Index the words by their last characters."""
        self._by_last: dict[str, list[str]] = {}
        self._last = re.compile(f"[{''.join(sorted({word[-1] for word in words}))}]")
        for word in sorted(words, key=len, reverse=True):
            self._by_last.setdefault(word[-1], []).append(word)

    def ending(self, text: str, end: int) -> str | None:
        """The longest tail that ends at this offset."""
        for word in self._by_last.get(text[end - 1], ()) if end else ():
            if text.endswith(word, 0, end):
                return word
        return None

    def finditer(self, text: str) -> Iterator[tuple[int, int]]:
        """[start, end) of the longest tail at each offset where one ends."""
        for match in self._last.finditer(text):
            if tail := self.ending(text, match.end()):
                yield match.end() - len(tail), match.end()


_BODIES = table("organisations")
_TAILS = [*_BODIES["strong"], *_BODIES["sure"], *_BODIES["weak"], *_BODIES["departments"]]
BODIES = Tails(_TAILS)
# … and those of bodies that every area has, which are names by themselves behind 市, 县 …
ALL_BODIES = Tails([*_TAILS, *_BODIES["of_area"]])
SITES = Tails(table("places")["sites"])
