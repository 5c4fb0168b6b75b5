"""The bodies that an article has named so far, looked up by how their names end."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg.language.divisions import Gazetteer
from kg.linker.lexicon import COMMITTEE_TAIL
from kg.linker.names.areas import level_of, split_area

# A shorter tail of a name says nothing.
SHORTEST_TAIL = 3
# They end with 委, but are no 委 that has units.
_COMMITTEES = ("市委", "县委", "省委", "区委", "镇委", "党委", "纪委")


class Discourse:
    """Canonical names of bodies, the latest first in all that is asked of them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Nothing is named yet."""
        self._gazetteer = gazetteer
        # When each body was named last.
        self._turns: dict[str, int] = {}
        self._turn = 0
        # The latest body with each tail, and with each ending when its committee is left out.
        self._tails: dict[str, str] = {}
        self._endings: dict[str, tuple[int, str]] = {}
        # By the level of the area that a name begins with, and the rest.
        self._of_areas: dict[tuple[str | None, str], set[str]] = {}

    def add(self, body: str) -> None:
        """Go on with a body that is named now."""
        if body not in self._turns:
            areas, rest = split_area(body, self._gazetteer)
            if areas:
                self._of_areas.setdefault((level_of(areas[-1]), rest), set()).add(body)
        self._turn += 1
        self._turns[body] = self._turn
        for start in range(1, len(body) - SHORTEST_TAIL + 1):
            self._tails[body[start:]] = body
        whole = COMMITTEE_TAIL.sub("", body)
        for start in range(len(whole)) if not whole.endswith(_COMMITTEES) else ():
            self._endings[whole[start:]] = self._turn, whole

    def with_tail(self, tails: Iterable[str]) -> tuple[str, str] | None:
        """The latest body that has one of the tails and is longer, with its longest one of them."""
        known = ((self._turns[self._tails[tail]], len(tail), tail) for tail in tails if tail in self._tails)
        tail = max(known, default=(0, 0, ""))[2]
        return (self._tails[tail], tail) if tail else None

    def ending_with(self, endings: Iterable[str]) -> str | None:
        """The latest body, less its committee, that ends so."""
        latest = (self._endings[ending] for ending in endings if ending in self._endings)
        return max(latest, default=(0, None))[1]

    def of_area(self, level: str | None, rest: str) -> Collection[str]:
        """The bodies that are called by an area of the level and the rest."""
        return self._of_areas.get((level, rest), ())
