"""Whether the text states something as a fact, or plans it, asks for it, doubts it or denies it."""

from __future__ import annotations

import re

from kg.language.text import alternation
from kg.linker.lexicon import NONFACTUAL, SAY_VERBS
from kg.linker.sentences.clauses import Clause, Sentence

# A plan that has a name (推广计划试点) is no plan to do what is said.
_NONFACTUAL = re.compile(alternation(NONFACTUAL) + "(?<!计划(?=[试”》项]))")
# 要 as must, not in 主要, 要求, 要闻.
_MODAL = re.compile("(?<![主重需首摘纪必只])要(?![求闻素点件案塞道领])")
_WISH = re.compile("希望|建议|呼吁|号召|倡议|要求(?=[，各全：])")
_REPORTED = re.compile(alternation(SAY_VERBS) + "[，：:“]")
# What will be done (将签署), and what was not (未签署); 不断, 不久前 and the like deny nothing.
_NOT_DONE = re.compile(
    "将|未(?!来)|不(?![久仅断但少同])|拒绝|有望|期待|等待|待到|呼吁|号召|倡议|敦促|要求|决定于"
)


def is_nonfactual(code: str, start: int, verb: int, *, inherited: bool = False) -> bool:
    """Whether what a verb says is planned, asked for, doubted or denied rather than stated."""
    return nonfactual_cue(code, start, verb, inherited=inherited) is not None


def nonfactual_cue(code: str, start: int, verb: int, *, inherited: bool = False) -> str | None:
    """The word that makes what a verb says a plan, a demand, a doubt or a denial (计划, 要, 会议强调，).

    `start` is where its clause begins. Reported speech without a subject of
    its own (会议强调，…开展…) asks more often than it tells.
    """
    match = (
        _NONFACTUAL.search(code, start, verb)
        or _MODAL.search(code, start, verb)
        or _WISH.search(code, 0, start)
        or (_REPORTED.search(code, 0, start) if inherited else None)
    )
    return match.group() if match else None


def is_not_done(sentence: Sentence, clause: Clause, verb: int) -> bool:
    """Whether what the verb at code[verb] says is not yet done, or not at all."""
    start = 0 if clause.inherited else clause.start
    return (
        is_nonfactual(sentence.code, start, verb, inherited=clause.inherited)
        or _NOT_DONE.search(sentence.code, clause.start, verb) is not None
    )
