"""appointed: A任命B为会长, B被A聘为顾问, 会议决定任命B为局长; the post is the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.text import alternation
from kg.linker.lexicon import APPOINT_VERBS
from kg.linker.relations.agents import is_undone
from kg.linker.relations.claims import each, wording
from kg.linker.sentences.clauses import Clause, Scene, Sentence
from kg.linker.sentences.masking import ORGANISATION, PERSON, PLACE, TITLE, Canvas, Mark
from kg.linker.sentences.rows import list_of, named, row_then, whole
from kg.model.records import Claim

# These patterns read the canvas in which every name and title is a symbol of its own.
_VERB = f"(?:{alternation(APPOINT_VERBS)}|聘)了?"
_BODIES = f"{ORGANISATION}{PLACE}"
# Behind no more posts than one person has.
_PERSON = f"[{_BODIES}{TITLE}]{{0,16}}[^，。；、的由被为{_BODIES}{TITLE}{PERSON}]{{0,4}}{PERSON}"
_PEOPLE = f"(?P<people>{_PERSON}(?:[、和]{_PERSON})*)"
_POSTS = rf"(?:同志)?(?:担任|出任|为|任)(?P<posts>[^，。；：（{PERSON}]{{1,24}})(?=[，。；：（\s]|$)"
_APPOINTED = re.compile(row_then(_VERB + _PEOPLE, _POSTS))
# 任命A为理事长，B为秘书长: the verb holds for both.
_NEXT = re.compile(f"[，、；]{_PEOPLE}{_POSTS}")
_APPOINTED_BY = re.compile(row_then(_PEOPLE, f"被(?P<bodies>{list_of(_BODIES)}){_VERB}{_POSTS}"))
_DECIDED = re.compile(
    row_then(f"(?P<bodies>{list_of(_BODIES)})", "(?:会议|研究|讨论)*(?:决定|批准|同意)[，：]?$")
)
_BODY_BEFORE = re.compile(f".*[{_BODIES}]的?")


def body_appointed(scene: Scene) -> Iterator[Claim]:
    """A任命B为会长，C为秘书长; at a meeting, the body that held it."""
    for sentence, names in zip(scene.sentences, scene.names, strict=True):
        for first in whole(_APPOINTED, names.code):
            clause, verb = _clause_at(sentence, names.offset(first.start()))
            if is_undone(sentence, clause, verb):
                continue
            bodies = _deciding(scene, sentence, clause, verb)
            start = names.index(sentence.canvas.offset(clause.start))
            match: re.Match[str] | None = first
            while match:
                yield from _appointed(scene, names, bodies, match, start, "body-appointed")
                match = _NEXT.match(names.code, match.end())


def appointed_passive(scene: Scene) -> Iterator[Claim]:
    """B被A聘任为顾问."""
    for sentence, names in zip(scene.sentences, scene.names, strict=True):
        for match in whole(_APPOINTED_BY, names.code):
            if not is_undone(sentence, *_clause_at(sentence, names.offset(match.start()))):
                bodies = named(names, match.span("bodies"))
                yield from _appointed(scene, names, bodies, match, match.start(), "appointed-passive")


def _clause_at(sentence: Sentence, offset: int) -> tuple[Clause, int]:
    """The clause around a text offset, and the code index of the offset."""
    index = sentence.canvas.index(offset)
    return next((c for c in sentence.clauses if index < c.end), Clause(0, index, [])), index


def _appointed(
    scene: Scene, names: Canvas, bodies: Sequence[Mark], match: re.Match[str], start: int, rule: str
) -> Iterator[Claim]:
    people = named(names, match.span("people"), PERSON)
    for post in _posts(scene, names, match.span("posts")):
        yield from each(names, bodies, "appointed", people, (start, match.end()), 0.9, rule, post)


def _deciding(scene: Scene, sentence: Sentence, clause: Clause, verb: int) -> list[Mark]:
    """Who appoints: whose decision it is, the clause's own subject, else who held the meeting last named."""
    if decided := next(whole(_DECIDED, sentence.code, 0, verb), None):
        return named(sentence.canvas, decided.span("bodies"))
    if not clause.inherited:
        return [mark for _, mark in clause.subjects]
    event = scene.event_before(sentence, verb)
    hosts = {c.subject for c in scene.stated if event and (c.predicate, c.object) == ("organised", event.ref)}
    return [Mark(0, 0, "Organisation", host) for host in sorted(hosts)]


def _posts(scene: Scene, names: Canvas, span: tuple[int, int]) -> list[str]:
    """The titles in code[span]; where none is known as one, the words after the body that has the post."""
    start, end = span
    titles = [mark.ref for _, mark in names.marks(start, end, types=TITLE)]
    body = _BODY_BEFORE.match(names.code, start, end)
    return titles or [wording(scene, names, (body.end() if body else start, end))]


RULES = (body_appointed, appointed_passive)
