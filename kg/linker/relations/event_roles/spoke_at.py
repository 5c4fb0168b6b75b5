"""spokeAt: 讲话, 致辞, 作报告 …, and 强调, 指出 said at an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statement, states
from kg.linker.lexicon import SAY_VERBS, verbs_of, words_of
from kg.linker.sentences.agents import acting, persons
from kg.linker.sentences.clauses import Sentence
from kg.linker.sentences.masking import EVENT, PERSON, MaskedMention
from kg.linker.sentences.parsed_article import ParsedArticle

_SPEAK_VERBS = verbs_of("spokeAt")
_SPEECH = re.compile(
    rf"""
    {alternation(_SPEAK_VERBS)}
    | 作[^，。；]{{0,30}}?(?:报告|讲话|发言|讲座|辅导|宣讲|解读|交流|演讲|总结|点评|汇报)
    | 发表[^，。]{{0,10}}?(?:讲话|演讲|致辞|感言)
    | 致[^，。；]{{0,6}}?[辞词]
    """,
    re.VERBOSE,
)
# 讲话精神, 学习讲话: of a speech held elsewhere.
_OF_A_SPEECH = re.compile("的|精神|稿")
_HEARD = re.compile("(?:听取|学习|贯彻|聆听)[^，。]{0,20}$|的$")
_SPOKEN_AT = re.compile(
    "(?:(?<!运动)(?<!奥运)(?<![亚大全]运)(?<!博览)会|会议|仪式|典礼|式|论坛|沙龙|讨论|党课|讲座|报告|座谈|峰会)[”」]?$"
)
# What ends a meeting's story, though it may be named there.
_ELSEWHERE = re.compile(f"{EVENT}[前后]|会见|会谈时|采访|记者|参观|考察|走访")
_GOING_ON = re.compile("[上中]，|伊始")
_OVER = re.compile(
    "前|后|(?:并[^，。；的]{1,6})?的|上?(?:发表|作出?)?的(?:重要)?(?:讲话|指示|报告|致辞|演讲)|精神"
)
# 会议指出，A回顾了…: not A speaks; “…。”A说 is what interviews are written like.
_REPORTED = re.compile(f"(?:{alternation(SAY_VERBS)})[，：:]")
_SAY = re.compile(f"(?!宣布){alternation((*SAY_VERBS, *words_of('spokeAt', 'at_meetings')))}(?!人|精神|的)")
_AT_EVENT = re.compile(
    f"{EVENT}(?:现场|期间)?[上中]|{EVENT}(?:期间|伊始|开始|现场)|(?:^|，)(?:此次|本次)?{EVENT}，"
)
_SPEECH_OF = re.compile(
    f"(?P<person>{PERSON})(?:总书记|同志|主席)?在(?P<event>{EVENT})上?(?:发表)?的(?:重要)?(?:讲话|致辞|演讲|报告)"
)
_DELIVERED = re.compile(
    f"(?P<person>{PERSON})所?作的?[^，。；]{{0,20}}?(?:报告|说明|讲话|汇报)(?:[，。；]|$)"
)
_LECTURE = re.compile(rf"邀请(?P<people>{PERSON}(?:[、和]{PERSON})*)[^，。；]{{0,40}}?(?P<event>{EVENT})")
_LECTURE_HEAD = re.compile(r"(?:宣讲|讲座|报告会|党课|授课|公开课|宣讲会|宣讲活动|报告)$")


@states("spokeAt")
def spoke(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A出席会议并讲话; A作报告."""
    stage = _Stage(article)
    for sentence, clause, verb in article.asserted(_SPEECH):
        before = sentence.code[clause.start : verb.start()]
        if _OF_A_SPEECH.match(sentence.code, verb.end()) or _HEARD.search(before):
            continue
        event = stage.at(sentence, verb.start()) or article.event_before(sentence, verb.start())
        for speaker in persons(acting(sentence.code, clause, verb.start())):
            if event:
                yield statement(sentence.masked, speaker, event, (clause.start, clause.end))


