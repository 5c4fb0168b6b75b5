"""donated: A向B捐赠图书, A将图书捐赠给B, B接受A捐赠的图书; what was given is the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statements, states
from kg.linker.lexicon import verbs_of, words_of
from kg.linker.sentences.agents import MANNER, agents_of
from kg.linker.sentences.masking import EVENT, PERSON
from kg.linker.sentences.objects import wording
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import ANYONE, list_of, names_in_row, row_then

_DELIVER_VERBS = words_of("donated", "arrived")
_GIVE_VERBS = verbs_of("donated")
_KEEPSAKES = words_of("donated", "keepsakes")
# 捐赠仪式, 捐赠证书 and the like are things called after a gift.
_GIVE = alternation(_GIVE_VERBS) + "(?!仪式|证书|活动|协议|大会|者|方|人)了?"
_TO = f"(?P<takers>{list_of(ANYONE)})"
# A pennant or a bunch of flowers says thanks.
_NO_THANKS = f"(?!(?:了|一[^，。；]{{0,2}})?{alternation(_KEEPSAKES)})"
_GIFT = f"{_NO_THANKS}其?(?P<gift>[^，。；：{PERSON}{EVENT}]{{1,40}}?)"
# Where the gift ends: what it is for comes after it.
_ENDS = r"(?=[，。；：\s]|用于|用来|设立|支持|资助|助力|$)"

_GAVE_TO = re.compile(row_then(f"(?:向|为|给){_TO}", f"(?:[等多各]地)?{MANNER}{_GIVE}{_GIFT}{_ENDS}"))
_GAVE = re.compile(row_then(f"{_GIVE}{_GIFT}给了?{_TO}", r"(?=[，。；、\s]|用于|$)"))
_GIVEN = re.compile(row_then(f"[将把]{_GIFT}{MANNER}{_GIVE}(?:给|予|至)了?{_TO}", r"(?=[，。；、\s]|用于|$)"))
_BY, _GAVE_WHAT = f"(?P<givers>{list_of(ANYONE)})", f"{MANNER}{_GIVE}的{_GIFT}"
_ACCEPTED = re.compile(row_then(f"(?:接受|收到|接收|获得|获)了?(?:由|来自)?{_BY}", f"{_GAVE_WHAT}{_ENDS}"))
_ARRIVED = re.compile(row_then(_BY, f"{_GAVE_WHAT}{MANNER}{alternation(_DELIVER_VERBS)}了?{_TO}"))


@states("donated")
def donated(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A向B捐赠图书; A捐赠图书给B; A将图书捐赠给B."""
    for pattern in (_GAVE_TO, _GAVE, _GIVEN):
        for sentence, clause, match in article.done(pattern):
            givers = agents_of(sentence, clause, match.start())
            takers = names_in_row(sentence.masked, match.span("takers"))
            gift = wording(article, sentence.masked, match.span("gift"))
            yield from statements(sentence.masked, givers, takers, (clause.start, match.end()), gift)


@states("donated")
def donation_accepted(article: ParsedArticle) -> Iterator[StatedRelation]:
    """B接受A捐赠的图书."""
    for sentence, clause, match in article.done(_ACCEPTED):
        takers = agents_of(sentence, clause, match.start())
        givers = names_in_row(sentence.masked, match.span("givers"))
        gift = wording(article, sentence.masked, match.span("gift"))
        yield from statements(sentence.masked, givers, takers, (clause.start, match.end()), gift)


@states("donated")
def donation_arrived(article: ParsedArticle) -> Iterator[StatedRelation]:
    """由A捐赠的救生衣运抵B."""
    for sentence, _, match in article.done(_ARRIVED):
        givers, takers = (names_in_row(sentence.masked, match.span(name)) for name in ("givers", "takers"))
        gift = wording(article, sentence.masked, match.span("gift"))
        yield from statements(sentence.masked, givers, takers, match.span(), gift)


RULES = (donated, donation_accepted, donation_arrived)
