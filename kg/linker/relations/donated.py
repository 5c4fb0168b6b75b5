"""donated: A向B捐赠图书, A将图书捐赠给B, B接受A捐赠的图书; what was given is the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.lexicon import DELIVER_VERBS, GIVE_VERBS, KEEPSAKES
from kg.linker.relations.agents import MANNER, doers, done
from kg.linker.relations.claims import each, wording
from kg.linker.sentences.clauses import Scene
from kg.linker.sentences.masking import EVENT, PERSON
from kg.linker.sentences.rows import ANYONE, list_of, named, row_then
from kg.model.records import Claim

# 捐赠仪式, 捐赠证书 and the like are things called after a gift.
_GIVE = alternation(GIVE_VERBS) + "(?!仪式|证书|活动|协议|大会|者|方|人)了?"
_TO = f"(?P<takers>{list_of(ANYONE)})"
# A pennant or a bunch of flowers says thanks.
_NO_THANKS = f"(?!(?:了|一[^，。；]{{0,2}})?{alternation(KEEPSAKES)})"
_GIFT = f"{_NO_THANKS}其?(?P<gift>[^，。；：{PERSON}{EVENT}]{{1,40}}?)"
# Where the gift ends: what it is for is told after it.
_ENDS = r"(?=[，。；：\s]|用于|用来|设立|支持|资助|助力|$)"

_GAVE_TO = re.compile(row_then(f"(?:向|为|给){_TO}", f"(?:[等多各]地)?{MANNER}{_GIVE}{_GIFT}{_ENDS}"))
_GAVE = re.compile(row_then(f"{_GIVE}{_GIFT}给了?{_TO}", r"(?=[，。；、\s]|用于|$)"))
_GIVEN = re.compile(row_then(f"[将把]{_GIFT}{MANNER}{_GIVE}(?:给|予|至)了?{_TO}", r"(?=[，。；、\s]|用于|$)"))
_BY, _GAVE_WHAT = f"(?P<givers>{list_of(ANYONE)})", f"{MANNER}{_GIVE}的{_GIFT}"
_ACCEPTED = re.compile(row_then(f"(?:接受|收到|接收|获得|获)了?(?:由|来自)?{_BY}", f"{_GAVE_WHAT}{_ENDS}"))
_ARRIVED = re.compile(row_then(_BY, f"{_GAVE_WHAT}{MANNER}{alternation(DELIVER_VERBS)}了?{_TO}"))


def donated(scene: Scene) -> Iterator[Claim]:
    """A向B捐赠图书; A捐赠图书给B; A将图书捐赠给B."""
    for pattern in (_GAVE_TO, _GAVE, _GIVEN):
        for sentence, clause, match in done(scene, pattern):
            givers = doers(sentence, clause, match.start())
            takers = named(sentence.canvas, match.span("takers"))
            gift = wording(scene, sentence.canvas, match.span("gift"))
            yield from each(
                sentence, givers, "donated", takers, (clause.start, match.end()), 0.9, "donated", gift
            )


def donation_accepted(scene: Scene) -> Iterator[Claim]:
    """B接受A捐赠的图书."""
    for sentence, clause, match in done(scene, _ACCEPTED):
        takers = doers(sentence, clause, match.start())
        givers = named(sentence.canvas, match.span("givers"))
        gift = wording(scene, sentence.canvas, match.span("gift"))
        yield from each(
            sentence, givers, "donated", takers, (clause.start, match.end()), 0.9, "donation-accepted", gift
        )


def donation_arrived(scene: Scene) -> Iterator[Claim]:
    """由A捐赠的救生衣运抵B."""
    for sentence, _, match in done(scene, _ARRIVED):
        givers, takers = (named(sentence.canvas, match.span(name)) for name in ("givers", "takers"))
        gift = wording(scene, sentence.canvas, match.span("gift"))
        yield from each(sentence, givers, "donated", takers, match.span(), 0.85, "donation-arrived", gift)


RULES = (donated, donation_accepted, donation_arrived)