@states("spokeAt")
def said_at_event(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A在会上强调; 会上，A指出; or said after a meeting was told, with no other occasion between."""
    stage = _Stage(article)
    for sentence, clause in article.clauses():
        verb = _SAY.search(sentence.code, clause.start, clause.end)
        if verb is None or sentence.headline or _REPORTED.search(sentence.code, 0, clause.start):
            continue
        if article.text[max(0, sentence.masked.start - 2) : sentence.masked.start].rstrip().endswith("”"):
            continue
        here = _AT_EVENT.search(sentence.code, 0, verb.start())
        for speaker in persons(clause.subjects):
            if speaker.start < sentence.masked.start:
                continue
            event = _event_in(sentence, here) if here else stage.at(sentence, verb.start())
            if event:
                yield statement(sentence.masked, speaker, event, (0, clause.end))


class _Stage:
    """The meeting or ceremony that is going on where a sentence stands."""

    def __init__(self, article: ParsedArticle) -> None:
        self._article = article
        self._told = {claim.object for claim in article.claims} | {
            mention.ref
            for sentence in article.sentences
            for index, mention in sentence.masked.symbols(types=EVENT)
            if sentence.headline or _GOING_ON.match(sentence.code, index + 1)
        }
        self._before: dict[int, MaskedMention | None] = {}
        last: MaskedMention | None = None
        for sentence in article.sentences:
            self._before[id(sentence)] = last
            if not sentence.headline:
                last = self._going_on(sentence, len(sentence.code), last)

    def at(self, sentence: Sentence, index: int) -> MaskedMention | None:
        """The one at code[index]."""
        return self._going_on(sentence, index, self._before[id(sentence)])

    def _going_on(self, sentence: Sentence, end: int, last: MaskedMention | None) -> MaskedMention | None:
        if _ELSEWHERE.search(sentence.code, 0, end):
            last = None
        for index, mention in sentence.masked.symbols(0, end, types=EVENT):
            if (
                _SPOKEN_AT.search(self._article.entities[mention.ref].name)
                and mention.ref in self._told - self._article.nonfactual_events
                and not _OVER.match(sentence.code, index + 1)
            ):
                last = mention
        return last


def _event_in(sentence: Sentence, match: re.Match[str]) -> MaskedMention:
    return sentence.masked.mentions(*match.span(), types=EVENT)[0]


@states("spokeAt")
def speech_of(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A在大会上的重要讲话: that A spoke is presupposed."""
    for sentence in article.sentences:
        for match in _SPEECH_OF.finditer(sentence.code):
            person, event = (sentence.masked.mention(match.start(name)) for name in ("person", "event"))
            yield statement(sentence.masked, person, event, match.span())


@states("spokeAt")
def delivered(article: ParsedArticle) -> Iterator[StatedRelation]:
    """听取了A所作的报告: whose report was heard spoke."""
    for sentence in article.sentences:
        for match in _DELIVERED.finditer(sentence.code):
            event = article.event_before(sentence, match.start())
            if event:
                person = sentence.masked.mention(match.start("person"))
                yield statement(sentence.masked, person, event, match.span())


@states("spokeAt")
def invited_lecturer(article: ParsedArticle) -> Iterator[StatedRelation]:
    """邀请A开展主题宣讲活动: the guest of a lecture speaks."""
    for sentence in article.sentences:
        for match in _LECTURE.finditer(sentence.code):
            event = sentence.masked.mention(match.start("event"))
            if _LECTURE_HEAD.search(article.text[event.start : event.end]):
                for person in sentence.masked.mentions(*match.span("people"), types=PERSON):
                    yield statement(sentence.masked, person, event, match.span())


RULES = (speech_of, delivered, invited_lecturer, spoke, said_at_event)
