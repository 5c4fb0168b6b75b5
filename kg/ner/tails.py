"""The tails by which names of bodies and of sites are known: 总工会, 有限公司, 遗址, 广场."""

from __future__ import annotations

from collections.abc import Iterable

from kg.ner.tables import table


class Tails:
    """The longest tail of a list that a text ends with, at any offset."""

    def __init__(self, words: Iterable[str]) -> None:
        """Index the words by their last characters."""
        self._by_last: dict[str, list[str]] = {}
        for word in sorted(words, key=len, reverse=True):
            self._by_last.setdefault(word[-1], []).append(word)

    def ending(self, text: str, end: int) -> str | None:
        """The longest tail that ends at this offset."""
        for word in self._by_last.get(text[end - 1], ()) if end else ():
            if text.endswith(word, 0, end):
                return word
        return None


_BODIES = table("organisations")
BODIES = Tails([*_BODIES["strong"], *_BODIES["sure"], *_BODIES["weak"]])
SITES = Tails(table("places")["sites"])
