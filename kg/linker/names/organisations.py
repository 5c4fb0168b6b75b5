"""What a body's name is short for where it stands: elliptic names by the areas and bodies named around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.identity.keys import elliptic_level, is_elliptic
from kg.language.divisions import short_forms
from kg.linker.lexicon import (
    AREA_OFFICES,
    BARE_AREA_BODY,
    COMMITTEE_TAIL,
    KNOWN_BODIES,
    MINISTRIES,
    OWN_ENDINGS,
    PARTY_ORGANS,
    SERVICES,
    STATE_BODY,
)
from kg.linker.names.areas import level_of, split_area
from kg.linker.names.discourse import SHORTEST_TAIL
from kg.linker.names.name_in_text import NameInText, NameRule
from kg.linker.names.places import full_name_of_country

_YOUTH_LEAGUE = re.compile(r"^团(省|市|县|区|州)委$")
# Committees and cells that a body has inside itself: 院党委, 局党组, 公司工会.
_INNER_BODY = r"(?:机关)?(?:党委|党组|党总支|党支部|团委|纪委|工会|团总支|妇联|妇委会)"
_KIND_AND_PART = re.compile(
    rf"""
    ^(公司|集团|协会|商会|学会|[院局厅处司部委区镇乡会社所站馆])  # a kind of body
    ({_INNER_BODY} | [^省市县区镇]{{2,12}}(?:[处科室部系团队社]|办公室|中心))$  # what is inside it
    """,
    re.VERBOSE,
)
_INNER = re.compile(_INNER_BODY)


def shared_head(name: NameInText) -> str | None:
    """An area that shares the head of the body listed behind it: 湘潭市 before 湘乡市代表队."""
    if name.list_end is None or split_area(name.surface, name.gazetteer)[1]:
        return None
    areas, head = split_area(name.list_end, name.gazetteer)
    return name.surface + head if areas and head else None


def known_body(name: NameInText) -> str | None:
    """The full name of a universally known short form (全总, 军委…)."""
    return KNOWN_BODIES.get(name.surface) or (
        f"中央{name.surface}" if name.surface.startswith("军委") else None
    )


def abroad(name: NameInText) -> str | None:
    """A state's body after one character of the state: 俄海军 is 俄罗斯海军."""
    country = STATE_BODY.match(name.surface, 1) and full_name_of_country(name.surface[0], name.areas)
    return country + name.surface[1:] if country else None


def service(name: NameInText) -> str | None:
    """海军, 空军: those of the one foreign country that the article is about."""
    country = name.areas.country if name.surface in SERVICES else None
    return country + name.surface if country and country != "中国" else None


def beside(name: NameInText) -> str | None:
    """A bare name after a body of its area: 市委常委、公安局长 is 市公安局, 省委…政法委 is 省委政法委."""
    surface, neighbour = name.surface, name.neighbour
    if not neighbour:
        return None
    if _INNER.fullmatch(surface):
        return COMMITTEE_TAIL.sub("", neighbour) + surface
    if surface in PARTY_ORGANS and neighbour.endswith("委"):
        return neighbour + surface
    if surface.endswith("办公室") and neighbour.endswith(PARTY_ORGANS):
        return neighbour + surface
    if surface.startswith(("国家", "中央", "全国")) or surface[:3] in MINISTRIES or surface in MINISTRIES:
        return None
    if not BARE_AREA_BODY.match(surface) or split_area(surface, name.gazetteer)[0] or is_elliptic(surface):
        return None
    areas, _ = split_area(neighbour, name.gazetteer)
    owner = "".join(areas) or elliptic_level(neighbour)
    return owner + surface if owner else None


def inside(name: NameInText) -> str | None:
    """组织部电教中心 where 县委组织部 was named before: the unit of that body."""
    heads = (name.surface[:size] for size in range(SHORTEST_TAIL, len(name.surface)))
    body = name.discourse.with_tail(head for head in heads if not is_elliptic(head))
    return body[0].removesuffix(body[1]) + name.surface if body else None


def with_area_of_neighbour(name: NameInText) -> str | None:
    """An elliptic name with the area of the body before it in the phrase: 湘乡市政协副主席、市妇联主席.

    None where that has no area of the level.
    """
    areas = split_area(name.neighbour, name.gazetteer)[0] if name.neighbour else ()

    def last(level: str) -> str | None:
        return next((area for area in reversed(areas) if level_of(area) == level), None)

    return _with_area(name, last)


def as_before(name: NameInText) -> str | None:
    """The one body of the article that the elliptic name was short for before: 湘潭市总工会 … 市总工会.

    None where two bodies of the kind were named.
    """
    level = elliptic_level(name.surface)
    whole = name.discourse.of_area(level, name.surface[len(level) :]) if level else ()
    return next(iter(whole)) if len(whole) == 1 else None


def with_area_of_article(name: NameInText) -> str | None:
    """An elliptic name (市总工会, 县委) with the area of its level that the article is most about.

    None where the article names no such area.
    """
    return _with_area(name, name.areas.best)


def of_the_area(name: NameInText) -> str | None:
    """A bare office (教育厅, 民政局) of the area that the article is most about."""
    if name.surface not in AREA_OFFICES:
        return None
    if name.surface.endswith("厅"):
        area = name.areas.best("省") or name.areas.best("自治区")
    else:
        area = name.areas.best_of("市县区")
    return area + name.surface if area else None


def by_head(name: NameInText) -> str | None:
    """院党委 → the 学院 named before + 党委; 厅办公室 → the 厅 named before + 办公室."""
    match = _KIND_AND_PART.match(name.surface)
    if match is None:
        return None
    head, rest = match.groups()
    if (head in "委区镇乡会" or len(head) > 1) and not _INNER.match(rest):
        return None
    owner = name.discourse.ending_with(OWN_ENDINGS.get(head, (head,)))
    return owner + rest if owner else None


def _with_area(name: NameInText, area_of: Callable[[str], str | None]) -> str | None:
    """An elliptic name with an area, which its level (市 in 市总工会) leads to."""
    surface = name.surface
    league = _YOUTH_LEAGUE.match(surface) if name.type == "Organisation" else None
    if league:
        area = area_of(league.group(1))
        return f"共青团{area}委" if area else None
    level = elliptic_level(surface)
    area = area_of(level) if level else None
    if not level or not area:
        return None
    if level == "州":
        # 楚雄州委, not 楚雄彝族自治州委.
        divisions = name.gazetteer.lookup(area)
        shorter = (short + level for division in divisions for short in short_forms(division.name))
        area = next(shorter, area)
    if area.endswith("新区"):
        # 江北新区区委, as it is no 江北新 that is a 区.
        return area + surface
    return area + (surface if surface.startswith("村委") else surface[len(level) :])


# A name that says its area is known or shares a head, and is in full otherwise …
RULES: tuple[NameRule, ...] = (shared_head, known_body, abroad, service)
# … one without an area is short for what the first of these gives.
RULES_WITHOUT_AREA: tuple[NameRule, ...] = (
    beside,
    inside,
    with_area_of_neighbour,
    as_before,
    with_area_of_article,
    of_the_area,
    by_head,
)
