"""heldAt: 在A举行, 大会在A召开, 在A举行的大会."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statement, states
from kg.linker.lexicon import TAKE_PLACE, verbs_of
from kg.linker.sentences.clauses import Sentence
from kg.linker.sentences.factuality import is_nonfactual
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, PLACE
from kg.linker.sentences.parsed_article import ParsedArticle

_ORGANISE_VERBS = verbs_of("organised")
_TARGET = f"[{PLACE}{ORGANISATION}]"
# Between the names of one chain: 埃及北部城市A.
_PART = "的|(?:[东西南北中]部|首都|境内|郊区|近郊|沿海|港口|城市|市区)+"
_ROW = f"[^，。；：在就对来见{PERSON}{EVENT}]{{0,10}}?{_TARGET}(?:(?:{_PART})?{_TARGET}){{0,7}}"
_WHERE = rf"(?:在|于){_ROW}"
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
_JOIN = alternation((*verbs_of("organised", "presidesOver"), "讲授", "出席", "参加"))
_WORDS = f"[^，。；：{EVENT}{PERSON}{ORGANISATION}{PLACE}]"
_PLACES = f"(?P<where>(?>{_ROW}(?:[、和]{_ROW}){{0,5}}))"
_WENT = re.compile(
    rf"""
    (?:在 | (?:赴|前往|走进|来到|深入|到|齐聚|汇聚)(?=[^，。；]{{0,60}}?(?!出席|参加){_JOIN}))
    {_PLACES}{_UNDER}(?:地区|社区)?[，、]?{_WORDS}{{0,8}}?{_JOIN}了?{_WORDS}{{0,12}}?(?P<event>{EVENT})
    """,
    re.VERBOSE,
)
_CAME = re.compile(
    rf"(?P<event>{EVENT})(?:走进了?|(?:的?(?:举办|举行)?地点|[主分]?会场)(?:为|是|在|设在|位于)){_PLACES}"
)
_OBJECT = re.compile(f"的?[^，。；：]{{0,20}}?{EVENT}")
_BREAK = re.compile("[。；]")
# Of each chain in a row of places.
_NARROWEST = re.compile("[^、和及](?=[、和及]|$)")


@states("heldAt")
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


@states("heldAt")
def went_to(article: ParsedArticle) -> Iterator[StatedRelation]:
    """赴A开展活动; 在A出席论坛; 活动走进A: where someone goes to hold or join it, or it goes itself."""
    for sentence in article.sentences:
        for match in (*_WENT.finditer(sentence.code), *_CAME.finditer(sentence.code)):
            if is_nonfactual(sentence.code, 0, match.start()):
                continue
            event = sentence.masked.mention(match.start("event"))
            for last in _NARROWEST.finditer(match["where"]):
                if last.group() in PLACE + ORGANISATION:
                    place = sentence.masked.mention(match.start("where") + last.start())
                    yield statement(sentence.masked, event, place, match.span())


@states("heldAt")
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


RULES = (held_at, went_to, survey_held_at)
