"""presidesOver: 主持, 主持召开, 由…主持, 在…主持下."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.text import alternation
from kg.linker.lexicon import PRESIDE_VERBS
from kg.linker.relations.claims import claim, events_after
from kg.linker.sentences.clauses import Scene, acting
from kg.linker.sentences.masking import ORGANISATION, PERSON, Mark
from kg.model.records import Claim

_VERB = re.compile(alternation(PRESIDE_VERBS) + "了?(?!人)")
_PASSIVE = re.compile(f"(?:由|在)(?P<agent>[{PERSON}{ORGANISATION}])(?:同志)?主持")


def presided(scene: Scene) -> Iterator[Claim]:
    """A主持会议, A主持召开座谈会."""
    for sentence, clause, verb in scene.asserted(_VERB):
        if _PASSIVE.search(sentence.code, clause.start, verb.end()):
            continue
        events = events_after(sentence, verb.end(), clause.end)
        context = None if events else scene.event_before(sentence, verb.start())
        for mark in _nearest(sentence.code, acting(sentence.code, clause, verb.start())):
            for event in events or ([context] if context else []):
                yield claim(
                    sentence, mark, "presidesOver", event, (clause.start, clause.end), 0.95, "presided"
                )


def presided_passive(scene: Scene) -> Iterator[Claim]:
    """会议由A主持; 在A主持下."""
    for sentence in scene.sentences:
        for match in _PASSIVE.finditer(sentence.code):
            agent = sentence.canvas.mark(match.start("agent"))
            after = events_after(sentence, match.end(), len(sentence.code), reach=6)
            event = after[0] if after else scene.event_before(sentence, match.start())
            if event:
                yield claim(
                    sentence, agent, "presidesOver", event, (0, match.end()), 0.95, "presided-passive"
                )


def _nearest(code: str, subjects: Sequence[tuple[int, Mark]]) -> list[Mark]:
    """The last person named before the verb, and who is joined to that one: few preside together."""
    chosen: list[tuple[int, Mark]] = []
    for index, mark in reversed(subjects):
        if mark.type == "Person" and (not chosen or code[index + 1 : chosen[-1][0]] in ("、", "和", "与")):
            chosen.append((index, mark))
    return [mark for _, mark in chosen]


RULES = (presided, presided_passive)
