"""surveyed: field visits, and who was visited: 到A调研, 走访慰问B, 先后到C、D, 对E开展督查."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.language.countries import COUNTRIES, REGIONS
from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statement, statements, states, states_in_ways
from kg.linker.events.surveys import is_visit
from kg.linker.lexicon import verbs_of, words_of
from kg.linker.rule import Rule
from kg.linker.sentences.agents import persons_and_bodies
from kg.linker.sentences.clauses import Clause, Sentence
from kg.linker.sentences.factuality import is_nonfactual
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, PLACE, MaskedMention
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import row_then, whole

_ASSESSMENTS = words_of("surveyed", "assessments")
_SURVEY_VERBS = verbs_of("surveyed")
# 调研组, 考察团 are who goes, not that they went.
_NO_TEAM = "(?![组团队员小站点室报])"
# States are visited (访问), not surveyed.
_STATES = COUNTRIES | REGIONS
_STATE_VISIT = re.compile("访问")
# 看望我校选派的干部, 考察我校A基地: whose they are is not who is visited.
_OWNER = re.compile(f"选派|派出|在?[{PLACE}{ORGANISATION}]")
# 将分赴A调研: it is planned.
_PLANNED = re.compile("将|定于|拟")
_SURVEY = alternation(_SURVEY_VERBS) + _NO_TEAM
_ASSESS = alternation((*_SURVEY_VERBS, *_ASSESSMENTS)) + _NO_TEAM
_PURPOSE = alternation((*_SURVEY_VERBS, *_ASSESSMENTS, *words_of("surveyed", "purposes"))) + _NO_TEAM
_FIRST = "(?:先后|分别|依次|专程|随后|首先|又|再|还)?"
_GO = rf"{_FIRST}(?:来到|前往|直奔|奔赴|赶赴|深入|走进|抽取|选取|到(?!访)|赴|莅临|(?<!会见)来(?!自))了?"
_TARGET = f"[{PLACE}{ORGANISATION}]"
# Each step goes to the next target, so that there is one way through the row.
_NEXT = f"(?>[^，。；：{PERSON}{PLACE}{ORGANISATION}]{{0,18}}?[、，和与及]?(?:以及)?{_TARGET})"
_TARGETS = f"(?P<targets>{_TARGET}{_NEXT}*)"

_WENT = re.compile(
    row_then(
        f"{_GO}[^，。；{PERSON}]{{0,24}}?{_TARGETS}",
        f"[^，。；{PERSON}]{{0,14}}?(?:，[^。；]{{0,30}}?)?(?:{_PURPOSE}|(?P<event>{EVENT}))",
    )
)
_DIRECTED = re.compile(
    row_then(f"对{_TARGETS}", f"[^。；]{{0,25}}?(?:进行|开展)了?[^，。；]{{0,10}}?{_ASSESS}")
)
_OF = re.compile(
    rf"(?<!参加)(?<!陪同)(?:{_SURVEY}|检查验收)(?:了)?(?:位于{PLACE}+的[“‘]?)?(?:[^，。；：、ⓅⓋ]{{0,8}}?){_TARGETS}"
)
_SPOKEN_OF = re.compile(
    row_then(
        f"{PERSON}[^，。；{PERSON}{EVENT}]{{0,20}}?(?:(?:来|到|在|赴)(?=[^，。；]{{0,10}}(?:{_SURVEY}))|{_SURVEY}){_TARGETS}",
        f"(?:{_SURVEY})?(?:时|期间|工作)?[^，。；{PERSON}]{{0,6}}?(?:讲话|指示|嘱托)",
    )
)
_STOPS = re.compile(rf"(?:先后|分别|依次|随后|还|首先|又)(?:来到|前往|深入|走进|到|赴)了?(?:位于)?{_TARGETS}")
_TEAM_WENT = re.compile(rf"(?:深入|走进|奔赴|赴|来到|到|莅临){_TARGETS}")
_AT_SITE = re.compile(f"在{_TARGETS}，")
_TEAM = re.compile(
    r"(?:调研组|检查组|督查组|督导组|督察组|考察组|考察团|考核组|验收组|慰问组|代表团|参观团|调研团|一行|工作组|专家组|评估组|小组)"
)

# A陪同B到C调研: B visits.
_WITH = re.compile(rf"陪同(?P<guests>{PERSON}(?:[、和]{PERSON})*)(?:一行)?")
_LED = re.compile(f"(?:率领|率|带领)(?P<body>{ORGANISATION})(?![^。；]{{0,40}}?负责)")
# The levels of areas: where both stand in one name only the only_around was visited.
_ABOVE_COUNTIES, _COUNTIES = ("省", "自治区", "州", "盟", "市"), ("市", "区", "县", "旗", "州")

# How far a pattern may reach into the next clause: 前往A，看望了…
_NEXT_CLAUSE = 60
_WAYS = (
    (_WENT, Rule("went-and-surveyed", "A到B调研; A前往B，看望了…: going and surveying.")),
    (_DIRECTED, Rule("survey-directed-at", "A对B、C开展督查: whom a survey is directed at.")),
    (_STOPS, Rule("stops-on-the-way", "调研组先后到B、C: the stops of whoever went before.")),
    (_OF, Rule("surveyed-what", "A走访慰问B: what stands behind the verb.")),
)


@states_in_ways("surveyed", [rule for _, rule in _WAYS])
def surveyed(article: ParsedArticle) -> Iterator[tuple[Rule, StatedRelation]]:
    """A到B调研; A走访慰问B; A对B开展督查; 调研组先后到B、C, where the team is whoever went before."""
    visitors: list[MaskedMention] = []
    for sentence, clause in article.clauses():
        for pattern, rule in _WAYS:
            for match in whole(pattern, sentence.code, clause.start, clause.end + _NEXT_CLAUSE):
                if (
                    match.start() >= clause.end
                    or is_nonfactual(sentence.code, clause.start, match.start(), inherited=clause.inherited)
                    or not _is_survey(article, sentence, match)
                    or _PLANNED.search(sentence.code, clause.start, match.start())
                    or (pattern is _STOPS and not (visitors or _TEAM.search(sentence.code, 0, match.start())))
                ):
                    continue
                subjects = _visitors(sentence, clause, match.start(), visitors)
                targets = _targets(article, sentence, match)
                span = (clause.start, clause.end)
                for stated in statements(sentence.masked, subjects, targets, span):
                    yield rule, stated
                if subjects and not sentence.headline:
                    visitors = subjects


@states("surveyed")
def spoken_of(article: ParsedArticle) -> Iterator[StatedRelation]:
    """学习A视察B重要讲话精神: that A was there is presupposed."""
    for sentence in article.sentences:
        for match in whole(_SPOKEN_OF, sentence.code):
            visitor = sentence.masked.mention(match.start())
            for target in _targets(article, sentence, match):
                yield statement(sentence.masked, visitor, target, match.span())


@states("surveyed")
def team_went(article: ParsedArticle) -> Iterator[StatedRelation]:
    """调研组深入A、B; 在A，检查组查看了…: stops without a verb of surveying beside them."""
    visitors: list[MaskedMention] = []
    surveyors = {claim.subject for claim in article.claims if claim.predicate == "surveyed"}
    for sentence, clause in article.clauses():
        here = [mention for mention in persons_and_bodies(clause.subjects) if mention.ref in surveyors]
        visitors = here or visitors
        team = _TEAM.search(sentence.code, clause.start, clause.end)
        matches = [_AT_SITE.match(sentence.code, clause.start)] if team else []
        matches += [_TEAM_WENT.search(sentence.code, team.end(), clause.end)] if team else []
        for match in matches:
            if match and visitors:
                targets = _targets(article, sentence, match)
                for visitor in visitors:
                    for target in targets:
                        yield statement(sentence.masked, visitor, target, (clause.start, clause.end))


def _visitors(
    sentence: Sentence, clause: Clause, verb: int, before: list[MaskedMention]
) -> list[MaskedMention]:
    """Who goes: the clause's subjects and whom they lead; for 调研组, those who went before."""
    if guest := _WITH.search(sentence.code, clause.start, verb):
        return sentence.masked.mentions(*guest.span("guests"), types=PERSON)
    led = _LED.search(sentence.code, clause.start, verb)
    joined = [sentence.masked.mention(led.start("body"))] if led else []
    own = [actor for actor in persons_and_bodies(clause.subjects) if actor.ref not in {m.ref for m in joined}]
    team = _TEAM.search(sentence.code, 0, verb)
    if team and before and (clause.inherited or not own):
        return before
    return own + joined if own else joined or before if team else own


