"""Which areas an article names, and of which it speaks without a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kg.identity.keys import elliptic_level
from kg.language.countries import COUNTRIES
from kg.language.divisions import Gazetteer
from kg.linker.names.areas import Areas, level_of, split_area
from kg.linker.names.places import full_name_of_area, level_of_list
from kg.model.records import Article, Mention

_LONGEST_COUNTRY = max(map(len, COUNTRIES))
_OURS = re.compile("我([省市县区州旗镇乡村])")
_LEVEL = re.compile("[省市县区]")


def areas_of(article: Article, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Areas:
    """The areas that an article speaks of."""
    levels = _elliptic_levels(article.text, mentions)
    return Areas(article, _named_areas(article.text, mentions, levels, gazetteer), levels)


def _elliptic_levels(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """The levels of which the article speaks without saying whose: 县 in 县委, 我县."""
    bodies = (text[m.start : m.end] for m in mentions if m.type == "Organisation")
    levels = {level for body in bodies if (level := elliptic_level(body))}
    return frozenset(levels | {match[1] for match in _OURS.finditer(text)})


def _named_areas(
    text: str, mentions: Sequence[Mention], levels: Collection[str], gazetteer: Gazetteer
) -> list[tuple[int, str]]:
    """(offset, full name) of each area in the text: by itself, heading a body's name, or short."""
    named = [*_written_out(text, gazetteer), *_countries(text, mentions)]
    short: list[tuple[int, str]] = []
    for mention in mentions:
        surface = text[mention.start : mention.end]
        if mention.type == "Organisation":
            named.extend((mention.start, area) for area in split_area(surface, gazetteer)[0])
        elif mention.type == "Place":
            level = level_of_list(text, mention.end)
            if level or level_of(surface):
                named.append((mention.start, surface + (level or "")))
            elif wider := split_area(surface, gazetteer)[0]:
                named.extend((mention.start, area) for area in wider)
            else:
                short.append((mention.start, surface))
    full = Areas(None, named, levels)
    for offset, surface in short:
        if name := full_name_of_area(surface, full, gazetteer):
            named.append((offset, name))
    return named


def _countries(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """Countries by themselves, and at the head of names of bodies and places."""
    for mention in mentions:
        surface = text[mention.start : mention.end]
        if mention.type in ("Place", "Organisation"):
            heads = (surface[:size] for size in range(min(len(surface), _LONGEST_COUNTRY), 1, -1))
            yield from ((mention.start, head) for head in heads if head in COUNTRIES)


def _written_out(text: str, gazetteer: Gazetteer) -> Iterator[tuple[int, str]]:
    """Provinces, cities and counties by their full names, also within names of other things."""
    for match in _LEVEL.finditer(text):
        for start in range(match.start() - 2, match.start() - 5, -1):
            name = text[max(0, start) : match.end()]
            if start >= 0 and any(division.name == name for division in gazetteer.lookup_above_towns(name)):
                yield start, name
