"""Organisations to canonical bodies: elliptic names by area and discourse, short forms by their full one."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.language.divisions import Gazetteer, short_forms
from kg.language.text import alternation
from kg.linker.lexicon import (
    BARE_AREA_BODY,
    COMMITTEE_TAIL,
    COURTS,
    ELLIPTIC_LEVELS,
    KNOWN_BODIES,
    MINISTRIES,
    OWN_ENDINGS,
    PARTY_ORGANS,
    UNIT_OWNERS,
)
from kg.linker.names.areas import Areas, level_of, split_area
from kg.linker.names.discourse import SHORTEST_TAIL, Discourse

_ELLIPTIC = re.compile(rf"^({alternation(ELLIPTIC_LEVELS)})(?=\S)(?!级)")
_YOUTH_LEAGUE = re.compile(r"^团(省|市|县|区|州)委$")
# Committees and cells that a body has inside itself: 院党委, 局党组, 公司工会.
_INNER_BODY = r"(?:机关)?(?:党委|党组|党总支|党支部|团委|纪委|工会|团总支|妇联|妇委会)"
_ONE_CHAR_HEAD = re.compile(
    rf"^(学院|学校|医院|大学|公司|集团|协会|商会|学会|院|局|厅|校|处|司|部|委|区|镇|乡|会|社|所|站|馆)({_INNER_BODY}|[^省市县区镇]{{2,12}}(?:处|科|室|部|办公室|中心|系|团|队|社))$"
)
_INNER = re.compile(_INNER_BODY)
_OFFICE = re.compile(r"(?:局|委|办|政府|法院|检察院|总工会|政协|人大|厅)$")
_BARE_OFFICE = re.compile(r"^(?!国家|中央|全国|党|纪|团|[省市县区镇乡])[\u4e00-\u9fff]{1,4}(?:局|委|办)$")
_TEAM_TAIL = re.compile(r"^.*?(?:组|班|队|团|中心|委员会|指挥部|基金会|联合会|联盟)$")
_COURT = re.compile(rf"^(.*[省市州区])({'|'.join(COURTS)})$")
# A longer name of a unit names its body itself.
_UNIT_LENGTH = 7
_SHORT_TAILS = ("警方", "工会", "学校", "医院", "法院", "商会", "协会", "公司", "学院")
# Characters by which a body's full name may exceed its everyday one (中山工会 → 中山市总工会).
_INSERTABLE = frozenset("省市县区镇乡总人民")


def elliptic_level(surface: str) -> str | None:
    """The level of the area that a name leaves unsaid: 市 in 市总工会; None for other names."""
    match = _ELLIPTIC.match(surface)
    return match.group(1) if match else None


def is_elliptic(surface: str) -> bool:
    """Whether a name leaves its area unsaid: 市总工会, 县委, 省残联."""
    return elliptic_level(surface) is not None


def known_body(surface: str) -> str | None:
    """The full name of a universally known short form (全总, 军委…)."""
    return KNOWN_BODIES.get(surface) or (f"中央{surface}" if surface.startswith("军委") else None)


def written_out(name: str) -> str:
    """湘潭市中院 → 湘潭市中级人民法院."""
    return _COURT.sub(lambda match: match.group(1) + COURTS[match.group(2)], name)


def with_area_of_neighbour(surface: str, neighbour: str, gazetteer: Gazetteer) -> str | None:
    """An elliptic name with the area of the body before it in the phrase: 湘乡市政协副主席、市妇联主席.

    `neighbour` is that body's canonical name. None where it has no area of the level.
    """
    areas = split_area(neighbour, gazetteer)[0]

    def last(level: str) -> str | None:
        return next((area for area in reversed(areas) if level_of(area) == level), None)

    return _with_area(surface, last, gazetteer)


def with_area_of_article(surface: str, areas: Areas, gazetteer: Gazetteer) -> str | None:
    """An elliptic name (市总工会, 县委) with the area of its level that the article is most about.

    None where the article names no such area.
    """
    return _with_area(surface, areas.best, gazetteer)


def shared_head(surface: str, following: str | None, gazetteer: Gazetteer) -> str | None:
    """An area that shares the head of the body listed behind it: 湘潭市 before 湘乡市代表队."""
    if following is None or split_area(surface, gazetteer)[1]:
        return None
    areas, head = split_area(following, gazetteer)
    return surface + head if areas and head else None


def as_before(surface: str, discourse: Discourse) -> str | None:
    """The one body of the article that the elliptic name was short for before: 湘潭市总工会 … 市总工会.

    None where two bodies of the kind were named.
    """
    level = elliptic_level(surface)
    whole = discourse.of_area(level, surface[len(level) :]) if level else ()
    return next(iter(whole)) if len(whole) == 1 else None


def _with_area(surface: str, area_of: Callable[[str], str | None], gazetteer: Gazetteer) -> str | None:
    """An elliptic name with an area, which its level (市 in 市总工会) leads to."""
    if league := _YOUTH_LEAGUE.match(surface):
        area = area_of(league.group(1))
        return f"共青团{area}委" if area else None
    match = _ELLIPTIC.match(surface)
    if match is None:
        return None
    level = match.group(1)
    area = area_of(level)
    if area and level == "州":
        # 楚雄州委, not 楚雄彝族自治州委.
        area = next(
            (short + level for division in gazetteer.lookup(area) for short in short_forms(division.name)),
            area,
        )
    if area and level == "村" and surface.startswith("村委"):
        return area + surface
    return area + surface[len(level) :] if area else None


def beside(surface: str, neighbour: str, gazetteer: Gazetteer) -> str | None:
    """A bare name after a body of its area: 市委常委、公安局长 is 市公安局, 省委…政法委 is 省委政法委."""
    if _INNER.fullmatch(surface):
        return COMMITTEE_TAIL.sub("", neighbour) + surface
    if surface in PARTY_ORGANS and neighbour.endswith("委"):
        return neighbour + surface
    if surface.endswith("办公室") and neighbour.endswith(PARTY_ORGANS):
        return neighbour + surface
    if surface.startswith(("国家", "中央", "全国")) or surface[:3] in MINISTRIES or surface in MINISTRIES:
        return None
    if not BARE_AREA_BODY.match(surface) or split_area(surface, gazetteer)[0] or is_elliptic(surface):
        return None
    areas, _ = split_area(neighbour, gazetteer)
    if areas:
        return "".join(areas) + surface
    if elliptic := _ELLIPTIC.match(neighbour):
        return elliptic.group(1) + surface
    return None


def inside(surface: str, discourse: Discourse) -> str | None:
    """组织部电教中心 where 县委组织部 was named before: the unit of that body."""
    heads = (surface[:size] for size in range(SHORTEST_TAIL, len(surface)))
    found = discourse.with_tail(head for head in heads if not is_elliptic(head))
    return found[0].removesuffix(found[1]) + surface if found else None


def is_office(name: str) -> bool:
    """Whether a name is that of an office of an area (…局, …委, …办, …政府)."""
    return _OFFICE.search(name) is not None


def is_bare_office(name: str) -> bool:
    """Whether a name is an office's without any area: 住建委, 公安局, 园林局."""
    return _BARE_OFFICE.match(name) is not None and name not in MINISTRIES


