"""Mentions to entities: which real thing of the article each name stands for, and by which rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from kg.language.divisions import Gazetteer
from kg.language.text import HAN
from kg.linker.names import organisations, people, places
from kg.linker.names.appositions import in_brackets
from kg.linker.names.areas import Areas, split_area
from kg.linker.names.bodies import together
from kg.linker.names.discourse import Discourse
from kg.linker.names.entities import entity_of
from kg.linker.names.fuller import Sites, fullest
from kg.linker.names.name_in_text import NameInText, NameRule, first_known
from kg.linker.rule import Function, name_of
from kg.model.records import Article, Entity, Mention

_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
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


def fuller_site(names: Sequence[str]) -> dict[str, str]:
    """A site under its fullest name in the article: 鼓楼遗址 is 鼓楼汉代遗址."""
    return fullest(names, Sites(), places.same_site)


# The first of these that knows a place gives its name.
_OF_PLACES: tuple[NameRule, ...] = (
    places.shared_level,
    places.canonical_area,
    organisations.with_area_of_article,
)
# In the order in which they are tried.
RULES: tuple[Function, ...] = (
    people.earlier_person,
    places.shared_level,
    places.canonical_area,
    in_brackets,
    fuller_site,
    *organisations.RULES,
    *organisations.RULES_WITHOUT_AREA,
    *together.RULES,
)


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
        m: Resolved(entity_of(article, m.type, names[m].now, areas, gazetteer), names[m].steps)
        for m in mentions
        if m.type != "Title"
    }


def _written(text: str, mention: Mention) -> str:
    """A mention as one writes it on one line; a line's end within a Chinese word is nothing."""
    return " ".join(_BETWEEN_HAN.sub("", text[mention.start : mention.end]).split())


def _people(text: str, mentions: Sequence[Mention]) -> dict[Mention, _Name]:
    """Full names; a surname with title takes the name of the person it stands for."""
    named = people.NamedPeople(_written(text, m) for m in mentions if m.type == "Person")
    resolved: dict[Mention, _Name] = {}
    for mention in mentions:
        if mention.type == "Person":
            name = _Name(_written(text, mention))
            resolved[mention] = name.by(people.earlier_person, people.earlier_person(name.now, named))
    return resolved


def _places(
    text: str, mentions: Sequence[Mention], areas: Areas, gazetteer: Gazetteer
) -> dict[Mention, _Name]:
    """Areas by their full names; what is no area is a site under its fullest name."""
    resolved: dict[Mention, _Name] = {}
    sites: list[str] = []
    nothing_before = Discourse(gazetteer)
    for mention in mentions:
        if mention.type == "Place":
            surface = _written(text, mention)
            name = NameInText(surface, "Place", text, mention.end, areas, gazetteer, nothing_before)
            area = first_known(_OF_PLACES, name)
            resolved[mention] = _Name(surface).by(*area) if area else _Name(surface)
            if area is None:
                sites.append(surface)
    resolved = _also_in_brackets(text, mentions, resolved)
    return _renamed(resolved, fuller_site, fuller_site(sites))


def _also_in_brackets(
    text: str, mentions: Sequence[Mention], names: Mapping[Mention, _Name]
) -> dict[Mention, _Name]:
    """The names, those that the text gives in brackets by the ones before these."""
    now = {mention: name.now for mention, name in names.items()}
    return _renamed(names, in_brackets, in_brackets(text, mentions, now))


def _organisations(
    text: str,
    mentions: Sequence[Mention],
    places_: Mapping[Mention, _Name],
    areas: Areas,
    gazetteer: Gazetteer,
) -> dict[Mention, _Name]:
    """Bodies by their full names, each by what was named before it, then all together."""
    resolved: dict[Mention, _Name] = {}
    discourse = Discourse(gazetteer)
    list_ends = _ends_of_lists(text, mentions)
    titles = [mention for mention in mentions if mention.type == "Title"]
    previous: Mention | None = None
    for mention in mentions:
        if mention.type not in ("Organisation", "Place"):
            previous = None if mention.type == "Person" else previous
            continue
        if mention.type == "Organisation":
            neighbour = None
            if previous and _same_phrase(text, previous, mention, titles):
                neighbour = (resolved.get(previous) or places_[previous]).now
            resolved[mention] = _organisation(
                NameInText(
                    _written(text, mention),
                    "Organisation",
                    text,
                    mention.end,
                    areas,
                    gazetteer,
                    discourse,
                    neighbour,
                    list_ends.get(mention),
                )
            )
            discourse.add(resolved[mention].now)
        previous = mention
    resolved = _also_in_brackets(text, mentions, resolved)
    for rule in together.RULES:
        resolved = _renamed(resolved, rule, rule([name.now for name in resolved.values()], gazetteer))
    return resolved


def _organisation(name: NameInText) -> _Name:
    """The canonical name of one body; the surface itself where nothing in the article says more."""
    has_area = bool(split_area(name.surface, name.gazetteer)[0])
    rules = (*organisations.RULES, *(() if has_area else organisations.RULES_WITHOUT_AREA))
    known = first_known(rules, name)
    return _Name(name.surface).by(*known) if known else _Name(name.surface)


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
    names: Mapping[Mention, _Name], rule: Callable[..., Mapping[str, str]], renamed: Mapping[str, str]
) -> dict[Mention, _Name]:
    """The names after a rule that looks at all of them together; `renamed` are those that it changes."""
    return {mention: name.by(rule, renamed.get(name.now)) for mention, name in names.items()}


def _same_phrase(text: str, first: Mention, second: Mention, titles: Sequence[Mention]) -> bool:
    """Whether only titles and separators stand between: posts of one person, or one list."""
    rest, cursor = "", first.end
    begin, end = (bisect_left(titles, at, key=_start) for at in (first.end - 1, second.start))
    for title in titles[begin:end]:
        rest += text[cursor : max(cursor, title.start)]
        cursor = max(cursor, min(title.end, second.start))
    rest += text[cursor : second.start]
    return len(_SEPARATORS.sub("", rest)) == 0 and "\n" not in rest
