"""organised: 举办, 主办, 承办, 协办, 召开, 开展 …, active, passive, and with the event named before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.lexicon import ORGANISE_VERBS
from kg.linker.relations.agents import AGENT_LIST, joined
from kg.linker.relations.claims import claim, event_of_passive, events_after
from kg.linker.sentences.clauses import Clause, Scene, is_unreal
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, PLACE, Mark
from kg.model.records import Claim

_VERB = re.compile(
    rf"(?<!主持)(?!(?<=[党团队会级类各])组织){alternation(ORGANISE_VERBS)}(?!单位|方|的|者)了?"
)
_WHICH_HELD = re.compile(
    rf"(?P<agent>[{PERSON}{ORGANISATION}{PLACE}])[^，。；{PERSON}{ORGANISATION}{PLACE}{EVENT}]{{0,26}}?{alternation(ORGANISE_VERBS)}的[^，。；]{{0,8}}?(?P<event>{EVENT})"
)
_HOSTED = "(?:共同|联合|具体|负责|牵头|组织)*(?:主办|承办|协办|组织|举办|发起|召集|召开|举行|开展)"
_HOSTS = re.compile(f"(?P<agents>{AGENT_LIST}){_HOSTED}")
# Who guides an event stands before its hosts: 由A指导，B主办，C承办.
_BY = re.compile(f"由(?:{AGENT_LIST}(?:具体|共同|联合)?指导[，、；])?(?=(?P<agents>{AGENT_LIST}){_HOSTED})")
_WHERE = re.compile("[在于][^，。；]{0,8}$")


def _organisers(clause: Clause) -> list[Mark]:
    bodies = [m for _, m in clause.subjects if m.type == "Organisation"]
    return bodies or [m for _, m in clause.subjects]


def organised(scene: Scene) -> Iterator[Claim]:
    """A举办大赛; A联合B开展活动; the subject may stand in an earlier clause."""
    for sentence, clause, verb in scene.asserted(_VERB):
        for event in events_after(sentence, verb.end(), clause.end, reach=30):
            for mark in (*_organisers(clause), *joined(sentence, clause, verb.start())):
                yield claim(sentence, mark, "organised", event, (clause.start, clause.end), 0.9, "organised")


def organised_passive(scene: Scene) -> Iterator[Claim]:
    """由A主办、B承办的大赛; 大赛由A主办，B承办，C协办."""
    for sentence in scene.sentences:
        for first in _BY.finditer(sentence.code):
            hosts = first.end("agents")
            event = event_of_passive(scene, sentence, first.start(), hosts)
            if event is None or is_unreal(sentence.code, 0, first.start()):
                continue
            position = first.end()
            while match := _HOSTS.match(sentence.code, position):
                for _, mark in sentence.canvas.marks(*match.span("agents")):
                    yield claim(
                        sentence,
                        mark,
                        "organised",
                        event,
                        (first.start(), match.end()),
                        0.95,
                        "organised-passive",
                    )
                position = match.end()
                while position < len(sentence.code) and sentence.code[position] in "、，；由和":
                    position += 1


def organised_relative(scene: Scene) -> Iterator[Claim]:
    """A举办的晚宴: the nearest name before the verb, unless it is where the event was held."""
    for sentence in scene.sentences:
        for match in _WHICH_HELD.finditer(sentence.code):
            agent = sentence.canvas.mark(match.start("agent"))
            if _WHERE.search(sentence.code, 0, match.start()):
                continue
            event = sentence.canvas.mark(match.start("event"))
            yield claim(sentence, agent, "organised", event, match.span(), 0.85, "organised-relative")


RULES = (organised_passive, organised_relative, organised)
