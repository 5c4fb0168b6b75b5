"""organised: 举办, 主办, 承办, 协办, 召开, 开展 …, active, passive, and with the event named before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statement, states
from kg.linker.lexicon import verbs_of
from kg.linker.sentences.agents import AGENT_LIST, acting, joint_agents, without_adverbs
from kg.linker.sentences.clauses import Clause
from kg.linker.sentences.factuality import is_nonfactual
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, PLACE, MaskedMention
from kg.linker.sentences.objects import event_of_passive, events_after
from kg.linker.sentences.parsed_article import ParsedArticle

_ORGANISE_VERBS = verbs_of("organised")
_VERB = re.compile(
    rf"(?<!主持)(?!(?<=[党团队会级类各])组织){alternation(_ORGANISE_VERBS)}(?!单位|方|的|者)了?"
)
_WHICH_HELD = re.compile(
    rf"""
    (?P<agent>[{PERSON}{ORGANISATION}{PLACE}])
    [^，。；{PERSON}{ORGANISATION}{PLACE}{EVENT}]{{0,26}}?{alternation(_ORGANISE_VERBS)}的
    [^，。；]{{0,8}}?(?P<event>{EVENT})
    """,
    re.VERBOSE,
)
_HOSTED = "(?:共同|联合|具体|负责|牵头|组织)*(?:主办|承办|协办|组织|举办|发起|召集|召开|举行|开展)"
_HOSTS = re.compile(f"(?P<agents>{AGENT_LIST}){_HOSTED}")
# Who guides an event stands before its hosts: 由A指导，B主办，C承办.
_BY = re.compile(f"由(?:{AGENT_LIST}(?:具体|共同|联合)?指导[，、；])?(?=(?P<agents>{AGENT_LIST}){_HOSTED})")
# What is held again and again, or only spoken of, is no one event: 每月召开例会, 开展培训80多场次.
_HABIT = re.compile("多次|每[日天周月年季]|屡次|经常|定期|各地|介绍|提出|支持(?!下)|反对|关于|意义")
_OF_A_ROW = f"{PLACE}{ORGANISATION}、和与及"
# How, for what or where someone acts who was named before.
_CIRCUMSTANCE = re.compile(
    "[，并还又也]*(?:以(?!来)|为|按|围绕|结合|根据|利用|通过|采取|深入|赴|前往|到|进一步|会同|联合)"
)
_HOLDS = re.compile("举[行办]")
_MANY = re.compile(r"\d[\d.,万]*余?多?[场次项]")
_WHERE = re.compile("[在于][^，。；]{0,8}$")


def _organisers(code: str, clause: Clause, verb: re.Match[str]) -> list[MaskedMention]:
    """The bodies among the subjects, else the persons, else areas that stand beside the verb.

    A person who holds something (举行报告会, 举办讲座) speaks there.
    """
    told = clause.inherited and _CIRCUMSTANCE.match(code, clause.start, verb.start())
    subjects = clause.subjects if told else acting(code, clause, verb.start())
    bodies = [mention for _, mention in subjects if mention.type == "Organisation"]
    beside = [
        mention
        for index, mention in subjects
        if (
            not _HOLDS.match(verb.group())
            if mention.type == "Person"
            else index < verb.start()
            and len(without_adverbs(code[index + 1 : verb.start()].lstrip(_OF_A_ROW))) <= 2
        )
    ]
    return bodies or beside


@states("organised")
def organised(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A举办大赛; A联合B开展活动; the subject may stand in an earlier clause."""
    for sentence, clause, verb in article.asserted(_VERB):
        if _HABIT.search(sentence.code, clause.start, verb.start()):
            continue
        for event in events_after(sentence, verb.end(), clause.end, reach=30):
            if _MANY.match(sentence.code, sentence.masked.index(event.start) + 1):
                continue
            organisers = _organisers(sentence.code, clause, verb)
            for organiser in (*organisers, *joint_agents(sentence, clause, verb.start())):
                yield statement(sentence.masked, organiser, event, (clause.start, clause.end))


@states("organised")
def organised_passive(article: ParsedArticle) -> Iterator[StatedRelation]:
    """由A主办、B承办的大赛; 大赛由A主办，B承办，C协办."""
    for sentence in article.sentences:
        for first in _BY.finditer(sentence.code):
            hosts = first.end("agents")
            event = event_of_passive(article, sentence, first.start(), hosts)
            if event is None or is_nonfactual(sentence.code, 0, first.start()):
                continue
            position = first.end()
            while match := _HOSTS.match(sentence.code, position):
                for organiser in sentence.masked.mentions(*match.span("agents")):
                    yield statement(sentence.masked, organiser, event, (first.start(), match.end()))
                position = match.end()
                while position < len(sentence.code) and sentence.code[position] in "、，；由和":
                    position += 1


@states("organised")
def organised_relative(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A举办的晚宴: the nearest name before the verb, unless it is where the event was held."""
    for sentence in article.sentences:
        for match in _WHICH_HELD.finditer(sentence.code):
            agent = sentence.masked.mention(match.start("agent"))
            if _WHERE.search(sentence.code, 0, match.start()):
                continue
            event = sentence.masked.mention(match.start("event"))
            yield statement(sentence.masked, agent, event, match.span())


RULES = (organised_passive, organised_relative, organised)