def _is_survey(article: ParsedArticle, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether an event in the verb's place is the survey (到A调研…工作), or a visit (到A开展慰问活动)."""
    index = match.start("event") if "event" in match.re.groupindex else -1
    if index < 0:
        return True
    event = article.entities[sentence.masked.mention(index).ref]
    return event.kind == "Survey" or is_visit(event.name)


def _targets(article: ParsedArticle, sentence: Sentence, match: re.Match[str]) -> list[MaskedMention]:
    """The places and bodies visited; of two areas in one name the wider is only where the other lies."""
    symbols = sentence.masked.symbols(*match.span("targets"), types=PLACE + ORGANISATION)
    only_around = {
        one.at
        for one, following in pairwise(symbols)
        if following.at == one.at + 1 and one.mention.type == "Place"
        if article.entities[one.mention.ref].name.endswith(_ABOVE_COUNTIES)
        and article.entities[following.mention.ref].name.endswith(_COUNTIES)
    }
    state_visit = _STATE_VISIT.search(match.group()) is not None
    return [
        symbol.mention
        for symbol in symbols
        if symbol.at not in only_around
        and not (state_visit and article.entities[symbol.mention.ref].name in _STATES)
        and not (symbol.mention.type == "Organisation" and _OWNER.match(sentence.code, symbol.at + 1))
    ]


RULES = (surveyed, spoken_of, team_went)
