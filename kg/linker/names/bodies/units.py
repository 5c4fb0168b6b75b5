"""Departments that an article names without their institution: 教务处, where it is about 江北大学."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from kg.identity.keys import is_elliptic
from kg.language.countries import COUNTRIES
from kg.language.divisions import Gazetteer
from kg.language.text import alternation
from kg.linker.lexicon import HOST_KINDS, MINISTRIES, NO_MARK_ENDS, NO_UNIT_HEADS, UNIT_OWNERS
from kg.linker.names.areas import split_area

# A body has to be named so often, alone or before its departments, to be what the article is about.
_LEAST_WEIGHT = 2
_LONGEST_UNIT = 16
# What a department says of its body: its kind, as in `host_kinds`.
_OWN_KINDS = {"学校": "校", "校": "校", "学院": "系", "公司": "司", "厂": "司", "医院": "院"}
_OWN = re.compile(rf"({alternation(_OWN_KINDS)})(?![区友企园际长])(?=..)")
# Committees and unions, which every body has.
_INNER = re.compile("(?:机关)?(?:党委|团委|党总支|党支部|工会|纪委|团支部)")
_INNER_OWNERS = ("院", "校", "司")
# Of an article of a school, what may belong to any kind belongs to the school.
_ON_CAMPUS = frozenset("校系警")
_UNIVERSITY = re.compile(".{2,12}?大学(?!生|.*(?:医院|中学|小学))")
_SHORT_UNIVERSITY = re.compile("[^全省市县区]{1,3}[农工师科矿医交]大")
# A company may be known by its mark alone, which is short and does not end like a body of another kind.
_MARK = re.compile(f"[^省市县区州]{{2,4}}(?<!{alternation(NO_MARK_ENDS)})")
_NO_UNIT = re.compile(f"{alternation(NO_UNIT_HEADS)}|.*[·《]|.+(?:大学|公司|集团|医院|学校|中学|小学).")


def unit_of(names: Sequence[str], gazetteer: Gazetteer) -> Mapping[str, str]:
    """心内科, 教务处: departments of the one body of their kind that the article speaks of most."""
    hosts = Hosts(names)
    renamed: dict[str, str] = {}
    known = frozenset(names)
    for name in dict.fromkeys(names):
        own = _OWN.match(name)
        kinds = _owners(name, gazetteer, campus=hosts.campus)
        host = hosts.most_named((_OWN_KINDS[own[1]],) if own else kinds)
        if host and not name.startswith(host[:2]):
            renamed[name] = host + (name[own.end() :] if own else name)
        elif own and own[1] == "学校" and "校" + name[2:] in known:
            renamed[name] = "校" + name[2:]
    return renamed


class Hosts:
    """The bodies of an article that may have departments."""

    def __init__(self, names: Sequence[str]) -> None:
        """`names` are those of all bodies, once for each time."""
        counts = Counter(names)
        # Whether the article is one of a school, which names its own departments without it.
        self.campus = any(name.startswith(("校", "学校")) or name.endswith("学院") for name in counts)
        # A university that is not named itself counts by two of its departments.
        departments = Counter(map(university, counts))
        unnamed = [host for host, number in departments.items() if host and number > 1]
        self._weights = dict.fromkeys(filter(_is_host, (*unnamed, *counts)), 0)
        for name, count in counts.items():
            for head in (name[:size] for size in range(2, len(name) + 1)):
                if head in self._weights:
                    self._weights[head] += count
        self._of_kind = cache(self._find)

    def most_named(self, kinds: Sequence[str]) -> str:
        """The body that the article speaks of most, of the first of the kinds that has such a one."""
        return next(filter(None, map(self._of_kind, kinds)), "")

    def _find(self, kind: str) -> str:
        owners = {host: weight for host, weight in self._weights.items() if _is_of(kind, host)}
        most = max(owners.values(), default=0)
        best = [host for host, weight in owners.items() if weight == most]
        alone = len(owners) == 1 and (self.campus or kind == "院")
        return best[0] if len(best) == 1 and (alone or most >= _LEAST_WEIGHT) else ""


def university(name: str) -> str | None:
    """The university of which a body is: 江北大学 for 江北大学文学院; None where it says none."""
    match = _UNIVERSITY.match(name)
    return match[0] if match else None


def _is_host(name: str) -> bool:
    """Whether a name says which body it is: no 学校党委, 县医院."""
    if _SHORT_UNIVERSITY.fullmatch(name) or _MARK.fullmatch(name):
        return True
    return len(name) > 3 and not _OWN.match(name) and not is_elliptic(name)


def _is_of(kind: str, host: str) -> bool:
    if kind == "校" and _SHORT_UNIVERSITY.fullmatch(host):
        return True
    if kind == "司" and _MARK.fullmatch(host):
        return True
    return host.endswith(HOST_KINDS[kind])


def _owners(name: str, gazetteer: Gazetteer, *, campus: bool) -> tuple[str, ...]:
    """The kinds of the bodies that a bare unit may belong to: 院 for 心内科; none for other names."""
    if is_elliptic(name) or len(name) > _LONGEST_UNIT or name in MINISTRIES or _NO_UNIT.match(name):
        return ()
    if split_area(name, gazetteer)[0] or gazetteer.lookup_above_towns(name[:2]):
        return ()
    if any(name[:size] in COUNTRIES for size in range(2, 5)):
        return ()
    tails = (kinds for tail, kinds in UNIT_OWNERS.items() if name.removesuffix("（筹）").endswith(tail))
    kinds = _INNER_OWNERS if _INNER.match(name) else next(tails, ())
    return tuple(kind for kind in kinds if not campus or kind in _ON_CAMPUS or len(kinds) == 1)
