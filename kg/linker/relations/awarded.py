"""awarded: A授予B“X”称号, B被A授予, B获A颁发的X; the award is the title.

Where no body that gives it is named (荣获“X”称号) there is nothing to join, and no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statements, states
from kg.linker.lexicon import verbs_of, words_of
from kg.linker.sentences.agents import MANNER, agents_of, nearest_row
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, PLACE
from kg.linker.sentences.objects import wording
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import ANYONE, list_of, names_in_row, row_then

_AWARD_VERBS = verbs_of("awarded")
_HONOURS = words_of("awarded", "honours")
_RATE_VERBS = words_of("awarded", "declared")
_RECEIVE_VERBS = words_of("awarded", "received")
_TO, _AND_OTHERS = f"(?P<winners>{list_of(ANYONE)})", "(?:等[^，。；“‘]{0,10})?"
_BY = f"(?P<givers>{list_of(ORGANISATION + PLACE)})"
# A name in quotation mentions, or words that end like an honour's.
_AWARD = (
    r"(?P<award>[“‘][^”’，。；]{2,30}[”’]"
    rf"|[^，。；：“”‘’的{PERSON}{EVENT}]{{2,24}}?{alternation(_HONOURS)}(?![项金品杯牌]))"
)
_GIVE = alternation(_AWARD_VERBS)
_GAVE = (
    re.compile(row_then(f"(?P<verb>{_GIVE})了?{_TO}", _AND_OTHERS + _AWARD)),
    re.compile(row_then(f"(?:向|为|给){_TO}", f"{_AND_OTHERS}(?P<verb>{_GIVE})了?{_AWARD}")),
)
_GOT = (
    re.compile(rf"被{_BY}{MANNER}{alternation(_RATE_VERBS)}了?为?[^，。；“‘{ANYONE}]{{0,6}}{_AWARD}"),
    re.compile(row_then(f"{alternation(_RECEIVE_VERBS)}了?由?{_BY}", f"{MANNER}{_GIVE}的?{_AWARD}")),
    # 获评省总工会“金牌工人”: a place there is rather part of the award.
    re.compile(f"{alternation(_RECEIVE_VERBS)}了?(?P<givers>{ORGANISATION}){_AWARD}"),
)


@states("awarded")
def awarded(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A授予B、C“X”称号; A向B颁发“X”奖牌."""
    for pattern in _GAVE:
        for sentence, clause, match in article.done(pattern):
            givers = agents_of(sentence, clause, match.start())
            if match["verb"] == "颁发":  # a person hands over what a body awards
                givers = [mention for mention in givers if mention.type != "Person"]
            winners = names_in_row(sentence.masked, match.span("winners"))
            award = wording(article, sentence.masked, match.span("award"))
            yield from statements(sentence.masked, givers, winners, (clause.start, match.end()), award)


@states("awarded")
def awarded_passive(article: ParsedArticle) -> Iterator[StatedRelation]:
    """B被A授予“X”称号; B获A颁发的“X”奖牌."""
    for pattern in _GOT:
        for sentence, clause, match in article.done(pattern):
            winners = nearest_row(sentence, clause, match.start())
            givers = names_in_row(sentence.masked, match.span("givers"))
            award = wording(article, sentence.masked, match.span("award"))
            yield from statements(sentence.masked, givers, winners, (clause.start, match.end()), award)


RULES = (awarded, awarded_passive)
