"""attended: 出席, 参加, 列席, 莅临, 前往祝贺 …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.linker.lexicon import ATTEND_VERBS, alternation
from kg.linker.relations.stating import claim, events_after
from kg.linker.scene import Scene, actors, is_unreal
from kg.records import Claim

_VERB = re.compile(alternation(ATTEND_VERBS) + "了?")
_NO_EVENT_NEEDED = re.compile(r"出席|到场|见证|参会|列席|莅临|前往祝贺|亮相|参赛")


def attended(scene: Scene) -> Iterator[Claim]:
    """A、B出席会议; where the verb has no event beside it, the one last named."""
    for sentence, clause in scene.clauses():
        for verb in _VERB.finditer(sentence.code, clause.start, clause.end):
            if is_unreal(sentence.code, clause.start, verb.start()) or clause.inherited and verb.start() > clause.start + 12:
                continue
            events = events_after(sentence, verb.end(), clause.end, reach=16)
            if not events and _NO_EVENT_NEEDED.match(verb.group()):
                context = scene.event_before(sentence, verb.start())
                events = [context] if context else []
            for mark in actors(clause.subjects):
                for event in events:
                    yield claim(sentence, mark, "attended", event, (clause.start, clause.end), 0.9, "attended")


RULES = (attended,)
