"""Where the text names an event.

A mention runs from the first character of the name to its head noun (会议, 仪式,
大赛 …); a bare head (会议强调, 活动现场) names again what was named before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.language.text import alternation
from kg.linker.lexicon import (
    ACTIVITY_HEADS,
    AFTER_BARE_HEADS,
    BARE_HEADS,
    CEREMONY_HEADS,
    DETERMINERS,
    EVENT_HEADS,
    EVENT_LEFT_STOPS,
    EVENT_VERBS,
    GENERIC_MODIFIERS,
    MEETING_HEADS,
    NOT_A_HEAD_BEFORE,
    STOP_INSIDE,
    STRONG_HEADS,
    verbs_of,
)
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, PLACE, TITLE, MaskedSentence

_ORGANISE_VERBS = verbs_of("organised")
_SURVEY_VERBS = verbs_of("surveyed")
# The head that stands for a survey's verb, whichever it is.
SURVEY_HEAD = "调研"
_HEAD = re.compile(f"{alternation((*EVENT_HEADS, *BARE_HEADS))}(?!{alternation(NOT_A_HEAD_BEFORE)})")
_LEFT_STOP = re.compile(alternation(EVENT_LEFT_STOPS) + "$")
_GENERIC = re.compile(alternation(GENERIC_MODIFIERS))
_CLOSERS = {"”": "“", "’": "‘", "》": "《", "）": "（", ")": "(", "」": "「", "】": "【", "〉": "〈"}
# A longer stretch in round brackets is no part of a name: （扩大）会议, but （记者…）大会.
_ASIDE = 6
# No name begins further before its head, in symbols of the code, whatever is taken off at its left edge.
_FURTHEST = 100
_BREAKS = frozenset("，。；：！？!?,;:\n—…■▲●“‘（(「【《〈|\t")
_STOP_INSIDE = re.compile(alternation(STOP_INSIDE))
# 作专题讲座, 作了报告: a speech at some event rather than an event.
_DELIVERED = re.compile("作了?(?:题为)?$")
# A person's name within the name of a doctrine belongs to the event's name.
_DOCTRINE = re.compile("新时代|[^，。]{0,6}思想")
_CROSSABLE_DE = re.compile(r"(?:[”’》]|规划|精神|工作|思想|方案|条例|建设)的$")
# What is taken off at the left edge of a name, again and again.
_LEADING = re.compile(
    r"""^(?:
        [的了着、和及暨]
        | 全?\d{1,2}月\d{1,2}[日号]  # 6月4日座谈会
        | [一二两三四五六七八九十百数几\d]+(?:多)?[场次个项期堂轮](?:的)?  # 三场报告会
        | (?!党的)[^的“《Ⓞ\ Ⓛ]{1,4}的  # 热烈的座谈会, but not 党的二十大
        | [这那](?:[场次个届一])?
        | 首场 | 新一轮
        | 我[市省县区校院镇乡公司]?  # 我市运动会
        | 全[市省县区校院国镇]?(?=专题|首届)
    )""",
    re.VERBOSE,
)
# 召开董事会会, 党组会: the meeting of a body, called by its name.
_OF_A_BODY = re.compile(
    f"(?:召开|举行)了?(?P<name>[^，。；：{PERSON}{EVENT}]{{0,16}}[{ORGANISATION}{PLACE}]会)(?=[，。；\\s]|$)"
)
_QUOTED = re.compile(r"[“‘「][^“”‘’「」，。]{2,20}[”’」]")
_PERIOD_TAIL = re.compile(r"(?:月|周|日|节|季|行动|课堂|讲堂|夜|杯)[”’」]$")
_AFTER_ORGANISE = re.compile(alternation(_ORGANISE_VERBS) + r"了?(?:[“‘「][^”’」]{1,20}[”’」][、和及])*$")
_AFTER_QUOTED = re.compile("[、，。等和]|$")
_AND_OTHERS = re.compile("等[^，。；]{0,24}活动")
_AFTER_SURVEY = re.compile(f"^{alternation(_SURVEY_VERBS)}")
_MEETING_WORD = re.compile(r"(?:^|(?<=[，。；：！？\s在]))会(?=[上前后]|议?期间)")
# What points at a head, or begins its clause, stands so near.
_NEAR = 6
# A bare head names its event again where a verb or determiner points at it …
_POINTED_AT = re.compile(f"(?:{alternation(DETERMINERS)}|{alternation(EVENT_VERBS)}了?)$")
_HOST_NEAR = 30
_HELD_BY = re.compile(
    f"[{ORGANISATION}{PLACE}][^。；{PERSON}{ORGANISATION}{PLACE}{EVENT}]{{0,20}}?(?:举办|举行|召开)了?$"
)
_JOINED = re.compile("(?:出席|参加|列席|参与|陪同|主持)(?:了|本次|此次)?$")
_JOINT_ACT = re.compile("[，。；\\s]|$")
# … or at the head of a clause.
_CLAUSE_HEAD = re.compile(r"(?:^|[，。；：！？\n、“\s]|由|在|的)$")
_BARE_AFTER = re.compile(alternation(AFTER_BARE_HEADS))


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place where the text names an event."""

    start: int
    end: int
    text: str
    head: str
    bare: bool
    # Not so a bare head that may be a word like any other, unless it has an event to name again.
    sure: bool = True
    # Who holds it, where the text says so of this mention: the key of a body or area.
    host: str = ""

    @property
    def kind(self) -> str:
        """meeting, ceremony, activity or survey, by the head."""
        return kind_of(self.head)


