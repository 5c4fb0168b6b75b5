"""Names of bodies that are clear by all the bodies of the article together, after each has been by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from kg.identity.keys import is_elliptic
from kg.language.divisions import Gazetteer
from kg.linker.lexicon import COURTS, MINISTRIES, UNIT_OWNERS
from kg.linker.names.areas import split_area
from kg.linker.names.bodies.units import unit_of, university
from kg.linker.names.fuller import Bodies, fullest
from kg.linker.names.short_forms import is_short_for

_OFFICE = re.compile(r"(?:局|委|办|政府|法院|检察院|总工会|政协|人大|厅)$")
# Not all of HAN: with 〇 (九〇后党委) it is no office of an area.
_BARE_OFFICE = re.compile(r"^(?!国家|中央|全国|党|纪|团|[省市县区镇乡])[\u4e00-\u9fff]{1,4}(?:局|委|办)$")
_COURT = re.compile(rf"^(.*[省市州区])({'|'.join(COURTS)})$")
_TWICE = re.compile("(?<=..)([省市县])(?=\\1(?:委|政府|政协|人大|纪委))")
# A longer name of a unit names its body itself.
_UNIT_LENGTH = 7


def of_the_area(names: Sequence[str], gazetteer: Gazetteer) -> dict[str, str]:
    """Bare offices (住建委) are those of the area whose other bodies the article names, where it is one."""
    own = [split_area(name, gazetteer)[0] for name in names if _is_office(name)]
    own_areas = {"".join(parts) for parts in own if parts}
    if len(own_areas) != 1:
        return {}
    (area,) = own_areas
    return {
        name: area + name for name in names if _is_bare_office(name) and not split_area(name, gazetteer)[0]
    }


def written_out(names: Sequence[str], _gazetteer: Gazetteer) -> dict[str, str]:
    """A court in full: 湘潭市中院 is 湘潭市中级人民法院; a level once: 湘潭市市委 is 湘潭市委."""
    in_full = {name: _COURT.sub(lambda match: match[1] + COURTS[match[2]], name) for name in names}
    return {name: _TWICE.sub("", full) for name, full in in_full.items()}


def fuller_body(names: Sequence[str], gazetteer: Gazetteer) -> dict[str, str]:
    """A body under its fullest name in the article: 红光轴承 is 湘潭市红光轴承有限公司."""
    return fullest([*names, *_universities(names)], Bodies(), partial(is_short_for, gazetteer=gazetteer))


def _universities(names: Sequence[str]) -> list[str]:
    """Those whose departments are named, less what begins with more than the name of one that is named."""
    known = frozenset(names)
    heads = filter(None, map(university, dict.fromkeys(names)))
    return [head for head in heads if not any(head[start:] in known for start in range(1, len(head)))]


# Each gives the new names of those that it changes.
RULES: tuple[Callable[[Sequence[str], Gazetteer], Mapping[str, str]], ...] = (
    written_out,
    fuller_body,
    unit_of,
)


def _is_office(name: str) -> bool:
    """Whether a name is that of an office of an area (…局, …委, …办, …政府)."""
    return _OFFICE.search(name) is not None


def _is_bare_office(name: str) -> bool:
    """Whether a name is an office's without any area: 住建委, 公安局, 园林局."""
    return _BARE_OFFICE.match(name) is not None and name not in MINISTRIES
