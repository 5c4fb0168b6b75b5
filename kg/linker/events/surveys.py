"""A survey as an event: marked where companions took part in it (参加调研, 在A陪同下)."""

from __future__ import annotations

import re

from kg.language.text import alternation
from kg.linker.events.mentions import SURVEY_HEAD, EventMention
from kg.linker.lexicon import verbs_of, words_of

_ASSESSMENTS = words_of("surveyed", "assessments")
_SURVEY_VERBS = verbs_of("surveyed")
_SURVEY = alternation((*_SURVEY_VERBS, *_ASSESSMENTS))
_COMPANY = re.compile(
    rf"""
    (?:参加|陪同|参与)(?:了)?(?:此次|本次)?{_SURVEY}
    | 陪同(?=下|[。；，\n]|$|[^，。；\n]{{0,20}}?(?:前往|到|赴))
    | 的陪同下
    | 等?陪同。
    """,
    re.VERBOSE,
)
_TOPIC = re.compile(
    rf"""
    (?P<name>
        {_SURVEY}{{1,6}}+(?![组团队员])
        (?: (?:(?!{_SURVEY})[^，。；：\n]){{0,24}}?(?:工作情况|工作|情况|建设|项目|事宜) )?
    )
    (?=[，。；\n]|$)
    """,
    re.VERBOSE,
)
_SHORT = re.compile(rf"(?:参加|陪同)(?:了)?(?P<name>{_SURVEY})(?=[，。；\n]|$)")

# An activity that is a visit: 走访慰问活动, “送清凉”活动.
_VISIT = re.compile(f"(?:{alternation(_SURVEY_VERBS)}|送清凉|送温暖)[^，。；]{{0,6}}?活动$")


def is_visit(name: str) -> bool:
    """Whether an event's name is that of a visit: its goal is surveyed, and companions attended it."""
    return _VISIT.search(name) is not None


def find_survey_mentions(text: str, body: int) -> list[EventMention]:
    """The mentions of the article's survey, none where nobody is said to have come along.

    `body` is where the headline ends. The survey is called by its verb with
    the topic after it (调研工会工作), where it ends a clause.
    """
    if not _COMPANY.search(text, body):
        return []
    full = _TOPIC.search(text, body)
    if full is None:
        return []
    mentions = [EventMention(*full.span("name"), full["name"], SURVEY_HEAD, bare=False)]
    mentions.extend(
        EventMention(*match.span("name"), match["name"], SURVEY_HEAD, bare=True)
        for match in _SHORT.finditer(text, full.end())
    )
    return mentions
