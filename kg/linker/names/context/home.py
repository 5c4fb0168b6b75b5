"""The institution that an article is of: what it means by 学校, 公司, 校党委, and whose a bare 教务处 is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.language.text import alternation
from kg.linker.lexicon import DEPARTMENTS, INSTITUTIONS

# A name in the headline counts as so many in the text.
_HEADLINE_WEIGHT = 3
# A short name that stands so often may be what a paper calls its own firm.
_OFTEN = 3
# A firm's short name: no department's, nor one that says 公司 for it.
_BRAND = re.compile(rf"(?!公司|集团)(?!.*{alternation(DEPARTMENTS)}$).{{2,4}}")
# 大学 in 大学生 and the like ends no name.
_GOES_ON = "(?!生|城)"
_PATTERNS = {
    kind: [re.compile(rf".{{2,}}?{alternation(endings)}{_GOES_ON}") for endings in ranks]
    for kind, ranks in INSTITUTIONS.items()
}


@dataclass(frozen=True)
class Home:
    """The bodies of an article's headline and text, asked for the institution that it is of.

    `aliases` are the short names that the text introduces itself, with the full ones.
    """

    headline: str
    text: str
    bodies: frozenset[str]
    aliases: Mapping[str, str]

    def of_kind(self, kind: str) -> str | None:
        """The institution of a kind (学校, 公司, 医院) that the article is about; None where two are."""
        return self._of_kinds[kind]

    @cached_property
    def school(self) -> str | None:
        """The university or school whose departments stand without it; None where that is not clear.

        It is named twice as often as any other.
        """
        weights = sorted(map(self._weight, self.schools), reverse=True)
        if not weights or (len(weights) > 1 and weights[0][0] < 2 * weights[1][0]):
            return None
        # One that is named with a department of it only is a guest's.
        return weights[0][1] if weights[0][1] in self.bodies else None

    @cached_property
    def schools(self) -> frozenset[str]:
        """The universities and schools that are named, also with a department only."""
        return frozenset(self._names(_PATTERNS["学校"]))

    @cached_property
    def _of_kinds(self) -> dict[str, str | None]:
        return {kind: self._most_named(kind) for kind in INSTITUTIONS}

    def _most_named(self, kind: str) -> str | None:
        """Of the kinds of schools the highest that has a name: a university before its colleges."""
        for pattern in _PATTERNS[kind]:
            if names := self._names([pattern]):
                return _first_by(map(self._weight, names))
        # A firm's own paper calls it by its short name: 红钢.
        brands = filter(_BRAND.fullmatch, self.bodies) if kind == "公司" else ()
        return _first_by(weighed for weighed in map(self._weight, brands) if weighed[0] >= _OFTEN)

    def _names(self, patterns: Iterable[re.Pattern[str]]) -> set[str]:
        """The institutions with which the names of bodies begin."""
        return {match[0] for pattern in patterns for body in self.bodies if (match := pattern.match(body))}

    def _weight(self, name: str) -> tuple[int, str]:
        return self.text.count(name) + _HEADLINE_WEIGHT * self.headline.count(name), name


def _first_by(weighed: Iterable[tuple[int, str]]) -> str | None:
    """The name with the most weight, None where two have it or there is none."""
    best = sorted(weighed, reverse=True)[:2]
    tie = len(best) == 2 and best[0][0] == best[1][0]
    return best[0][1] if best and not tie else None
