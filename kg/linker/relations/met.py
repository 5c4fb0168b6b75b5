"""met: A会见B, A接见B一行, A与B举行会晤; who receives is the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.lexicon import MEET_NOUNS, MEET_VERBS
from kg.linker.relations.agents import done, is_other_side
from kg.linker.relations.claims import each
from kg.linker.sentences.clauses import Scene, acting, people
from kg.linker.sentences.masking import PERSON
from kg.linker.sentences.rows import list_of, named, row_then
from kg.model.records import Claim

_MET = alternation(MEET_VERBS)
# 来访的B; 以B为团长的代表团; but 会见B报告团成员 is no meeting with B, nor 会见结束后B.
_RECEIVED = re.compile(
    row_then(
        rf"{_MET}了?(?!结束|时|后|中|前|厅|室)(?:[^，。；：{PERSON}]{{0,16}}?的|以)?(?P<guests>{list_of(PERSON)})",
        r"(?=[，。；：、）\s]|一行|等|和|时|并|为|率|夫妇|先生|女士|$)",
    )
)
_TOGETHER = re.compile(
    row_then(
        f"(?P<one>{list_of(PERSON)})",
        rf"[^，。；{PERSON}]{{0,20}}?(?:与|同|和)[^，。；与同和{PERSON}]{{0,16}}?(?P<other>{PERSON})"
        rf"(?:(?!参加|出席|陪同|的)[^，。；{PERSON}]){{0,8}}?(?P<verb>(?:举行|进行)?了?{alternation(MEET_NOUNS)})",
    )
)
_GUEST_OF = re.compile(row_then(f"受到了?(?P<hosts>{list_of(PERSON)})", f"的?(?:亲切|热情)?{_MET}"))


def received(scene: Scene) -> Iterator[Claim]:
    """A会见B、C一行."""
    for sentence, clause, match in done(scene, _RECEIVED):
        hosts = people(acting(sentence.code, clause, match.start()))
        guests = named(sentence.canvas, match.span("guests"), PERSON)
        yield from each(sentence, hosts, "met", guests, (clause.start, match.end()), 0.9, "received")


def met_together(scene: Scene) -> Iterator[Claim]:
    """A与B举行会晤."""
    for sentence, _, match in done(scene, _TOGETHER):
        if is_other_side(scene, sentence, match.start()):
            continue
        one, other = (named(sentence.canvas, match.span(name), PERSON) for name in ("one", "other"))
        yield from each(sentence, one, "met", other, match.span(), 0.9, "met-together")


def received_passive(scene: Scene) -> Iterator[Claim]:
    """B受到A的会见."""
    for sentence, clause, match in done(scene, _GUEST_OF):
        guests = people(acting(sentence.code, clause, match.start()))
        hosts = named(sentence.canvas, match.span("hosts"), PERSON)
        yield from each(sentence, hosts, "met", guests, (clause.start, match.end()), 0.9, "received-passive")


RULES = (received, met_together, received_passive)
