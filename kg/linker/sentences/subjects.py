"""Which names of a clause are its subject: those before the verb that no other word claims."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.language.text import alternation
from kg.linker.lexicon import (
    AUSPICES,
    PREPOSITION_ENDS,
    PREPOSITIONS,
    REPRESENTATIVES,
    TIME_WORDS,
    words_of,
)
from kg.linker.sentences.masking import ORGANISATION, PERSON, PLACE, MaskedSentence, Symbol

# Unnamed people of a body: their coming is not the body's.
_REPRESENTATIVES = re.compile(f"[^，。；ⓅⓄⓋ]{{0,16}}?(?:{alternation(REPRESENTATIVES)}|代表(?![团队]))")
_LIST = re.compile("[、，和及与]|以及")
_LIST_OR_NOTHING = re.compile(f"(?:{_LIST.pattern})?")
# A preposition whose phrase is still open at the end of the stretch: what follows is its object, no subject.
_PREPOSITION = re.compile(
    f"(?!自治|就业){alternation(PREPOSITIONS)}(?:(?!{alternation(PREPOSITION_ENDS)}).)*+"
)
# In 在A陪同下 and the like stands a circumstance; the subject is outside.
_CIRCUMSTANCE = re.compile(f"(?:在|由)(?:(?!在)[^。；]){{0,90}}?{alternation(AUSPICES)}下")
_TIME = re.compile(
    rf"""(?:
        {alternation(TIME_WORDS)}
        | (?<!\d)\d+[年月日号时分]+
        | [（(][^）)]{{0,80}}[）)]  # an aside
        | [:：、—\s-]
    )+""",
    re.VERBOSE,
)
# No more characters than these stand before a body that opens a clause.
_PREFIX_LENGTH = 8
# A下属的B, A子公司B: B is who acts.
_OWNING = alternation((*words_of("partOf", "owning"), *words_of("partOf", "parts")))
_POSSESSIVE = re.compile(f"(?:{_OWNING}(?:的|(?=Ⓞ))|的(?!Ⓟ))")
_AGENT = re.compile(r"由[^，。；]{0,30}$")


def find_subjects(masked: MaskedSentence, start: int, end: int, *, verb: bool) -> list[Symbol]:
    """The persons and bodies that act in code[start:end], the part of a clause before its verb.

    Places act where no person or body does. `verb` says that there is one.
    """
    code = masked.code
    circumstances = [
        match.span() for match in _CIRCUMSTANCE.finditer(code, start, code.find("。", end) + 1 or len(code))
    ]
    subjects: list[Symbol] = []
    represented: int | None = None  # the leftmost of the bodies in a row whose people are meant
    for symbol in reversed(masked.symbols(start, end, types=PERSON + ORGANISATION + PLACE)):
        index = symbol.at
        begin = max(code.rfind("，", start, index) + 1, start)
        if any(left <= index < right for left, right in circumstances):
            continue
        if _POSSESSIVE.match(code, index + 1, end + 1):
            continue
        if _is_object(code, begin, index) and not _AGENT.search(code, begin, index):
            continue
        if symbol.mention.type != "Person":
            if _is_represented(code, index, end, represented):
                represented = index
                continue
            listed = bool(subjects) and _LIST.fullmatch(code, index + 1, subjects[-1].at)
            if not listed and not _opens(code, begin, index, verb=verb):
                continue
        subjects.append(symbol)
    return _most_animate(code, subjects[::-1])


def without_times(code: str) -> str:
    """What is left of code when expressions of time, asides and dashes are taken away."""
    return _TIME.sub("", code)


def _is_represented(code: str, index: int, end: int, next_represented: int | None) -> bool:
    """Whether a body or place at code[index] stands for people of it: A有关负责人, A、B代表."""
    if _REPRESENTATIVES.match(code, index + 1, end + 1):
        return True
    return next_represented is not None and bool(
        _LIST_OR_NOTHING.fullmatch(code, index + 1, next_represented)
    )


def _most_animate(code: str, subjects: Sequence[Symbol]) -> list[Symbol]:
    """The persons, else the bodies, else the places; with them what is joined to the next name."""

    def joined(symbol: Symbol, joints: str) -> bool:
        return code[symbol.at + 1 : symbol.at + 2] in joints

    types = {symbol.mention.type for symbol in subjects}
    if "Person" in types:
        return [
            s
            for s in subjects
            if s.mention.type == "Person" or (s.mention.type == "Organisation" and joined(s, "、和，及与"))
        ]
    if "Organisation" in types:
        return [s for s in subjects if s.mention.type == "Organisation" or joined(s, "、和")]
    return list(subjects)


def _is_object(code: str, begin: int, index: int) -> bool:
    """Whether the phrase of a preposition in code[begin:index] is still open at the end."""
    return any(phrase.end() == index for phrase in _PREPOSITION.finditer(code, begin, index))


def _opens(code: str, begin: int, index: int, *, verb: bool) -> bool:
    """Whether a body or place stands where a subject does: first but for time and short adverbs."""
    prefix = without_times(code[begin:index])
    if not verb:
        return not prefix
    if code[index] == PLACE:
        return not prefix or prefix == "由"
    return len(prefix) <= _PREFIX_LENGTH or any(symbol in prefix for symbol in PERSON + ORGANISATION + PLACE)
