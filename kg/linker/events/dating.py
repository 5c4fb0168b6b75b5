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

from kg.language.text import HAN, alternation
from kg.linker.events.time_expressions import BEGINS, ENDS, Expression
from kg.linker.lexicon import TAKE_PLACE, verbs_of
from kg.linker.sentences.clauses import Sentence
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, PLACE
from kg.model.records import Time

_HELD = re.compile(alternation((*TAKE_PLACE, *verbs_of("organised"))))
# The verbs of the relations to events.
_STATED = re.compile(
    alternation(
        (*TAKE_PLACE, *verbs_of("organised", "presidesOver", "attended", "spokeAt", "surveyed"), "作了")
    )
)
_start = attrgetter("start")
_COMMAS = "，,；：…"
# What was done at a time, as the attribute of what follows: 通车的, 报名的.
_ATTRIBUTE = re.compile(rf"[{HAN}]{{2,6}}的")
# What may stand before the time that opens a clause: a bullet or a credit, its subject, a preposition.
_OPENING = re.compile(
    rf"(?:[▲△■●◆]|[（(][^（）()]*[）)])?[\s{PERSON}{ORGANISATION}{PLACE}]*(?:当地时间|于|在|从|自)?"
)


@dataclass(frozen=True, slots=True)
class _TimeInSentence:
    """An expression of time in a sentence; offsets are code indices."""

    start: int
    end: int
    expression: Expression


@dataclass(frozen=True, slots=True)
class _DatedSentence:
    """A sentence with its expressions of time."""

    sentence: Sentence
    times: tuple[_TimeInSentence, ...]


def times_of_events(sentences: Sequence[Sentence], expressions: Sequence[Expression]) -> dict[str, Time]:
    """The time of each event that has one, by the event's key."""
    story = [_dated(sentence, expressions) for sentence in sentences if not sentence.headline]
    earlier = _earlier(story)
    mentions: dict[str, list[tuple[int, int]]] = {}
    for number, dated in enumerate(story):
        for index, mention in dated.sentence.masked.symbols(types=EVENT):
            mentions.setdefault(mention.ref, []).append((number, index))
    times = ((event, _time(story, earlier, places)) for event, places in mentions.items())
    return {event: time for event, time in times if time}


def _dated(sentence: Sentence, expressions: Sequence[Expression]) -> _DatedSentence:
    """The expressions that stand in a sentence, but for those in names."""
    masked = sentence.masked
    times: list[_TimeInSentence] = []
    first, last = (bisect_left(expressions, at, key=_start) for at in (masked.start, masked.end))
    for expression in expressions[first:last]:
        start, end = masked.index(expression.start), masked.index(expression.end)
        plain = end - start == expression.end - expression.start
        if plain and masked.offset(start) == expression.start:
            times.append(_TimeInSentence(start, end, expression))
    return _DatedSentence(sentence, tuple(times))


def _time(
    story: Sequence[_DatedSentence],
    earlier: Sequence[_TimeInSentence | None],
    mentions: Sequence[tuple[int, int]],
) -> Time | None:
    """The time of an event from its mentions, each the number of its sentence and its code index there."""
    stated = [
        (number, index)
        for number, index in mentions
        if _STATED.search(story[number].sentence.code, *_clause(story[number].sentence.code, index))
    ]
    for number, index in (*stated, mentions[0]):
        if time := _beside(story[number], index):
            return _time_from(time, story[number].sentence.code, max(index, time.start))
    number, index = mentions[0]
    time = earlier[number]
    return _time_from(time, story[number].sentence.code, index) if time and time.expression.one_day else None


def _beside(dated: _DatedSentence, index: int) -> _TimeInSentence | None:
    """The time that a sentence gives to the event at a code index.

    In its clause before it, after it where a verb follows (大会6月4日举行), at the head of the nearest clause
    before, at the head of the clause after that says that it is held.
    """
    code = dated.sentence.code
    begin, finish = _clause(code, index)
    before = [time for time in dated.times if time.end <= index and not _of_another(code, time, index)]
    after = [time for time in dated.times if time.start > index and _is_held(code, time)]
    own = [time for time in before if time.start >= begin] or [s for s in after if s.end <= finish][:1]
    heads = own or [time for time in before if _opens_clause(code, time)]
    following = [s for s in after if _opens_clause(code, s) and EVENT not in code[index + 1 : s.start]]
    return next(iter((*reversed(heads), *following)), None)


def _of_another(code: str, time: _TimeInSentence, index: int) -> bool:
    """Whether a time belongs to something else than the event at a code index: 2022年建成的文化宫."""
    attribute = _ATTRIBUTE.match(code, time.end)
    return attribute is not None and attribute.end() < index


def _earlier(story: Sequence[_DatedSentence]) -> list[_TimeInSentence | None]:
    """The time that stands last before each sentence in its paragraph."""
    earlier: list[_TimeInSentence | None] = []
    last: tuple[int, _TimeInSentence | None] = (-1, None)
    for dated in story:
        paragraph = dated.sentence.paragraph
        before = last[1] if last[0] == paragraph else None
        earlier.append(before)
        last = (paragraph, dated.times[-1] if dated.times else before)
    return earlier


def _clause(code: str, index: int) -> tuple[int, int]:
    """[begin, finish) of the clause around a code index."""
    begin = max(code.rfind(comma, 0, index) for comma in _COMMAS) + 1
    ends = (code.find(comma, index) for comma in _COMMAS)
    return begin, min((end for end in ends if end >= 0), default=len(code))


def _opens_clause(code: str, time: _TimeInSentence) -> bool:
    return _OPENING.fullmatch(code, _clause(code, time.start)[0], time.start) is not None


def _is_held(code: str, time: _TimeInSentence) -> bool:
    return _HELD.search(code, time.end, _clause(code, time.end)[1]) is not None


def _time_from(time: _TimeInSentence, code: str, index: int) -> Time | None:
    """The time that an expression gives to an event, whose clause is that at a code index.

    Where that says that the event opens on the day, its end is not known, and the other way round.
    """
    expression = time.expression
    if expression.vague:
        return None
    first, last = (day.isoformat() for day in expression.days) if expression.days else (None, None)
    verbs = _STATED.findall(code, *_clause(code, index))
    if expression.one_day and verbs and verbs[-1] in (*BEGINS, *ENDS):
        first, last = (first, None) if verbs[-1] in BEGINS else (None, last)
    return Time(expression.start, expression.end, first, last)
