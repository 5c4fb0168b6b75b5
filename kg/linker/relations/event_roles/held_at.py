"""heldAt: 在A举行, 大会在A召开, 在A举行的大会."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statement, states
from kg.linker.lexicon import TAKE_PLACE, verbs_of
from kg.linker.sentences.clauses import Sentence
from kg.linker.sentences.factuality import is_nonfactual
from kg.linker.sentences.masking import EVENT, ORGANISATION, PLACE
from kg.linker.sentences.parsed_article import ParsedArticle

_ORGANISE_VERBS = verbs_of("organised")
_WHERE = rf"(?:在|于)[^，。；：在ⓅⓋ]{{0,10}}?[{PLACE}{ORGANISATION}](?:的?[{PLACE}{ORGANISATION}])*"
_SURVEY_THERE = re.compile(
    rf"""
    (?:到|赴|来|来到|前往|深入|对)(?P<where>(?:[、和及]?[{PLACE}{ORGANISATION}])++)
    [^，。；：ⓅⓄⓁⓋ]{{0,10}}?(?P<event>{EVENT})
    """,
    re.VERBOSE,
)

_HOLD = alternation((*TAKE_PLACE, *_ORGANISE_VERBS))
# 在A的指导下举办: A is no place there.
_UNDER = "(?!的?[^，。；：]{0,6}下)"
_THERE = re.compile(rf"(?P<where>{_WHERE}){_UNDER}[^，。；：{EVENT}]{{0,14}}?(?P<verb>{_HOLD})了?")
_OBJECT = re.compile(f"的?[^，。；：]{{0,20}}?{EVENT}")
_BREAK = re.compile("[。；]")
# Of each chain in a row of places.
_NARROWEST = re.compile("[^、和及](?=[、和及]|$)")


@states("heldAt", 0.9)
def held_at(article: ParsedArticle) -> Iterator[StatedRelation]:
    """The event before or after 在A举行; of a chain of areas the narrowest."""
    for sentence in article.sentences:
        for match in _THERE.finditer(sentence.code):
            if is_nonfactual(sentence.code, 0, match.start()):
                continue
            place = sentence.masked.mentions(*match.span("where"), types=PLACE + ORGANISATION)[-1]
            event = _event(sentence, match)
            if event is not None:
                span = (min(match.start(), event), max(match.end(), event + 1))
                yield statement(sentence.masked, sentence.masked.mention(event), place, span)


def _event(sentence: Sentence, match: re.Match[str]) -> int | None:
    """The event of a 在A举行: the object of its verb, else the subject before it."""
    after = _OBJECT.match(sentence.code, match.end())
    if after:
        return after.end() - 1
    before = sentence.code.rfind(EVENT, 0, match.start())
    between = sentence.code[before + 1 : match.start()]
    return before if before >= 0 and not _BREAK.search(between) and len(between) < 24 else None


@states("heldAt", 0.85)
def survey_held_at(article: ParsedArticle) -> Iterator[StatedRelation]:
    """到A调研…工作: where the survey that others attended went first."""
    for sentence in article.sentences:
        for match in _SURVEY_THERE.finditer(sentence.code):
            event = sentence.masked.mention(match.start("event"))
            if article.entities[event.ref].kind != "Survey":
                continue
            for last in _NARROWEST.finditer(match["where"]):
                place = sentence.masked.mention(match.start("where") + last.start())
                yield statement(sentence.masked, event, place, match.span())


RULES = (held_at, survey_held_at)
