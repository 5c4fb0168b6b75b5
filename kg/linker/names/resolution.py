"""Mentions to entities: which real thing of the article each name stands for, and by which rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter

from kg.language.divisions import Division, Gazetteer
from kg.linker.names import organisations, people, places
from kg.linker.names.areas import Areas, level_of, split_area
from kg.linker.names.discourse import Discourse
from kg.linker.names.fuller import Bodies, Sites, fullest
from kg.linker.rule import Function, name_of
from kg.model import iri
from kg.model.records import Article, Entity, Mention

_OURS = re.compile("我([省市县区州旗镇乡村])")
_LEVEL = re.compile("[省市县区]")
_start = attrgetter("start")
# Between two bodies of one phrase stand titles and separators only.
_SEPARATORS = re.compile(r"[、，,和及与兼以（）()\s]|以及|原|现任")


@dataclass(frozen=True, slots=True)
class Step:
    """What one rule made of a name."""

    rule: str
    name: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entity that a mention stands for, and the steps from the surface to its canonical name.

    Without steps the surface is the canonical name.
    """

    entity: Entity
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name on its way: what it is by now, and the steps so far."""

    now: str
    steps: tuple[Step, ...] = ()

    def by(self, rule: Function, name: str | None) -> _Name:
        """The name after a rule, which counts as a step where it gives another name."""
        if name is None or name == self.now:
            return self
        return _Name(name, (*self.steps, Step(name_of(rule), name)))


def areas_of(article: Article, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Areas:
    """The areas that an article speaks of."""
    levels = _elliptic_levels(article.text, mentions)
    return Areas(article, _named_areas(article.text, mentions, levels, gazetteer), levels)


def resolve(
    article: Article, mentions: Sequence[Mention], areas: Areas, gazetteer: Gazetteer
) -> dict[Mention, Resolved]:
    """The entity of every Person, Organisation and Place mention; titles are passed over."""
    text = article.text
    names: dict[Mention, _Name] = {}
    names.update(_people(text, mentions))
    names.update(_places(text, mentions, areas, gazetteer))
    names.update(_organisations(text, mentions, names, areas, gazetteer))
    return {
        m: Resolved(_entity(article, m.type, names[m].now, areas, gazetteer), names[m].steps)
        for m in mentions
        if m.type != "Title"
    }


def _elliptic_levels(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """The levels of which the article speaks without saying whose: 县 in 县委, 我县."""
    bodies = (text[m.start : m.end] for m in mentions if m.type == "Organisation")
    levels = {level for body in bodies if (level := organisations.elliptic_level(body))}
    return frozenset(levels | {match[1] for match in _OURS.finditer(text)})


def _named_areas(
    text: str, mentions: Sequence[Mention], levels: Collection[str], gazetteer: Gazetteer
) -> list[tuple[int, str]]:
    """(offset, full name) of each area in the text: by itself, heading a body's name, or short."""
    named = list(_written_out(text, gazetteer))
    short: list[tuple[int, str]] = []
    for mention in mentions:
        surface = text[mention.start : mention.end]
        if mention.type == "Organisation":
            named.extend((mention.start, area) for area in split_area(surface, gazetteer)[0])
        elif mention.type == "Place":
            level = places.shared_level(text, mention.end)
            if level or level_of(surface):
                named.append((mention.start, surface + (level or "")))
            elif wider := split_area(surface, gazetteer)[0]:
                named.extend((mention.start, area) for area in wider)
            else:
                short.append((mention.start, surface))
    full = Areas(None, named, levels)
    for offset, surface in short:
        if name := places.canonical_area(surface, full, gazetteer):
            named.append((offset, name))
    return named


def _written_out(text: str, gazetteer: Gazetteer) -> Iterator[tuple[int, str]]:
    """Provinces, cities and counties by their full names, also within names of other things."""
    for match in _LEVEL.finditer(text):
        for start in range(match.start() - 2, match.start() - 5, -1):
            name = text[max(0, start) : match.end()]
            if start >= 0 and any(division.name == name for division in gazetteer.lookup_above_towns(name)):
                yield start, name


def _people(text: str, mentions: Sequence[Mention]) -> dict[Mention, _Name]:
    """Full names; a surname with title takes the name of the person it stands for."""
    named = people.Named(text[m.start : m.end] for m in mentions if m.type == "Person")
    resolved: dict[Mention, _Name] = {}
    for mention in mentions:
        if mention.type == "Person":
            name = _Name(text[mention.start : mention.end])
            resolved[mention] = name.by(people.earlier_person, people.earlier_person(name.now, named))
    return resolved


