"""When an event was: which expression of time belongs to which event.

The time of an event stands where the text says that it takes place: in the clause that names it with a
verb (6月4日，A召开大会; 大会6月4日在A举行), or in a clause beside that. The first such statement holds. An
event named without a time has that of its paragraph, if that is one day; else it has none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from kg.language.text import alternation
from kg.linker.events.time_expressions import BEGINS, ENDS, Expression
from kg.linker.lexicon import (
    ATTEND_VERBS,
    HOLD_VERBS,
    ORGANISE_VERBS,
    PRESIDE_VERBS,
    SPEAK_VERBS,
    SURVEY_VERBS,
)
from kg.linker.sentences.clauses import Scene, Sentence
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, PLACE
from kg.model.records import Time

_HELD = re.compile(alternation((*HOLD_VERBS, *ORGANISE_VERBS)))
_STATED = re.compile(
    alternation(
        (*HOLD_VERBS, *ORGANISE_VERBS, *PRESIDE_VERBS, *ATTEND_VERBS, *SPEAK_VERBS, *SURVEY_VERBS, "作了")
    )
)
_start = attrgetter("start")
_COMMAS = "，,；：…"
# What may stand before the time that opens a clause: a bullet or a credit, its subject, a preposition.
_OPENING = re.compile(
    rf"(?:[▲△■●◆]|[（(][^（）()]*[）)])?[\s{PERSON}{ORGANISATION}{PLACE}]*(?:当地时间|于|在|从|自)?"
)


@dataclass(frozen=True, slots=True)
class _Spot:
    """An expression of time in a sentence; offsets are code indices."""

    start: int
    end: int
    expression: Expression


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with its expressions of time."""

    sentence: Sentence
    spots: tuple[_Spot, ...]


def times_of_events(scene: Scene, expressions: Sequence[Expression]) -> dict[str, Time]:
    """The time of each event that has one, by the event's key."""
    story = [_told(sentence, expressions) for sentence in scene.sentences if not sentence.headline]
    earlier = _earlier(story)
    namings: dict[str, list[tuple[int, int]]] = {}
    for number, told in enumerate(story):
        for index, mark in told.sentence.canvas.marks(types=EVENT):
            namings.setdefault(mark.ref, []).append((number, index))
    found = ((key, _time(story, earlier, places)) for key, places in namings.items())
    return {key: time for key, time in found if time}


def _told(sentence: Sentence, expressions: Sequence[Expression]) -> _Told:
    """The expressions that stand in a sentence, but for those in names."""
    canvas = sentence.canvas
    spots: list[_Spot] = []
    first, last = (bisect_left(expressions, at, key=_start) for at in (canvas.start, canvas.end))
    for expression in expressions[first:last]:
        start, end = canvas.index(expression.start), canvas.index(expression.end)
        plain = end - start == expression.end - expression.start
        if plain and canvas.offset(start) == expression.start:
            spots.append(_Spot(start, end, expression))
    return _Told(sentence, tuple(spots))


def _time(
    story: Sequence[_Told], earlier: Sequence[_Spot | None], namings: Sequence[tuple[int, int]]
) -> Time | None:
    """The time of an event from its namings, each the number of its sentence and its code index there."""
    stated = [
        (number, index)
        for number, index in namings
        if _STATED.search(story[number].sentence.code, *_clause(story[number].sentence.code, index))
    ]
    for number, index in (*stated, namings[0]):
        if spot := _beside(story[number], index):
            return _read(spot, story[number].sentence.code, max(index, spot.start))
    number, index = namings[0]
    spot = earlier[number]
    return _read(spot, story[number].sentence.code, index) if spot and spot.expression.one_day else None


def _beside(told: _Told, index: int) -> _Spot | None:
    """The time that a sentence gives to the event at a code index.

    In its clause before it, after it where a verb follows (大会6月4日举行), at the head of the nearest clause
    before, at the head of the clause after that says that it is held.
    """
    code = told.sentence.code
    begin, finish = _clause(code, index)
    before = [spot for spot in told.spots if spot.end <= index]
    after = [spot for spot in told.spots if spot.start > index and _is_held(code, spot)]
    own = [spot for spot in before if spot.start >= begin] or [s for s in after if s.end <= finish][:1]
    heads = own or [spot for spot in before if _opens_clause(code, spot)]
    following = [s for s in after if _opens_clause(code, s) and EVENT not in code[index + 1 : s.start]]
    return next(iter((*reversed(heads), *following)), None)


def _earlier(story: Sequence[_Told]) -> list[_Spot | None]:
    """The time told last before each sentence in its paragraph."""
    earlier: list[_Spot | None] = []
    last: tuple[int, _Spot | None] = (-1, None)
    for told in story:
        paragraph = told.sentence.paragraph
        before = last[1] if last[0] == paragraph else None
        earlier.append(before)
        last = (paragraph, told.spots[-1] if told.spots else before)
    return earlier


def _clause(code: str, index: int) -> tuple[int, int]:
    """[begin, finish) of the clause around a code index."""
    begin = max(code.rfind(comma, 0, index) for comma in _COMMAS) + 1
    ends = (code.find(comma, index) for comma in _COMMAS)
    return begin, min((end for end in ends if end >= 0), default=len(code))


def _opens_clause(code: str, spot: _Spot) -> bool:
    return _OPENING.fullmatch(code, _clause(code, spot.start)[0], spot.start) is not None


def _is_held(code: str, spot: _Spot) -> bool:
    return _HELD.search(code, spot.end, _clause(code, spot.end)[1]) is not None


def _read(spot: _Spot, code: str, index: int) -> Time | None:
    """The time that an expression gives to an event, told in the clause at a code index.

    Where that says that the event opens on the day, its end is not known, and the other way round.
    """
    expression = spot.expression
    if expression.vague:
        return None
    first, last = (day.isoformat() for day in expression.days) if expression.days else (None, None)
    verbs = _STATED.findall(code, *_clause(code, index))
    if expression.one_day and verbs and verbs[-1] in (*BEGINS, *ENDS):
        first, last = (first, None) if verbs[-1] in BEGINS else (None, last)
    return Time(expression.start, expression.end, first, last)
