"""partOf: A隶属于B, B下属的A, A是B的子公司."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kg.language.text import alternation
from kg.linker.lexicon import BELONG_VERBS, OWNING_WORDS, PART_WORDS
from kg.linker.relations.agents import done, nearest
from kg.linker.relations.claims import around, each
from kg.linker.sentences.clauses import Scene, Sentence
from kg.linker.sentences.masking import ORGANISATION, Mark
from kg.linker.sentences.rows import named
from kg.model.records import Claim

# 下属的A、B和C: C may stand by itself, or with what follows (C下属的…).
_PARTS = f"(?P<parts>{ORGANISATION}(?:、{ORGANISATION})*)"
_PART = alternation(PART_WORDS)
_BELONGS = re.compile(
    rf"(?<!不)(?<!曾){alternation(BELONG_VERBS)}(?P<whole>{ORGANISATION})(?=[，。；、]|的?管理|$)"
)
_OWNS = re.compile(rf"(?P<whole>{ORGANISATION}|其){alternation(OWNING_WORDS)}(?:有|的)?{_PARTS}")
_IS_PART = re.compile(
    rf"(?:均为|都是|现为|系|是|为)(?P<whole>{ORGANISATION})的?(?:全资|控股|直属|重要|主要|核心)*{_PART}(?=[，。；]|之一|$)"
)
_NAMED_PART = re.compile(rf"(?P<whole>{ORGANISATION})的?(?:全资|控股|直属)*{_PART}{_PARTS}")


def belongs(scene: Scene) -> Iterator[Claim]:
    """A隶属于B; A、B是C的子公司."""
    for pattern in (_BELONGS, _IS_PART):
        for sentence, clause, match in done(scene, pattern):
            parts = [mark for mark in nearest(sentence, clause, match.start()) if mark.type == "Organisation"]
            whole = named(sentence.canvas, match.span("whole"))
            yield from each(sentence, parts, "partOf", whole, (clause.start, match.end()), 0.9, "belongs")


def has_part(scene: Scene) -> Iterator[Claim]:
    """B下属的A; B子公司A; 其下设的A, of the body last told of: that A is part of B is presupposed."""
    for pattern in (_OWNS, _NAMED_PART):
        for sentence, clause in scene.clauses():
            for match in pattern.finditer(sentence.code, clause.start, clause.end):
                whole = named(sentence.canvas, match.span("whole")) or _last_told_of(sentence, match.start())
                parts = named(sentence.canvas, match.span("parts"))
                for body in whole:
                    span = around(sentence, match.span(), body)
                    yield from each(sentence, parts, "partOf", [body], span, 0.9, "has-part")


def _last_told_of(sentence: Sentence, index: int) -> list[Mark]:
    """What 其 at code[index] stands for: the body that the sentence was about before."""
    own = (clause.subjects for clause in sentence.clauses if not clause.inherited)
    bodies = [mark for at, mark in chain.from_iterable(own) if at < index and mark.type == "Organisation"]
    return bodies[-1:]


RULES = (belongs, has_part)