def _places(
    text: str, mentions: Sequence[Mention], areas: Areas, gazetteer: Gazetteer
) -> dict[Mention, _Name]:
    resolved: dict[Mention, _Name] = {}
    sites: list[str] = []
    for mention in mentions:
        if mention.type != "Place":
            continue
        surface = text[mention.start : mention.end]
        written = resolved[mention] = _Name(surface)
        if level := places.shared_level(text, mention.end):
            resolved[mention] = written.by(places.shared_level, surface + level)
        elif area := places.canonical_area(surface, areas, gazetteer):
            resolved[mention] = written.by(places.canonical_area, area)
        elif organisations.is_elliptic(surface) and (
            name := organisations.with_area_of_article(surface, areas, gazetteer)
        ):
            resolved[mention] = written.by(organisations.with_area_of_article, name)
        else:
            sites.append(surface)
    return _renamed(resolved, fuller_site, fuller_site(sites))


def _organisations(
    text: str,
    mentions: Sequence[Mention],
    placed: Mapping[Mention, _Name],
    areas: Areas,
    gazetteer: Gazetteer,
) -> dict[Mention, _Name]:
    resolved: dict[Mention, _Name] = {}
    discourse = Discourse(gazetteer)
    closing = _ends_of_lists(text, mentions)
    titles = [mention for mention in mentions if mention.type == "Title"]
    previous: Mention | None = None
    for mention in mentions:
        if mention.type not in ("Organisation", "Place"):
            previous = None if mention.type == "Person" else previous
            continue
        if mention.type == "Organisation":
            neighbour = None
            if previous and _same_phrase(text, previous, mention, titles):
                neighbour = (resolved.get(previous) or placed[previous]).now
            surface = text[mention.start : mention.end]
            if whole := organisations.shared_head(surface, closing.get(mention), gazetteer):
                resolved[mention] = _Name(surface).by(organisations.shared_head, whole)
            else:
                resolved[mention] = _organisation(surface, neighbour, discourse, areas, gazetteer)
            discourse.add(resolved[mention].now)
        previous = mention
    for rule in _BODIES_TOGETHER:
        names = [name.now for name in resolved.values()]
        resolved = _renamed(resolved, rule, rule(names, gazetteer))
    return resolved


def _ends_of_lists(text: str, mentions: Sequence[Mention]) -> dict[Mention, str]:
    """The body that closes the list in which a mention stands: 丙代表队 for 甲, in 甲、乙和丙代表队."""
    closing: dict[Mention, str] = {}
    bodies: dict[int, Mention] = {}
    for mention in reversed(mentions):
        following = (
            bodies.get(mention.end + 1) if text[mention.end : mention.end + 1] in ("、", "和") else None
        )
        if following:
            closing[mention] = closing.get(following, text[following.start : following.end])
        if mention.type == "Organisation":
            bodies[mention.start] = mention
    return closing


def _renamed(
    names: Mapping[Mention, _Name], rule: Function, renamed: Mapping[str, str]
) -> dict[Mention, _Name]:
    """The names after a rule that looks at all of them together; `renamed` are those that it changes."""
    return {mention: name.by(rule, renamed.get(name.now)) for mention, name in names.items()}


def fuller_site(names: Sequence[str]) -> dict[str, str]:
    """A site under its fullest name in the article: 鼓楼遗址 is 鼓楼汉代遗址."""
    return fullest(names, Sites(), places.same_site)


def of_the_area(names: Sequence[str], gazetteer: Gazetteer) -> dict[str, str]:
    """Bare offices (住建委) are those of the area whose other bodies the article names, where it is one."""
    own = [split_area(name, gazetteer)[0] for name in names if organisations.is_office(name)]
    own_areas = {"".join(parts) for parts in own if parts}
    if len(own_areas) != 1:
        return {}
    (area,) = own_areas
    return {
        name: area + name
        for name in names
        if organisations.is_bare_office(name) and not split_area(name, gazetteer)[0]
    }


def written_out(names: Sequence[str], _gazetteer: Gazetteer) -> dict[str, str]:
    """A court in full: 湘潭市中院 is 湘潭市中级人民法院."""
    return {name: organisations.written_out(name) for name in names}


def unit_of(names: Sequence[str], gazetteer: Gazetteer) -> dict[str, str]:
    """心内科, 特战中队: units of the one body of their kind that the article speaks of most."""
    counts = Counter(names)

    @cache
    def most_named(endings: tuple[str, ...]) -> str:
        owners = [(count, owner) for owner, count in counts.items() if owner.endswith(endings)]
        best = max(owners, default=(0, ""))
        return best[1] if sum(count == best[0] for count, _ in owners) == 1 else ""

    def whole(name: str) -> str:
        owner = "" if split_area(name, gazetteer)[0] else most_named(organisations.unit_owners(name))
        return name if name.startswith(owner) else owner + name

    return {name: whole(name) for name in counts}


