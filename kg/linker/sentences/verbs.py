"""How the rules see each verb of a relation: who does it, and whether it is stated as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.text import alternation
from kg.linker.lexicon import (
    APPOINT_VERBS,
    ATTEND_VERBS,
    AWARD_VERBS,
    BELONG_VERBS,
    FOUND_VERBS,
    GIVE_VERBS,
    MEET_VERBS,
    ORGANISE_VERBS,
    PRESIDE_VERBS,
    SIGN_VERBS,
    SPEAK_VERBS,
    SURVEY_VERBS,
)
from kg.linker.sentences.clauses import Scene, acting, unreal_by

_VERBS = (
    *APPOINT_VERBS,
    *ATTEND_VERBS,
    *AWARD_VERBS,
    *BELONG_VERBS,
    *FOUND_VERBS,
    *GIVE_VERBS,
    *MEET_VERBS,
    *ORGANISE_VERBS,
    *PRESIDE_VERBS,
    *SIGN_VERBS,
    *SPEAK_VERBS,
    *SURVEY_VERBS,
)
# 调研组, 考察团 are who goes, and no verbs.
_VERB = re.compile(f"{alternation(_VERBS)}(?![组团队员])")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a relation at [start, end) of the text.

    `subjects` are the entities that do it, `carried` over from an earlier clause or standing in its own;
    `unreal_by` is the word that makes it a plan, a demand, a doubt or a denial.
    """

    start: int
    end: int
    subjects: tuple[str, ...]
    carried: bool
    unreal_by: str | None


def verbs(scene: Scene) -> Iterator[Verb]:
    """Every verb of a relation, in the order of the text."""
    for sentence, clause in scene.clauses():
        code = sentence.code
        for match in _VERB.finditer(code, clause.start, clause.end):
            yield Verb(
                sentence.canvas.offset(match.start()),
                sentence.canvas.offset(match.end()),
                tuple(mark.ref for _, mark in acting(code, clause, match.start())),
                clause.inherited,
                unreal_by(code, clause.start, match.start(), inherited=clause.inherited),
            )
