"""presidesOver: 主持, 主持召开, 由…主持, 在…主持下."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statement, states
from kg.linker.lexicon import verbs_of
from kg.linker.sentences.agents import acting
from kg.linker.sentences.masking import ORGANISATION, PERSON, MaskedMention, Symbol
from kg.linker.sentences.objects import events_after
from kg.linker.sentences.parsed_article import ParsedArticle

_PRESIDE_VERBS = verbs_of("presidesOver")
_VERB = re.compile(alternation(_PRESIDE_VERBS) + "了?(?!人)")
_PASSIVE = re.compile(f"(?:由|在)(?P<agent>[{PERSON}{ORGANISATION}])(?:同志)?主持")


@states("presidesOver")
def presided(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A主持会议, A主持召开座谈会."""
    for sentence, clause, verb in article.asserted(_VERB):
        if _PASSIVE.search(sentence.code, clause.start, verb.end()):
            continue
        events = events_after(sentence, verb.end(), clause.end)
        context = None if events else article.event_before(sentence, verb.start())
        for person in _nearest(sentence.code, acting(sentence.code, clause, verb.start())):
            for event in events or ([context] if context else []):
                yield statement(sentence.masked, person, event, (clause.start, clause.end))


@states("presidesOver")
def presided_passive(article: ParsedArticle) -> Iterator[StatedRelation]:
    """会议由A主持; 在A主持下."""
    for sentence in article.sentences:
        for match in _PASSIVE.finditer(sentence.code):
            agent = sentence.masked.mention(match.start("agent"))
            after = events_after(sentence, match.end(), len(sentence.code), reach=6)
            event = after[0] if after else article.event_before(sentence, match.start())
            if event:
                yield statement(sentence.masked, agent, event, (0, match.end()))


def _nearest(code: str, subjects: Sequence[Symbol]) -> list[MaskedMention]:
    """The last person named before the verb, and who is joined to that one: few preside together."""
    chosen: list[Symbol] = []
    for symbol in reversed(subjects):
        joint = code[symbol.at + 1 : chosen[-1].at] if chosen else "、"
        if symbol.mention.type == "Person" and joint in ("、", "和", "与"):
            chosen.append(symbol)
    return [symbol.mention for symbol in chosen]


RULES = (presided, presided_passive)