def fuller_body(names: Sequence[str], gazetteer: Gazetteer) -> dict[str, str]:
    """A body under its fullest name in the article: 红光轴承 is 湘潭市红光轴承有限公司."""
    return fullest(names, Bodies(), partial(organisations.short_for, gazetteer=gazetteer))


# After each body has been looked at by itself, in this order.
_BODIES_TOGETHER = (of_the_area, written_out, unit_of, fuller_body)

RULES: tuple[Function, ...] = (
    people.earlier_person,
    places.shared_level,
    places.canonical_area,
    fuller_site,
    organisations.shared_head,
    organisations.known_body,
    organisations.beside,
    organisations.inside,
    organisations.with_area_of_neighbour,
    organisations.as_before,
    organisations.with_area_of_article,
    organisations.by_head,
    *_BODIES_TOGETHER,
)


def _organisation(
    surface: str, neighbour: str | None, discourse: Discourse, areas: Areas, gazetteer: Gazetteer
) -> _Name:
    """The canonical name of one body; the surface itself where nothing in the article says more."""
    written = _Name(surface)
    if known := organisations.known_body(surface):
        return written.by(organisations.known_body, known)
    if split_area(surface, gazetteer)[0]:
        return written
    if neighbour and (name := organisations.beside(surface, neighbour, gazetteer)):
        return written.by(organisations.beside, name)
    if name := organisations.inside(surface, discourse):
        return written.by(organisations.inside, name)
    if neighbour and (name := organisations.with_area_of_neighbour(surface, neighbour, gazetteer)):
        return written.by(organisations.with_area_of_neighbour, name)
    if name := organisations.as_before(surface, discourse):
        return written.by(organisations.as_before, name)
    if name := organisations.with_area_of_article(surface, areas, gazetteer):
        return written.by(organisations.with_area_of_article, name)
    return written.by(organisations.by_head, organisations.by_head(surface, discourse))


def _same_phrase(text: str, first: Mention, second: Mention, titles: Sequence[Mention]) -> bool:
    """Whether only titles and separators stand between: posts of one person, or one list."""
    rest, cursor = "", first.end
    begin, end = (bisect_left(titles, at, key=_start) for at in (first.end - 1, second.start))
    for title in titles[begin:end]:
        rest += text[cursor : max(cursor, title.start)]
        cursor = max(cursor, min(title.end, second.start))
    rest += text[cursor : second.start]
    return len(_SEPARATORS.sub("", rest)) == 0 and "\n" not in rest


def _entity(article: Article, kind: str, name: str, areas: Areas, gazetteer: Gazetteer) -> Entity:
    if kind == "Person":
        return Entity(iri.key("person", name), "Person", name)
    if kind == "Organisation":
        return Entity(_scoped_key("organisation", article, name), "Organisation", name)
    divisions = [d for d in gazetteer.lookup(name) if d.name == name]
    division = _the_division(divisions, areas, gazetteer)
    if division is None:
        return Entity(_place_key(article, name, ambiguous=len(divisions) > 1), "Place", name)
    namesakes = len(divisions) > 1
    parent = gazetteer.chain(division)[0].name if namesakes and gazetteer.chain(division) else ""
    return Entity(iri.key("place", parent + name), "Place", name, "AdministrativeDivision", division.code)


def _the_division(divisions: Sequence[Division], areas: Areas, gazetteer: Gazetteer) -> Division | None:
    """The division meant: the only one of its name, or the only one below an area that the article names."""
    if len(divisions) == 1:
        return divisions[0]
    below = [d for d in divisions if any(parent.name in areas for parent in gazetteer.chain(d))]
    return below[0] if len(below) == 1 else None


def _scoped_key(kind: str, article: Article, name: str) -> str:
    """A body whose area nobody names (市委) is another one in another article."""
    if organisations.is_elliptic(name) or len(name) < 3:
        return iri.key(kind, article.id, name)
    return iri.key(kind, name)


def _place_key(article: Article, name: str, *, ambiguous: bool) -> str:
    """Namesake areas, villages and nameless rooms are told apart by their article."""
    scoped = (
        ambiguous or name.endswith(("村", "社区", "组", "会议室", "现场")) or organisations.is_elliptic(name)
    )
    return iri.key("place", article.id, name) if scoped else iri.key("place", name)
