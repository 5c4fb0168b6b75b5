"""The linker's words, from `lexicon.toml` and `relations.toml`, and the patterns that several rules share."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from itertools import chain
from typing import Any

from kg.language.text import alternation
from kg.model.records import Predicate


def _tables(name: str) -> dict[str, Any]:
    return tomllib.loads(files("kg.linker").joinpath(name).read_text("utf-8"))


_TABLES, _RELATIONS = _tables("lexicon.toml"), _tables("relations.toml")


def _words(name: str) -> tuple[str, ...]:
    return tuple(_TABLES[name].split())


def words_of(predicate: Predicate, name: str) -> tuple[str, ...]:
    """A list of words of a relation; KeyError where `relations.toml` has no list of that name for it."""
    return tuple(_RELATIONS[predicate][name].split())


def verbs_of(*predicates: Predicate) -> tuple[str, ...]:
    """The verbs of some relations together."""
    return tuple(chain.from_iterable(words_of(predicate, "verbs") for predicate in predicates))


# The verbs of all relations that have any.
RELATION_VERBS = tuple(chain.from_iterable(t["verbs"].split() for t in _RELATIONS.values() if "verbs" in t))
# What an event does when it takes place: 举行, 开幕.
TAKE_PLACE = words_of("heldAt", "takes_place")


AREA_LEVELS: dict[str, str] = _TABLES["area_levels"]
NO_AREAS = _words("no_areas")
SITE_HEADS = _words("site_heads")
REGIONS = frozenset(_words("regions"))
KNOWN_PLACES: dict[str, str] = _TABLES["known_places"]

KNOWN_BODIES: dict[str, str] = _TABLES["known_bodies"]
MINISTRIES = frozenset(_words("ministries"))
PARTY_ORGANS = _words("party_organs")
COURTS: dict[str, str] = _TABLES["courts"]
OWN_ENDINGS = {head: tuple(endings.split()) for head, endings in _TABLES["own_endings"].items()}
KINDS: tuple[str, ...] = tuple(_TABLES["kinds"]["words"].split())
AREA_OFFICES = frozenset(_words("area_offices"))
STATE_BODY = re.compile(alternation(_words("state_bodies")))
SERVICES = frozenset(_words("services"))
HOST_KINDS = {kind: tuple(endings.split()) for kind, endings in _TABLES["host_kinds"].items()}
UNIT_OWNERS = {
    tail: tuple(kinds.split()) for kinds, tails in _TABLES["unit_owners"].items() for tail in tails.split()
}
NO_MARK_ENDS = _words("no_mark_ends")
NO_UNIT_HEADS = _words("no_unit_heads")
# Bare names of area bodies that stand without their level in a chain (市委、政府; 区政法委、发改委).
BARE_AREA_BODY = re.compile(
    r"^(?:人民)?(?:政府|人大|政协|人大常委会|纪委|监委|法院|检察院|公安局|总工会|团委|妇联|科协|残联|工商联|红十字会)$"
    r"|^.{1,8}(?:局|委|办|办公室)$|^.{2,6}医院$"
)

MEETING_HEADS = _words("meeting_heads")
CEREMONY_HEADS = _words("ceremony_heads")
ACTIVITY_HEADS = _words("activity_heads")
EVENT_HEADS = MEETING_HEADS + CEREMONY_HEADS + ACTIVITY_HEADS
BARE_HEADS = _words("bare_heads")
DETERMINERS = _words("determiners")
EVENT_VERBS = _words("event_verbs")
AFTER_BARE_HEADS = _words("after_bare_heads")
NOT_A_HEAD_BEFORE = _words("not_a_head_before")
GENERIC_MODIFIERS = _words("generic_modifiers")
EVENT_LEFT_STOPS = _words("event_left_stops")
STOP_INSIDE = _words("stop_inside")
STRONG_HEADS = _words("strong_heads")

SAY_VERBS = _words("say")
MANNERS = _words("manners")
OTHER_VERBS = _words("other_verbs")
NONFACTUAL = _words("nonfactual")
REPRESENTATIVES = _words("representatives")
PREPOSITIONS = _words("prepositions")
PREPOSITION_ENDS = _words("preposition_ends")
AUSPICES = _words("auspices")
TIME_WORDS = _words("time_words")
ADVERBS = _words("adverbs")

# Committees inside a body.
COMMITTEE_TAIL = re.compile(r"(?:机关)?(?:党委|党组|党总支|党支部|纪委|团委)$")
# Titles, and the endings of the bodies that have such a post: 院长 alone, in an article on one 学院.
TITLE_BODY_ENDINGS = (
    (re.compile(r"院长$|院务委员$"), ("学院", "医院", "研究院", "法院", "设计院", "院")),
    (
        re.compile(r"校长(?:助理)?$|班主任$|辅导员$|教务"),
        ("学校", "大学", "中学", "小学", "学院", "党校", "中", "附小", "一小", "初"),
    ),
    (
        re.compile(r"董事长|经理$|总裁|厂长$|总监$|董事$|总工程师$"),
        ("公司", "集团", "厂", "企业", "酒店", "商城", "银行"),
    ),
    (re.compile(r"局长$"), ("局",)),
    (re.compile(r"会长$|理事"), ("协会", "商会", "学会", "联合会")),
    (re.compile(r"支队长$|参谋长$|政委$|政治委员$"), ("支队", "总队", "旅", "团")),
    (re.compile(r"大队长$|教导员$"), ("大队",)),
    (re.compile(r"中队长$|指导员$"), ("中队",)),
    (re.compile(r"(?<![支大中])队长$"), ("队",)),
)
