"""Whose post a title is: that of an area, of the body before it, or of the article's own body of the kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from kg.language.divisions import Gazetteer, short_forms
from kg.language.titles import AREA_TITLE, PARTY_TITLE
from kg.linker.lexicon import COMMITTEE_TAIL, TITLE_BODY_ENDINGS
from kg.linker.names.areas import Areas, level_of, split_area
from kg.model.records import Entity

_BRANCH = re.compile("(?:分|子)公司$|项目部$")


class TitleOwners:
    """The bodies and areas of one article, asked for the one that has a post. All bodies are entity keys."""

    def __init__(
        self, entities: Sequence[Entity], areas: Areas, gazetteer: Gazetteer, area: Callable[[str], Entity]
    ) -> None:
        """`entities` are those of the article, one for each mention, in the order of the text.

        `area` makes the entity of an area that is named in a body's name only: 县长 behind 清河县委书记.
        """
        self._counts = Counter(entity.id for entity in entities)
        self._entities = {entity.id: entity for entity in entities}
        self._by_name = {(entity.type, entity.name): entity for entity in entities}
        # By the endings of a kind of bodies.
        self._most_named: dict[tuple[str, ...], str | None] = {}
        self._areas = areas
        self._gazetteer = gazetteer
        self._area = area
        # The areas that have a post, and no mention of their own.
        self.implied: dict[str, Entity] = {}

    def owner_of(self, title: str, body: str | None) -> str | None:
        """Whose post a title is: the area's (市长), the body's before it, the article's own body's."""
        if area := AREA_TITLE.match(title):
            return self._area_of_level(area.group(1), body)
        if title.startswith("国家"):
            return self._by_name["Place", "中国"].id if ("Place", "中国") in self._by_name else None
        return self._committee_or_its_body(title, body) if body else self._own_body(title)

    def _committee_or_its_body(self, title: str, body: str) -> str | None:
        """党委副书记、副院长: a post that no committee has is one of the committee's own body."""
        name = self._entities[body].name
        whole = COMMITTEE_TAIL.sub("", name)
        if whole == name or PARTY_TITLE.search(title):
            return body
        outer = self._by_name.get(("Organisation", whole))
        return outer.id if outer else self._own_body(title)

    def _area_of_level(self, level: str, body: str | None) -> str | None:
        entity = self._entities[body] if body else None
        if entity and entity.type == "Place" and level_of(entity.name) in (level, None):
            return entity.id
        names = list(reversed(split_area(entity.name, self._gazetteer)[0])) if entity else []
        if entity and not names:
            names = [entity.name.removesuffix("委")]
        for name in names:
            if level_of(name) == level:
                return self._implied(name)
        area = self._areas.best(level)
        # A prefecture may be there under either of its names.
        best = next((e for name in (area, *short_forms(area or "")) if (e := self._place(name))), None)
        return best.id if best else None

    def _place(self, name: str | None) -> Entity | None:
        return self._by_name.get(("Place", name or ""))

    def _implied(self, name: str) -> str:
        """The area of a name, which only a body's name may have."""
        if place := self._place(name):
            return place.id
        implied = self._area(name)
        self.implied[implied.id] = self._entities[implied.id] = implied
        return implied.id

    def may_have(self, body: str | None, title: str) -> bool:
        """Whether a carried body is of a kind that has such a post: a 学位办 has no 校长."""
        if body is None:
            return False
        name = COMMITTEE_TAIL.sub("", self._entities[body].name)
        kinds = [endings for pattern, endings in TITLE_BODY_ENDINGS if pattern.search(title)]
        return all(name.endswith(endings) for endings in kinds)

    def _own_body(self, title: str) -> str | None:
        """The body of the kind that has such a post (院长 → a 学院) which the article names most."""
        kinds = (endings for pattern, endings in TITLE_BODY_ENDINGS if pattern.search(title))
        endings = next(kinds, None)
        if endings and endings not in self._most_named:
            self._most_named[endings] = self._body_named_most(endings)
        return self._most_named[endings] if endings else None

    def _body_named_most(self, endings: tuple[str, ...]) -> str | None:
        bodies = [e for e in self._entities.values() if e.type == "Organisation" and e.name.endswith(endings)]
        # A branch has a manager too, but is not what an article means by 总经理 alone.
        bodies = [e for e in bodies if not _BRANCH.search(e.name)] or bodies
        bodies.sort(key=lambda entity: -self._counts[entity.id])
        clear = len(bodies) == 1 or (bodies and self._counts[bodies[0].id] > self._counts[bodies[1].id])
        return bodies[0].id if clear else None