def unit_owners(name: str) -> tuple[str, ...]:
    """The endings of the bodies that a bare unit may belong to: 医院 for 心内科; none for other names."""
    if is_elliptic(name) or len(name) > _UNIT_LENGTH:
        return ()
    return next((owners for tail, owners in UNIT_OWNERS.items() if name.endswith(tail) and name != tail), ())


def by_head(surface: str, discourse: Discourse) -> str | None:
    """院党委 → the 学院 named before + 党委; 厅办公室 → the 厅 named before + 办公室."""
    match = _ONE_CHAR_HEAD.match(surface)
    if match is None:
        return None
    head, rest = match.groups()
    if (head in "委区镇乡会" or len(head) > 1) and not _INNER.match(rest):
        return None
    owner = discourse.ending_with(OWN_ENDINGS.get(head, (head,)))
    return owner + rest if owner else None


def short_for(short: str, full: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is a shorter one of another: its tail, or its characters less the usual ones."""
    if len(short) >= len(full) or len(short) < 2:
        return False
    if full.endswith(short):
        return short not in MINISTRIES and (len(short) >= 3 or short in _SHORT_TAILS)
    if len(short) == 2 and short.endswith("大"):
        return full.startswith(short[0]) and full.endswith("大学")
    if short[-1] != full[-1] and short[:2] not in full:
        return False
    if _TEAM_TAIL.match(short) and _head_and_tail(short, split_area(full, gazetteer)[1]):
        return True
    if _brand(short, full, gazetteer):
        return True
    left_out = _left_out(short, full)
    if left_out is None:
        return False
    if all(char in _INSERTABLE for char in left_out):
        return True
    if full.startswith(short):
        return full[len(short) :] in {"公司", "集团", "有限公司", "集团公司", "大学", "学院", "街道办事处"}
    proper = split_area(short, gazetteer)[0] or any(d.level != "town" for d in gazetteer.lookup(short[:2]))
    return len(short) <= 4 and not proper


def _head_and_tail(short: str, full: str) -> bool:
    """Whether a name is the first and the last words of another: 国务院…调查组 → 国务院调查组."""
    return any(
        full.startswith(short[:cut]) and full.endswith(short[cut:]) for cut in range(2, len(short) - 1)
    )


def _brand(short: str, full: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is what is proper to a company's: 红光轴承 for 湘潭市红光轴承有限公司."""
    proper = split_area(full, gazetteer)[1]
    whole = short.endswith(("集团", "公司", "厂", "院", "局", "会"))
    return len(short) >= 3 and not whole and proper.startswith(short) and full.endswith(("公司", "集团"))


def _left_out(short: str, full: str) -> str | None:
    """What `full` has beyond its subsequence `short`; None where it is not one."""
    rest: list[str] = []
    position = 0
    for char in full:
        if position < len(short) and char == short[position]:
            position += 1
        else:
            rest.append(char)
    return "".join(rest) if position == len(short) else None
