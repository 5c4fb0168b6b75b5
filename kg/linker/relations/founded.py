"""founded: A创办B, 由A发起成立B, B由A创建, A创立的B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.lexicon import FOUND_VERBS
from kg.linker.relations.agents import doers, done, nearest
from kg.linker.relations.claims import each
from kg.linker.sentences.clauses import Scene
from kg.linker.sentences.masking import ORGANISATION
from kg.linker.sentences.rows import ANYONE, list_of, named, row_then, whole
from kg.model.records import Claim

_FOUND = rf"(?:发起|牵头|出资|合资|共同|联合|揭牌|筹备|投资){{0,4}}{alternation(FOUND_VERBS)}"
_WHEN = r"(?:于?(?:\d{4}年)(?:\d{1,2}月)?(?:\d{1,2}日)?)?"
_BODIES = f"(?P<bodies>{list_of(ORGANISATION)})"
# 成立Ⓞ党支部, 成立Ⓞ20周年 are not the founding of that body.
_WHOLE = r"(?=[，。；、：（\s”]|并|以来|$)"

_FOUNDED = re.compile("(?<!决定)" + row_then(f"{_FOUND}了?{_BODIES}", _WHOLE))
_BY = f"(?P<founders>{list_of(ANYONE)})"
_FOUNDED_BY = re.compile(rf"由{_BY}{_WHEN}{_FOUND}(?:于|[，。；]|而成|$)")
# 的A、B和C: C may stand by itself.
_WHICH = re.compile(row_then(_BY, f"{_WHEN}{_FOUND}的(?P<bodies>{ORGANISATION}(?:、{ORGANISATION})*)"))


def founded(scene: Scene) -> Iterator[Claim]:
    """A创办B; A、B共同组建C."""
    for sentence, clause, match in done(scene, _FOUNDED):
        founders = doers(sentence, clause, match.start())
        bodies = named(sentence.canvas, match.span("bodies"))
        yield from each(sentence, founders, "founded", bodies, (clause.start, match.end()), 0.85, "founded")


def founded_passive(scene: Scene) -> Iterator[Claim]:
    """B由A于2009年发起成立."""
    for sentence, clause, match in done(scene, _FOUNDED_BY):
        before = nearest(sentence, clause, match.start())
        bodies = [mark for mark in before if mark.type == "Organisation"]
        founders = named(sentence.canvas, match.span("founders"))
        yield from each(
            sentence, founders, "founded", bodies, (clause.start, match.end()), 0.9, "founded-passive"
        )


def founded_relative(scene: Scene) -> Iterator[Claim]:
    """由A、B发起成立的C; A创立的D: that it was founded is presupposed."""
    for sentence in scene.sentences:
        for match in whole(_WHICH, sentence.code):
            founders, bodies = (named(sentence.canvas, match.span(name)) for name in ("founders", "bodies"))
            yield from each(sentence, founders, "founded", bodies, match.span(), 0.9, "founded-relative")


RULES = (founded, founded_passive, founded_relative)
