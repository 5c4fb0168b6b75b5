"""Names of bodies that are clear by all the bodies of the article together, after each has been by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from kg.language.divisions import Gazetteer
from kg.linker.lexicon import COURTS
from kg.linker.names.bodies.units import unit_of, university
from kg.linker.names.fuller import Bodies, fullest
from kg.linker.names.short_forms import is_short_for

_UNION = re.compile("(?<=[省市县区州旗])总$")
_COURT = re.compile(rf"^(.*[省市州区])({'|'.join(COURTS)})$")
_TWICE = re.compile("(?<=..)([省市县])(?=\\1(?:委|政府|政协|人大|纪委))")


def written_out(names: Sequence[str], _gazetteer: Gazetteer) -> dict[str, str]:
    """A court or union in full: 湘潭市中院 is 湘潭市中级人民法院; a level once: 湘潭市市委 is 湘潭市委."""
    in_full = {name: _COURT.sub(lambda match: match[1] + COURTS[match[2]], name) for name in names}
    return {name: _UNION.sub("总工会", _TWICE.sub("", full)) for name, full in in_full.items()}


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
