"""Places to canonical places: short areas to full ones, later mentions of a site to its fullest name."""

from __future__ import annotations

import re

from kg.language.countries import COUNTRIES
from kg.language.divisions import Division, Gazetteer, short_forms
from kg.language.text import HAN
from kg.linker.lexicon import KNOWN_PLACES, REGIONS, SITE_HEADS
from kg.linker.names.areas import Areas, level_of
from kg.linker.names.name_in_text import NameInText

_ORDER = {"province": 0, "city": 1, "county": 2, "town": 3}
# 、 stands in no name, but 和 does (和平镇), so only the last name may stand behind 和.
_SHARED_LEVEL = re.compile(
    rf"""
    (?P<more> (?:、[{HAN}]{{2,4}}?){{0,40}} (?:和[{HAN}]{{2,4}}?)? )
    (?: 等(?:\d+|[两二三四五六七八九十]+)?个? | [两二三四五六七八九十] | \d+个 )
    (?P<level> 街道|社区|镇|乡|县|市|区|村 )
    (?![州县区域间段])
    """,
    re.VERBOSE,
)


def shared_level(name: NameInText) -> str | None:
    """A short name in a list that shares its level: in 棋梓、月山两镇, 镇 for both."""
    level = level_of_list(name.text, name.end)
    return name.surface + level if level and name.surface not in COUNTRIES else None


def canonical_area(name: NameInText) -> str | None:
    """The full name of the area that a surface means: 茂名 is 茂名市."""
    full = full_name_of_area(name.surface, name.areas, name.gazetteer)
    return _as_written(full, name.text) if full else None


def full_name_of_area(surface: str, areas: Areas, gazetteer: Gazetteer) -> str | None:
    """The full name of the area that a name means, None where it is no area for sure."""
    if country := full_name_of_country(surface, areas):
        return country
    if surface in REGIONS or surface in COUNTRIES:
        return surface
    divisions = gazetteer.lookup(surface)
    if not divisions and surface.endswith("州") and len(surface) > 2:
        # 楚雄州 is how the press writes 楚雄彝族自治州.
        divisions = tuple(d for d in gazetteer.lookup_above_towns(surface[:-1]) if d.name.endswith("自治州"))
    # 景德镇 is short for a city, and 红光村 in full.
    if any(division.name == surface for division in divisions) or (
        level_of(surface) and not gazetteer.lookup_above_towns(surface)
    ):
        return surface
    if named := areas.starting_with(surface):
        return named
    if known := [division.name for division in divisions if division.name in areas]:
        return known[0]
    sure = [division for division in divisions if _is_sure(division, areas, gazetteer)]
    return min(sure, key=lambda division: (_ORDER[division.level], division.code)).name if sure else None


def _as_written(name: str, text: str) -> str:
    """楚雄州 is how the press calls 楚雄彝族自治州, unless the article has the long name."""
    short = next((short for short in short_forms(name) if short.endswith("州")), None)
    return short if short and name.endswith("自治州") and name not in text else name


def full_name_of_country(surface: str, areas: Areas) -> str | None:
    """The country that a character is short for: 巴 is 巴西 where the article names it, 俄 always 俄罗斯."""
    return areas.country_starting_with(surface) or KNOWN_PLACES.get(surface)


def _is_sure(division: Division, areas: Areas, gazetteer: Gazetteer) -> bool:
    """Provinces and cities; a county only where the article names what it lies in, or says 县委."""
    if division.level in ("province", "city"):
        return True
    if division.level != "county":
        return False
    return level_of(division.name) in areas.levels or any(p.name in areas for p in gazetteer.chain(division))


def level_of_list(text: str, end: int) -> str | None:
    """The level behind a list of short names, one of which ends at text[end]: 镇 in 棋梓、月山两镇."""
    match = _SHARED_LEVEL.match(text, end)
    if match is None or not (match["more"] or "、" in text[max(0, end - 6) : end]):
        return None
    return match["level"]


def same_site(short: str, full: str) -> bool:
    """Whether both name one site: the tail of the other, or the same kind with the same proper part."""
    if full.endswith(short):
        return len(short) >= 3
    if level_of(short) or level_of(full):
        return False
    head = next((h for h in SITE_HEADS if short.endswith(h) and full.endswith(h)), None)
    if head is None:
        return False
    common = _longest_common(short[: -len(head)], full[: -len(head)])
    return common >= 3 and common * 2 > min(len(short), len(full)) - len(head)


def _longest_common(a: str, b: str) -> int:
    longest = 0
    for start in range(len(a)):
        while start + longest < len(a) and a[start : start + longest + 1] in b:
            longest += 1
    return longest
