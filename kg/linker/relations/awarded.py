"""awarded: A授予B“X”称号, B被A授予, B获A颁发的X; the award is the title.

Where no body that gives it is named (荣获“X”称号) there is nothing to join, and no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.lexicon import AWARD_VERBS, HONOURS, RATE_VERBS, RECEIVE_VERBS
from kg.linker.relations.agents import MANNER, doers, done, nearest
from kg.linker.relations.claims import each, wording
from kg.linker.sentences.clauses import Scene
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, PLACE
from kg.linker.sentences.rows import ANYONE, list_of, named, row_then
from kg.model.records import Claim

_TO, _AND_OTHERS = f"(?P<winners>{list_of(ANYONE)})", "(?:等[^，。；“‘]{0,10})?"
_BY = f"(?P<givers>{list_of(ORGANISATION + PLACE)})"
# A name in quotation marks, or words that end like an honour's.
_AWARD = (
    r"(?P<award>[“‘][^”’，。；]{2,30}[”’]"
    rf"|[^，。；：“”‘’的{PERSON}{EVENT}]{{2,24}}?{alternation(HONOURS)}(?![项金品杯牌]))"
)
_GIVE = alternation(AWARD_VERBS)
_GAVE = (
    re.compile(row_then(f"(?P<verb>{_GIVE})了?{_TO}", _AND_OTHERS + _AWARD)),
    re.compile(row_then(f"(?:向|为|给){_TO}", f"{_AND_OTHERS}(?P<verb>{_GIVE})了?{_AWARD}")),
)
_GOT = (
    re.compile(rf"被{_BY}{MANNER}{alternation(RATE_VERBS)}了?为?[^，。；“‘{ANYONE}]{{0,6}}{_AWARD}"),
    re.compile(row_then(f"{alternation(RECEIVE_VERBS)}了?由?{_BY}", f"{MANNER}{_GIVE}的?{_AWARD}")),
    # 获评省总工会“金牌工人”: a place there is rather part of the award.
    re.compile(f"{alternation(RECEIVE_VERBS)}了?(?P<givers>{ORGANISATION}){_AWARD}"),
)


def awarded(scene: Scene) -> Iterator[Claim]:
    """A授予B、C“X”称号; A向B颁发“X”奖牌."""
    for pattern in _GAVE:
        for sentence, clause, match in done(scene, pattern):
            givers = doers(sentence, clause, match.start())
            if match["verb"] == "颁发":  # a person hands over what a body awards
                givers = [mark for mark in givers if mark.type != "Person"]
            winners = named(sentence.canvas, match.span("winners"))
            award = wording(scene, sentence.canvas, match.span("award"))
            yield from each(
                sentence, givers, "awarded", winners, (clause.start, match.end()), 0.9, "awarded", award
            )


def awarded_passive(scene: Scene) -> Iterator[Claim]:
    """B被A授予“X”称号; B获A颁发的“X”奖牌."""
    for pattern in _GOT:
        for sentence, clause, match in done(scene, pattern):
            winners = nearest(sentence, clause, match.start())
            givers = named(sentence.canvas, match.span("givers"))
            award = wording(scene, sentence.canvas, match.span("award"))
            yield from each(
                sentence,
                givers,
                "awarded",
                winners,
                (clause.start, match.end()),
                0.85,
                "awarded-passive",
                award,
            )


RULES = (awarded, awarded_passive)
