"""Events: which mentions mean the same one.

A shorter form or a bare head names again what was named before. Which events an
article keeps is decided by its relations.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from kg.linker.events.mentions import EventMention

_MARKS = re.compile(r"[“”‘’「」\s]")


def _plain(name: str) -> str:
    return _MARKS.sub("", name)


def _within(short: str, full: str) -> bool:
    """Whether `short` is `full` with characters left out."""
    rest = iter(full)
    return all(char in rest for char in short)


# Parts of a larger event: 闭幕会 is not the congress that it closes.
_PARTS = frozenset(
    {
        "开幕会",
        "闭幕会",
        "开幕式",
        "闭幕式",
        "颁奖仪式",
        "启动仪式",
        "结业式",
        "开班式",
        "签约仪式",
        "揭牌仪式",
    }
)
_COMPATIBLE = {
    "会议": {"meeting", "ceremony"},
    "会": {"meeting", "ceremony"},
    "大会": {"meeting", "ceremony"},
    "活动": {"activity", "ceremony", "meeting"},
    "仪式": {"ceremony"},
    "典礼": {"ceremony"},
}


def _may_repeat(bare: EventMention, full: EventMention) -> bool:
    """Whether a bare head can stand for a fuller mention."""
    if bare.head in _PARTS:
        return full.text.endswith(bare.head)
    if len(bare.head) > 2 and _within(bare.head, full.text):
        return True
    if full.text.endswith(bare.head) or bare.head in full.text:
        return True
    if bare.head in ("比赛", "赛事", "大赛", "竞赛"):
        return full.head.endswith(("赛", "比武", "运动会")) or "赛" in full.head
    allowed = _COMPATIBLE.get(bare.head)
    if bare.head == "活动" and full.kind == "meeting":
        return full.head in ("沙龙", "论坛", "运动会", "晚会", "音乐会", "招聘会", "宣讲会")
    return full.kind in allowed if allowed else False


# How much of the shorter name a headline shares with the text's.
_ALIKE = 0.7


def _same(short: EventMention, full: EventMention) -> bool:
    """Whether a mention is a shorter form of another: its characters in order, and a head that fits."""
    a, b = _plain(short.text), _plain(full.text)
    if short.head in _PARTS or full.head in _PARTS:
        fits = short.head == full.head
    else:
        fits = short.head == full.head or full.text.endswith(short.head) or _within(short.head, full.head)
        fits = fits or (short.head in _COMPATIBLE and _may_repeat(short, full))
    return fits and len(a) <= len(b) and _within(a, b) and not _of_others(short, [full])


def _of_others(mention: EventMention, group: Sequence[EventMention]) -> bool:
    """Whether others hold what the mention names than the group: A举办培训班。B举办培训班。

    What has a name in quotation marks is one, whoever holds it.
    """
    hosts = {other.host for other in group if other.host}
    return bool(mention.host and hosts) and mention.host not in hosts and "“" not in mention.text


def _alike(short: EventMention, full: EventMention) -> bool:
    """Whether a headline and the text name one event: by the same head, with most of the characters."""
    a, b = Counter(_plain(short.text)), Counter(_plain(full.text))
    return short.head == full.head and (a & b).total() >= _ALIKE * min(a.total(), b.total())


def _with_headline(groups: Sequence[list[EventMention]], body: int) -> list[list[EventMention]]:
    """The groups, the first of the headline alone joined with the first of the text that it is like."""
    told = sorted((group for group in groups if max(m.start for m in group) >= body), key=_begins)
    headed = sorted((group for group in groups if max(m.start for m in group) < body), key=_begins)
    home = next((group for group in told if headed and _alike(headed[0][0], group[0])), None)
    if home is None:
        return [*told, *headed]
    home.extend(headed[0])
    return [*told, *headed[1:]]


def _begins(group: Sequence[EventMention]) -> int:
    return group[0].start


def group_mentions(mentions: Iterable[EventMention], body: int = 0) -> list[list[EventMention]]:
    """Mentions of the same event together, each group in text order; `body` is where the headline ends."""
    ordered = list(mentions)
    groups = _with_headline(_groups(mention for mention in ordered if not mention.bare), body)
    named = _NamedEvents([tuple(members) for members in groups])
    loose: dict[str, list[list[EventMention]]] = {}
    for mention in (n for n in ordered if n.bare):
        position = named.repeated(mention)
        if position is not None and not _of_others(mention, groups[position]):
            groups[position].append(mention)
        elif mention.sure:
            unnamed = loose.setdefault(mention.head if mention.head in _PARTS else mention.kind, [])
            if not unnamed or _of_others(mention, unnamed[-1]):
                unnamed.append([])
            unnamed[-1].append(mention)
    groups.extend(chain.from_iterable(loose.values()))
    return sorted((sorted(g, key=lambda n: n.start) for g in groups), key=lambda g: g[0].start)


def _groups(full: Iterable[EventMention]) -> list[list[EventMention]]:
    """The groups of mentions that are not bare, the fullest mention of each first."""
    groups: list[list[EventMention]] = []
    # A fuller mention has all characters of a shorter one: the groups by those of their first.
    by_character: dict[str, list[int]] = {}
    for mention in sorted(full, key=lambda n: (-len(_plain(n.text)), n.start)):
        characters = _plain(mention.text)
        fuller = min((by_character.get(c, []) for c in characters), key=len, default=[])
        home = next((number for number in fuller if _same(mention, groups[number][0])), None)
        if home is None:
            for character in frozenset(characters):
                by_character.setdefault(character, []).append(len(groups))
            groups.append([mention])
        else:
            groups[home].append(mention)
    return groups


class _NamedEvents:
    """Events that are named in full, for the bare heads that name them again."""

    def __init__(self, groups: Sequence[Sequence[EventMention]]) -> None:
        self._groups = groups
        self._ends: dict[str, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}

    def repeated(self, bare: EventMention) -> int | None:
        """The event that a bare head names again: the last one before it that fits, the same head first."""
        if bare.head not in self._ends:
            self._ends[bare.head] = self._fitting(bare)
        for ends in self._ends[bare.head]:
            if before := bisect_right(ends, (bare.start, len(self._groups))):
                return ends[before - 1][1]
        return None

    def _fitting(self, bare: EventMention) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """(end of a mention, event) of the events that the head fits: those that have it, and the others."""
        same: list[tuple[int, int]] = []
        other: list[tuple[int, int]] = []
        for number, members in enumerate(self._groups):
            if any(_may_repeat(bare, member) for member in members):
                ends = same if any(member.head == bare.head for member in members) else other
                ends.extend((member.end, number) for member in members)
        return sorted(same), sorted(other)
