"""Helpers that the relation rules share: objects after a verb, claims with their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.text import alternation
from kg.linker.lexicon import SURVEY_VERBS
from kg.linker.sentences.clauses import Scene, Sentence
from kg.linker.sentences.masking import EVENT, Canvas, Mark
from kg.model.records import Claim, Predicate

_EVENT_LIST = re.compile(f"{EVENT}(?:(?:以及|、|，|和|及|与|暨){{1,2}}{EVENT})*")
_RELATIVE = re.compile("(?:举行|举办|召开|主办|承办|组织|开展)的[^的]{0,6}$")
_BREAK = re.compile("[，。；：]")
_WHICH_EVENT = re.compile(f"[^。；]{{0,60}}?的[^，。；]{{0,10}}?{EVENT}")
# An activity that is a visit: 走访慰问活动, “送清凉”活动.
VISIT = re.compile(f"(?:{alternation(SURVEY_VERBS)}|送清凉|送温暖)[^，。；]{{0,6}}?活动$")
_QUOTED = re.compile("[“‘《「]([^”’》」]+)[”’》」]")


def wording(scene: Scene, canvas: Canvas, span: tuple[int, int]) -> str:
    """The article's words for code[span], without the quotation marks around them; "" for white space."""
    words = scene.text[canvas.offset(span[0]) : canvas.offset(span[1])].strip()
    quoted = _QUOTED.fullmatch(words)
    return quoted[1].strip() if quoted else words


def around(sentence: Sentence, span: tuple[int, int], mark: Mark) -> tuple[int, int]:
    """The span, widened to a mark where that stands in the same sentence."""
    if not sentence.canvas.start <= mark.start < sentence.canvas.end:
        return span
    index = sentence.canvas.index(mark.start)
    return min(span[0], index), max(span[1], index + 1)


def claim(
    sentence: Sentence | Canvas,
    subject: Mark,
    predicate: Predicate,
    target: Mark,
    span: tuple[int, int],
    sure: float,
    rule: str,
    title: str | None = None,
) -> Claim:
    """A claim whose evidence is code[span] of the sentence, without the punctuation around it."""
    canvas = sentence if isinstance(sentence, Canvas) else sentence.canvas
    code = canvas.code
    start, end = span
    while end > start and code[end - 1] in "，。；：、！？\n ":
        end -= 1
    while start < end and code[start] in "，。；：、！？\n ":
        start += 1
    return Claim(
        subject.ref, predicate, target.ref, canvas.offset(start), canvas.offset(end), sure, rule, title
    )


def events_after(sentence: Sentence, start: int, end: int, reach: int = 14) -> list[Mark]:
    """The event or events that begin in code[start:end] after a verb, at most `reach` characters away.

    A clause of its own may stand before the event (出席A举行的晚宴): then the reach is longer.
    """
    match = _EVENT_LIST.search(sentence.code, start)
    if match is None or match.start() >= end:
        return []
    between = sentence.code[start : match.start()]
    if _BREAK.search(between) or (len(between) > reach and not _RELATIVE.search(between)):
        return []
    return [mark for _, mark in sentence.canvas.marks(*match.span(), types=EVENT)]


def event_of_passive(scene: Scene, sentence: Sentence, start: int, end: int) -> Mark | None:
    """The event that 由A主办 at code[start:end] is said of: 由A主办的大赛, else the one last named."""
    after = _WHICH_EVENT.match(sentence.code, end)
    if after and EVENT not in sentence.code[:start]:
        return sentence.canvas.mark(after.end() - 1)
    return scene.event_before(sentence, start)


def each(
    sentence: Sentence | Canvas,
    subjects: Sequence[Mark],
    predicate: Predicate,
    targets: Sequence[Mark],
    span: tuple[int, int],
    sure: float,
    rule: str,
    title: str | None = None,
) -> Iterator[Claim]:
    """A claim for each subject with each target that is not one of the subjects.

    What is given, signed or conferred without a word, as “ ”, makes none.
    """
    own = {subject.ref for subject in subjects}
    for subject in subjects if title != "" else ():
        for target in targets:
            if target.ref not in own:
                yield claim(sentence, subject, predicate, target, span, sure, rule, title)
