"""surveyed: field visits, and who was visited: 到A调研, 走访慰问B, 先后到C、D, 对E开展督查."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.linker.canvas import ORGANISATION, PLACE, Mark
from kg.linker.lexicon import SURVEY_VERBS, alternation
from kg.linker.relations.stating import claim
from kg.linker.scene import Scene, Sentence, actors, is_unreal
from kg.records import Claim

_SURVEY = alternation(SURVEY_VERBS)
_GO = r"(?:先后|分别|专程|随后|又|再|还)?(?:来到|前往|奔赴|赶赴|深入|走进|到|赴|莅临|来)"
_TARGET = f"[{PLACE}{ORGANISATION}]"
_TARGETS = rf"(?P<targets>{_TARGET}(?:[^，。；：ⓅⓋ]{{0,12}}?[、，和与及]?(?:以及)?{_TARGET})*)"
_GO_AND_SURVEY = re.compile(rf"{_GO}[^，。；Ⓟ]{{0,6}}?{_TARGETS}[^，。；Ⓟ]{{0,14}}?(?:，[^，。；]{{0,10}})?{_SURVEY}")
_SURVEY_OF = re.compile(rf"{_SURVEY}(?:了)?(?:[^，。；：、ⓅⓋ]{{0,8}}?){_TARGETS}")
_DIRECTED_AT = re.compile(rf"对{_TARGETS}[^。；]{{0,25}}?(?:进行|开展)了?[^，。；]{{0,10}}?(?:{_SURVEY}|评估|检查)")
_STOPS = re.compile(rf"(?:先后|分别|依次|随后|还|首先|又){_GO.replace('(?:先后|分别|专程|随后|又|再|还)?', '')}{_TARGETS}")
_TEAM = re.compile(r"(?:调研组|检查组|督查组|督导组|考察组|考察团|考核组|验收组|慰问组|代表团|参观团|调研团|一行|工作组)")


def surveyed(scene: Scene) -> Iterator[Claim]:
    """A到B调研; A走访慰问B; A对B开展督查."""
    for sentence, clause in scene.clauses():
        for pattern, sure, rule in (
            (_GO_AND_SURVEY, 0.9, "went-and-surveyed"),
            (_DIRECTED_AT, 0.85, "survey-directed-at"),
            (_SURVEY_OF, 0.8, "surveyed-what"),
        ):
            for match in pattern.finditer(sentence.code, clause.start, clause.end):
                if is_unreal(sentence.code, clause.start, match.start()):
                    continue
                for mark in actors(clause.subjects):
                    for target in _targets(scene, sentence, match):
                        if target.ref != mark.ref:
                            yield claim(sentence, mark, "surveyed", target, (clause.start, clause.end), sure, rule)


def stops_on_the_way(scene: Scene) -> Iterator[Claim]:
    """调研组先后到A、B: the visitors are those of the survey told before."""
    visitors: list[Mark] = []
    told = list(surveyed(scene))
    for sentence, clause in scene.clauses():
        if sentence.headline:
            continue
        span = (sentence.canvas.offset(clause.start), sentence.canvas.offset(clause.end))
        here = [c for c in told if span[0] <= c.start < span[1]]
        if here:
            visitors = [m for m in actors(clause.subjects) if m.ref in {c.subject for c in here}]
        for match in _STOPS.finditer(sentence.code, clause.start, clause.end):
            team = _TEAM.search(sentence.code, 0, match.start()) or clause.inherited
            for mark in visitors if team else ():
                for target in _targets(scene, sentence, match):
                    yield claim(sentence, mark, "surveyed", target, (clause.start, clause.end), 0.85, "stops-on-the-way")


def _targets(scene: Scene, sentence: Sentence, match: re.Match[str]) -> list[Mark]:
    """The places and bodies visited; of two areas in one name the wider is only where the other lies."""
    marks = sentence.canvas.marks(*match.span("targets"), types=PLACE + ORGANISATION)
    kept: list[Mark] = []
    for (index, mark), following in zip(marks, [*marks[1:], None], strict=True):
        narrower = following is not None and following[0] == index + 1
        entity = scene.entities[mark.ref]
        if narrower and following is not None and mark.type == "Place":
            inner = scene.entities[following[1].ref]
            if entity.name.endswith("市") and inner.name.endswith(("市", "区", "县")):
                continue
        kept.append(mark)
    return kept


RULES = (surveyed, stops_on_the_way)
