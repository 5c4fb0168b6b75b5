"""A survey as an event: marked where companions took part in it (参加调研, 在A陪同下)."""

from __future__ import annotations

import re

from kg.language.text import alternation
from kg.linker.events.mentions import SURVEY_HEAD, Naming
from kg.linker.lexicon import ASSESSMENTS, SURVEY_VERBS

_SURVEY = alternation((*SURVEY_VERBS, *ASSESSMENTS))
_COMPANY = re.compile(
    rf"(?:参加|陪同|参与)(?:了)?(?:此次|本次)?{_SURVEY}|陪同(?=下|[。；，\n]|$|[^，。；\n]{{0,20}}?(?:前往|到|赴))|的陪同下|等?陪同。"
)
_TOPIC = re.compile(
    rf"(?P<name>{_SURVEY}{{1,6}}+(?![组团队员])(?:(?:(?!{_SURVEY})[^，。；：\n]){{0,24}}?(?:工作情况|工作|情况|建设|项目|事宜))?)(?=[，。；\n]|$)"
)
_SHORT = re.compile(rf"(?:参加|陪同)(?:了)?(?P<name>{_SURVEY})(?=[，。；\n]|$)")


def namings(text: str, body: int) -> list[Naming]:
    """The namings of the article's survey, none where nobody is said to have come along.

    `body` is where the headline ends. The survey is called by its verb with
    the topic after it (调研工会工作), where it ends a clause.
    """
    if not _COMPANY.search(text, body):
        return []
    full = _TOPIC.search(text, body)
    if full is None:
        return []
    found = [Naming(*full.span("name"), full["name"], SURVEY_HEAD, bare=False)]
    found.extend(
        Naming(*match.span("name"), match["name"], SURVEY_HEAD, bare=True)
        for match in _SHORT.finditer(text, full.end())
    )
    return found
