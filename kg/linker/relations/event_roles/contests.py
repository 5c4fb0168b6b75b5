"""attended, of contests and shows: who wins, competes or performs took part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.linker.claims import StatedRelation, statement, states
from kg.linker.sentences.agents import taking_part
from kg.linker.sentences.clauses import Sentence
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, MaskedMention
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import row_then, whole

_WON = re.compile(
    r"""
    (?:取得|夺得|夺取|摘得|获评|获得|荣获|斩获|捧得|分获|勇夺|夺冠|获|赢得|拿下|收获|包揽|位列)
    [^，。；]{0,24}?
    (?:[冠亚季]军 | 奖 | 成绩 | 名次 | 第[一二三四五六七八] | [金银铜]牌 | 桂?冠 | 首金)
    """,
    re.VERBOSE,
)
_PERFORMED = re.compile(r"登台|同台|表演了?|演出了?|献演|献唱|上演|带来了?[^，。]{0,8}(?:表演|演出|节目)")
_CONTEST = re.compile("赛|比武|运动会|[奥亚全大]运会|世界杯|亚洲杯|擂台")
# A meeting about a contest is none.
_ABOUT = re.compile("动员|仪式|幕式|总结|发布")
_ACTOR = f"[{PERSON}{ORGANISATION}]"
_ROW = f"{_ACTOR}(?:[、和与]{_ACTOR})*"
_WORDS = f"[^，。；{PERSON}{ORGANISATION}{EVENT}]"
# A学子, A学院B: not A itself.
_ITS_OWN = f"(?!的|[^，。；在以]{{0,10}}{_ACTOR}|[^，。；]{{0,4}}(?:学子|选手|师生|同学|队员))"
_IN = f"(?P<event>{EVENT})[上中]"
_IN_CONTEST = (
    re.compile(row_then(f"(?P<row>{_ROW})", f"(?:首次|再次|[也还曾均])?在{_WORDS}{{0,12}}{_IN}")),
    re.compile(f"{_IN}，?{_WORDS}{{0,8}}(?P<row>{_ROW}){_ITS_OWN}"),
    re.compile(f"{_IN}[^。；{EVENT}]{{0,40}}?(?:对阵|战胜|击败|力克|迎战|负于|不敌)(?P<row>{_ROW})"),
)


@states("attended")
def competed(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A在决赛中; 决赛中，A: who does something in a contest; whom A meets there: 对阵B, 战胜B."""
    for sentence in article.sentences:
        for match in (match for pattern in _IN_CONTEST for match in whole(pattern, sentence.code)):
            event = sentence.masked.mention(match.start("event"))
            for actor in sentence.masked.mentions(*match.span("row")) if _is_contest(article, event) else ():
                yield statement(sentence.masked, actor, event, match.span())


@states("attended")
def took_part(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A队夺得冠军; A登台演出: who wins a contest, of the sentence or the article, or performs took part."""
    contest = _main_contest(article)
    for sentence, clause in article.clauses():
        won = _WON.search(sentence.code, clause.start, clause.end)
        match = won or _PERFORMED.search(sentence.code, clause.start, clause.end)
        if match is None or clause.inherited:
            continue
        event = contest if won else article.event_before(sentence, match.start())
        event = next(_contests(article, sentence, clause.start, match.end()), event)
        if event is None:
            continue
        for actor in taking_part(sentence.code, clause.subjects, match.start()):
            yield statement(sentence.masked, actor, event, (clause.start, clause.end))


def _is_contest(article: ParsedArticle, event: MaskedMention) -> bool:
    name = article.entities[event.ref].name
    return _CONTEST.search(name) is not None and not _ABOUT.search(name)


def _contests(article: ParsedArticle, sentence: Sentence, start: int, end: int) -> Iterator[MaskedMention]:
    """The contests that are named in code[start:end]."""
    named = sentence.masked.mentions(start, end, types=EVENT)
    return (mention for mention in named if _is_contest(article, mention))


def _main_contest(article: ParsedArticle) -> MaskedMention | None:
    """The contest that the article names most often, and more than once: it tells of that."""
    named = [
        mention
        for sentence in article.sentences
        for mention in _contests(article, sentence, 0, len(sentence.code))
    ]
    counts = Counter(mention.ref for mention in named)
    most = max(named, key=lambda mention: counts[mention.ref], default=None)
    return most if most and counts[most.ref] > 1 else None


RULES = (competed, took_part)