def kind_of(head: str) -> str:
    """The broad class of a head noun."""
    if head == SURVEY_HEAD:
        return "survey"
    if head in CEREMONY_HEADS or head.endswith(("仪式", "典礼", "式")):
        return "ceremony"
    if head in ACTIVITY_HEADS:
        return "activity"
    return "meeting" if head in MEETING_HEADS or head.endswith("会") else "activity"


def find_event_mentions(masked: MaskedSentence, text: str) -> list[EventMention]:
    """The mentions of one sentence, in text order; none inside another."""
    mentions: list[EventMention] = []
    taken = len(masked.code) + 1
    for head in reversed(list(_HEAD.finditer(masked.code))):
        if head.end() > taken:
            continue
        left = _left_edge(masked.code, head.start())
        if _DELIVERED.search(masked.code[:left]):
            continue
        mention = _mention(masked, text, left, head)
        if mention:
            mentions.append(mention)
            taken = left
    mentions.extend(_short_mentions(masked, text, mentions))
    return sorted(mentions, key=lambda mention: mention.start)


def _mention(masked: MaskedSentence, text: str, left: int, head: re.Match[str]) -> EventMention | None:
    code = masked.code
    quoted = left > 0 and _CLOSERS.get(code[head.end() : head.end() + 1]) == code[left - 1]
    start, end = masked.offset(left - quoted), masked.offset(head.end() + quoted)
    name = text[start:end]
    if left == head.start() and not quoted:
        named_again = _joined_in if head.group() in BARE_HEADS else _stands_alone
        sure = named_again(code, left, head.end())
        if not sure and head.group() in BARE_HEADS:
            return None
        return EventMention(start, end, name, head.group(), bare=True, sure=sure, host=_host(masked, left))
    if (
        head.group() in BARE_HEADS
        or _GENERIC.search(name)
        or len(name) > 60
        or "\n" in name
        or (
            head.group() not in MEETING_HEADS
            and set(code[left : head.start()]) <= set("ⓁⓄ省市县区镇乡本级全我")
        )
    ):
        return None
    return EventMention(start, end, name, head.group(), bare=False, host=_host(masked, left - quoted))


def _host(masked: MaskedSentence, index: int) -> str:
    """Who holds what begins at code[index]: the last body or area before the verb."""
    match = _HELD_BY.search(masked.code, max(0, index - _HOST_NEAR), index)
    return masked.mention(match.start()).ref if match else ""


