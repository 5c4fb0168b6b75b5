"""The administrative areas an article speaks of, and which of them an elliptic name means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache

from kg.language.countries import COUNTRIES
from kg.language.divisions import Gazetteer
from kg.language.text import alternation
from kg.linker.lexicon import AREA_LEVELS, NO_AREAS
from kg.model.records import Article

_LEVEL_END = re.compile(alternation(AREA_LEVELS) + "$")
# What may follow an area that the gazetteer does not list (a new district, a village) in a body's name.
_AREA_BODY = re.compile(
    r"(?:中共)?[省市县区镇乡]?(?:党委|委员会|委|纪委|政府|人民政府|人大|政协|总工会|工会|团委|妇联|法院|检察院|公安|[^市县区镇乡]{1,8}(?:局|办|中心))"
)
_UNLISTED = re.compile(r"(?![团全本我该各外])(?:.县|.{2,4}[省市县区镇乡村]|.{2,3}街道)")
_HEADLINE_WEIGHT, _LEAD_WEIGHT = 3, 2


def level_of(name: str) -> str | None:
    """The character of an area in elliptic names: 湛江市 → 市, 恩施自治州 → 州; None for other names."""
    if name.endswith(NO_AREAS):
        return None
    match = _LEVEL_END.search(name)
    return AREA_LEVELS[match.group()] if match and match.start() > 0 else None


@lru_cache(maxsize=4096)
def split_area(name: str, gazetteer: Gazetteer) -> tuple[tuple[str, ...], str]:
    """The areas at the head of a body's name, and the rest: 广州市白云区总工会 → (广州市, 白云区), 总工会."""
    areas: list[str] = []
    start = 0
    while unit := _area_at(name, start, gazetteer):
        areas.append(unit)
        start += len(unit)
    return tuple(areas), name[start:]


def _area_at(name: str, start: int, gazetteer: Gazetteer) -> str | None:
    for end in range(start + 2, min(len(name), start + 12) + 1):
        unit = name[start:end]
        if level_of(unit) is None:
            continue
        if any(division.name == unit for division in gazetteer.lookup(unit)):
            return unit
        if _UNLISTED.fullmatch(unit) and _AREA_BODY.match(name, end):
            return unit
    return None


def _lead(article: Article) -> tuple[int, int]:
    """[start, end) of the first paragraph below the headline."""
    start = len(article.title) + 1 if article.title else 0
    newline = article.text.find("\n", start)
    return start, newline if newline >= 0 else len(article.text)


class Areas:
    """The areas named in one article, weighted by how much the article is about each."""

    def __init__(
        self, article: Article | None, named: Iterable[tuple[int, str]], levels: Collection[str] = ()
    ) -> None:
        """`named` are (offset, full area name) of every area named; without an article all count the same.

        `levels` are those that elliptic names in the article speak of (县委, 我县).
        """
        self.levels = frozenset(levels)
        lead_start, lead_end = _lead(article) if article else (0, 0)
        self._weights: Counter[str] = Counter()
        self._first: dict[str, int] = {}
        for offset, name in named:
            self._first.setdefault(name, offset)
            if offset < lead_start:
                self._weights[name] += _HEADLINE_WEIGHT
            elif offset < lead_end:
                self._weights[name] += _LEAD_WEIGHT
            else:
                self._weights[name] += 1

    def best(self, level: str) -> str | None:
        """The area of a level (省, 市, 县 …) that the article is most about; the first named wins a tie."""
        return self._best_of_level.get(level)

    def best_of(self, levels: str) -> str | None:
        """The area of any of the levels, of one character each, that the article is most about."""
        named = (name for name in self._weights if level_of(name) in tuple(levels))
        return max(named, key=self._weight, default=None)

    def starting_with(self, short: str) -> str | None:
        """The area named in full whose name begins with a short form: 棋梓 → 棋梓镇 where the text has it."""
        return self._best_of_short_form.get(short)

    def country_starting_with(self, character: str) -> str | None:
        """The country named in full that a character is short for: 巴 for 巴西 where the text has it."""
        return self._best_of_initial.get(character)

    @cached_property
    def country(self) -> str | None:
        """The country that the article is most about."""
        return self._best(("", name) for name in self._weights if name in COUNTRIES).get("")

    @cached_property
    def _best_of_initial(self) -> dict[str, str]:
        return self._best((name[0], name) for name in self._weights if name in COUNTRIES)

    @cached_property
    def _best_of_level(self) -> dict[str, str]:
        return self._best((level, name) for name in self._weights if (level := level_of(name)))

    @cached_property
    def _best_of_short_form(self) -> dict[str, str]:
        return self._best(
            (name.removesuffix(level), name)
            for name in self._weights
            for level in AREA_LEVELS
            if name.endswith(level)
        )

    def _best(self, named: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Of the areas with the same key, the one with the most weight; the first named wins a tie."""
        best: dict[str, str] = {}
        for key, name in named:
            if key not in best or self._weight(best[key]) < self._weight(name):
                best[key] = name
        return best

    def _weight(self, name: str) -> tuple[int, int]:
        return self._weights[name], -self._first[name]

    def __contains__(self, name: str) -> bool:
        """Whether the article names this area in full."""
        return name in self._weights
