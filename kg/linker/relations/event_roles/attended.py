"""attended: 出席, 参加, 列席, 莅临, 前往祝贺 …; companions on a survey; who competes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statement, states
from kg.linker.events.surveys import is_visit
from kg.linker.lexicon import verbs_of
from kg.linker.relations.event_roles import contests
from kg.linker.sentences.agents import acting, taking_part
from kg.linker.sentences.factuality import is_nonfactual
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, MaskedMention
from kg.linker.sentences.objects import events_after
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import list_of, names_in_row, row_then, whole

_ATTEND_VERBS = verbs_of("attended")
_SURVEY_VERBS = verbs_of("surveyed")
# 与会代表, 参赛选手 are who came; that someone did, the verb says at the end of its clause.
_WHO = f"(?:与会|参会|参赛|到会|到场)(?!$|[，。；、了并指祝的]|{EVENT})"
_VERB = re.compile(
    f"(?!{_WHO}){alternation(_ATTEND_VERBS)}了?|(?<!等)担任[^，。；]{{0,12}}(?:评委|裁判|嘉宾)"
)
# Verbs that mean the event last named where none stands beside them.
_NO_EVENT_NEEDED = re.compile(
    r"担任|出席|到场|见证|参会|列席|莅临|前往祝贺|亮相|参赛|就座|在主席台|到会|与会"
)
_ENDS_HERE = re.compile(r"[，。；\s]*$|[。；，]|并")
_ACTOR = f"[{PERSON}{ORGANISATION}]"
_TO_EVENT = f"[^，。；：{PERSON}{ORGANISATION}{EVENT}]{{0,12}}?(?P<event>{EVENT})(?:并[^，。；的]{{1,6}})?"
_WHO_CAME = re.compile(
    row_then(f"{alternation(_ATTEND_VERBS)}了?{_TO_EVENT}的(?P<people>{list_of(PERSON + ORGANISATION)})", "")
)
# 会见出席论坛的A: another than the subject attends.
_OF_WHOM = re.compile(f"{_TO_EVENT}的?(?:[^，。；、]{{0,8}}?{_ACTOR}|客人|来宾|嘉宾)")
# How far behind a row its last words stand.
_NEAR = 8
# 对A莅临表示欢迎: the subject is already there.
_TOWARDS = re.compile("(?:对|感谢|欢迎)[^，。；]{0,16}$")
# Members of a body, or a body beside one of its people.
_MEMBERS = re.compile("[^，。；]{0,8}?(?:领导|负责人|代表|老师|同学|的)")
# Each step goes to the next one, so that there is one way through the row.
_NEXT = (
    f"(?>(?:等[^，。；{PERSON}{ORGANISATION}]{{0,8}})?[、，和与及]?(?:以及)?"
    f"[^，。；：{PERSON}{ORGANISATION}]{{0,4}}{_ACTOR})"
)
_ALSO_THERE = re.compile(
    rf"""
    (?:出席|参加|列席|参与|到场|参赛|陪同)[^，。；：]{{0,10}}?的[^，。；：{PERSON}{ORGANISATION}]{{0,6}}?(?:有|包括)[：:]?
    [^，。；：]{{0,4}}?(?P<people>{_ACTOR}{_NEXT}*)
    """,
    re.VERBOSE,
)
_COMPANY = f"(?P<people>{_ACTOR}{_NEXT}*)"
_IN_COMPANY = re.compile(row_then(f"在{_COMPANY}", "[^，。；]{0,12}?的?陪同下"))
_CAME_ALONG = re.compile(
    row_then(
        _COMPANY,
        "(?:[等及和][^，。；]{0,14}?)?(?:一同|一起|全程)?陪同"
        f"(?=[。；，]|{EVENT}|{PERSON}|$|了?{alternation(_SURVEY_VERBS)})",
    )
)


@states("attended")
def attended(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A、B出席会议; where the verb has no event beside it, the one last named."""
    for sentence, clause, verb in article.asserted(_VERB):
        if _OF_WHOM.match(sentence.code, verb.end()):
            continue
        if _TOWARDS.search(sentence.code, clause.start, verb.start()):
            continue
        events = events_after(sentence, verb.end(), clause.end, reach=16)
        if not events and (
            _NO_EVENT_NEEDED.match(verb.group()) or _ENDS_HERE.match(sentence.code, verb.end())
        ):
            context = article.event_before(sentence, verb.start())
            events = [context] if context else []
        for actor in taking_part(sentence.code, acting(sentence.code, clause, verb.start()), verb.start()):
            for event in events:
                yield statement(sentence.masked, actor, event, (clause.start, clause.end))


@states("attended")
def who_came(article: ParsedArticle) -> Iterator[StatedRelation]:
    """会见出席论坛的A、B: who attended stands behind the event."""
    for sentence in article.sentences:
        for match in whole(_WHO_CAME, sentence.code):
            if is_nonfactual(sentence.code, 0, match.start()):
                continue
            event = sentence.masked.mention(match.start("event"))
            whom = PERSON if _MEMBERS.match(sentence.code, match.end()) else PERSON + ORGANISATION
            for actor in names_in_row(sentence.masked, match.span("people"), whom):
                yield statement(sentence.masked, actor, event, match.span())


@states("attended")
def also_there(article: ParsedArticle) -> Iterator[StatedRelation]:
    """出席会议的还有A、B: who attended stands behind."""
    for sentence in article.sentences:
        for match in _ALSO_THERE.finditer(sentence.code):
            event = article.event_before(sentence, match.start("people"))
            if event is None or is_nonfactual(sentence.code, 0, match.start()):
                continue
            start, end = match.span("people")
            members = _MEMBERS.search(sentence.code, start, end + _NEAR)
            for actor in sentence.masked.mentions(start, end, types=PERSON if members else _ACTOR):
                yield statement(sentence.masked, actor, event, match.span())


@states("attended")
def accompanied(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A陪同; 在A、B陪同下: companions attended the survey, or the visit that is reported."""
    surveys = [entity for entity in article.entities.values() if entity.kind == "Survey"]
    for sentence in article.sentences:
        for match in (*whole(_IN_COMPANY, sentence.code), *whole(_CAME_ALONG, sentence.code)):
            visit = article.event_before(sentence, match.start())
            if surveys:
                survey = MaskedMention(0, 0, "Event", surveys[0].id)
            elif visit and is_visit(article.entities[visit.ref].name):
                survey = visit
            else:
                continue
            for actor in sentence.masked.mentions(*match.span("people"), types=PERSON + ORGANISATION):
                yield statement(sentence.masked, actor, survey, match.span())


RULES = (attended, who_came, also_there, accompanied, *contests.RULES)