def _joined_in(code: str, start: int, end: int) -> bool:
    """Whether someone is said to take part in what a verb may mean as well: 参加座谈, 陪同会见."""
    return (
        _JOINED.search(code, max(0, start - _NEAR), start) is not None
        and _JOINT_ACT.match(code, end) is not None
    )


def _stands_alone(code: str, start: int, end: int) -> bool:
    if _POINTED_AT.search(code, max(0, start - _NEAR), start):
        return True
    head_of_clause = _CLAUSE_HEAD.search(code, max(0, start - _NEAR), start) is not None
    return head_of_clause and _BARE_AFTER.match(code, end) is not None


def _left_edge(code: str, start: int) -> int:
    """Where the name that ends in the head at `start` begins."""
    index, furthest = start, max(0, start - _FURTHEST)
    while index > furthest:
        char = code[index - 1]
        if char in _CLOSERS:
            opener = code.rfind(_CLOSERS[char], 0, index - 1)
            if opener < 0 or index - opener > (_ASIDE if char in "）)" else 60):
                break
            index = opener
            continue
        if char == PERSON and _DOCTRINE.match(code, index):
            index -= 1
            continue
        if code[index - 3 : index] == "”——":
            index -= 2
            continue
        if (
            char in _BREAKS
            or char in (PERSON, TITLE, EVENT)
            or _is_joint(code, index)
            or _stop_ends_at(code, index)
        ):
            break
        index -= 1
    if index and code[index - 1] == PERSON and (verb := _AFTER_SURVEY.match(code[index:start])):
        index += verb.end()
    while index < start and (leading := _LEADING.match(code[index:start])):
        index += leading.end()
    while index < start and code[index] == " ":
        index += 1
    return index


def _is_joint(code: str, index: int) -> bool:
    """Whether the character before `index` joins two things rather than being part of one name."""
    char, before = code[index - 1], code[: index - 1]
    if char == "、":
        return not (before[-1:] == PLACE == code[index : index + 1])
    if char in "和及" or (char == "与" and before[-1:] != "参"):
        joined = before.removesuffix("以")
        return joined.endswith((PERSON, ORGANISATION, PLACE, *STRONG_HEADS))
    if char == "的" and before.endswith("党"):
        return False
    if char == "的":
        return _CROSSABLE_DE.search(code[max(0, index - 4) : index]) is None
    return False


def _stop_ends_at(code: str, index: int) -> bool:
    match = _LEFT_STOP.search(code, max(0, index - 6), index)
    if match is None:
        return False
    if len(match.group()) > 1:
        return True
    window = max(0, index - 3)
    return not any(
        window + inside.start() < index <= window + inside.end()
        for inside in _STOP_INSIDE.finditer(code[window : index + 2])
    )


def _short_mentions(
    masked: MaskedSentence, text: str, mentions: Sequence[EventMention]
) -> list[EventMention]:
    """会 in 会上, and quoted names without a head noun (“职工服务月”)."""
    code, extra = masked.code, []
    for match in _MEETING_WORD.finditer(code):
        start = masked.offset(match.start())
        extra.append(EventMention(start, start + 1, "会", "会", bare=True))
    for match in _OF_A_BODY.finditer(code):
        start, end = masked.offset(match.start("name")), masked.offset(match.end("name"))
        extra.append(EventMention(start, end, text[start:end], "会", bare=False))
    for match in _QUOTED.finditer(code):
        start, end = masked.offset(match.start()), masked.offset(match.end())
        inside = any(mention.start < end and start < mention.end for mention in mentions)
        named = _PERIOD_TAIL.search(match.group()) or (
            (_AFTER_ORGANISE.search(code[: match.start()]) and _AFTER_QUOTED.match(code, match.end()))
            or _AND_OTHERS.match(code, match.end())
        )
        if named and not inside:
            extra.append(EventMention(start, end, text[start:end], "活动", bare=False))
    return extra
