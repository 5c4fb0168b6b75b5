"""Helpers that the relation rules share: objects after a verb, claims with their evidence."""

from __future__ import annotations

import re

from kg.linker.canvas import EVENT, ORGANISATION, PERSON, PLACE, Canvas, Mark
from kg.linker.scene import Sentence
from kg.records import Claim, Predicate

_EVENT_LIST = re.compile(f"{EVENT}(?:(?:以及|、|，|和|及|与|暨){{1,2}}{EVENT})*")
_RELATIVE = re.compile("(?:举行|举办|召开|主办|承办|组织|开展)的[^的]{0,6}$")
_AGENTS = rf"[{PERSON}{ORGANISATION}{PLACE}]"
AGENT_LIST = rf"(?:{_AGENTS}(?:等)?[、，和与及]{{0,2}}(?:以及|联合)?)*{_AGENTS}(?:等[^，。；由]{{0,12}})?"


def claim(
    sentence: Sentence | Canvas,
    subject: Mark,
    predicate: Predicate,
    target: Mark,
    span: tuple[int, int],
    sure: float,
    rule: str,
) -> Claim:
    """A claim whose evidence is code[span] of the sentence, without the punctuation around it."""
    canvas = sentence if isinstance(sentence, Canvas) else sentence.canvas
    code = canvas.code
    start, end = span
    while end > start and code[end - 1] in "，。；：、！？\n ":
        end -= 1
    while start < end and code[start] in "，。；：、！？\n ":
        start += 1
    return Claim(subject.ref, predicate, target.ref, canvas.offset(start), canvas.offset(end), sure, rule)


def events_after(sentence: Sentence, start: int, end: int, reach: int = 14) -> list[Mark]:
    """The event or events that begin in code[start:end] after a verb, at most `reach` characters away.

    A clause of its own may stand before the event (出席A举行的晚宴): then the reach is longer.
    """
    match = _EVENT_LIST.search(sentence.code, start)
    if match is None or match.start() >= end:
        return []
    between = sentence.code[start : match.start()]
    if re.search(r"[，。；：]", between) or (len(between) > reach and not _RELATIVE.search(between)):
        return []
    return [mark for _, mark in sentence.canvas.marks(*match.span(), types=EVENT)]
