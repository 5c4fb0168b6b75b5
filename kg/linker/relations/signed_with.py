"""signedWith: A与B签署协议, A、B签订合同; the paper is the title, each pair of parties one claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, product

from kg.language.text import alternation
from kg.linker.lexicon import PAPERS, SIGN_VERBS
from kg.linker.relations.agents import MANNER, doers, done, is_other_side
from kg.linker.relations.claims import each, wording
from kg.linker.sentences.clauses import Scene
from kg.linker.sentences.masking import EVENT
from kg.linker.sentences.rows import ANYONE, AREAS, list_of, named, row_then
from kg.model.records import Claim

_SIDE = f"{AREAS}[{ANYONE}](?:、{AREAS}[{ANYONE}])*"
_HOW = rf"(?:(?:在|于|就|围绕)[^，。；]{{0,20}}?)?{MANNER}"
_WORD = f"[^，。；：《》“”{ANYONE}{EVENT}]"
# What is open for longer is no name of a paper.
_NAMED = f"《[^》]{{1,60}}》|“[^”]{{0,60}}{alternation(PAPERS)}”"
_NAMED_PAPER = f"{_WORD}{{0,8}}?(?P<paper>{_NAMED})"
_PLAIN_PAPER = rf"(?P<plain>{_WORD}{{0,20}}?{alternation(PAPERS)})"
_SIGNED = re.compile(
    row_then(
        f"(?:(?P<one>{_SIDE})?(?:与|和|同|及|以及)(?P<other>{list_of(ANYONE)})|(?P<all>{_SIDE}))",
        f"{_HOW}(?P<verb>{alternation(SIGN_VERBS)})了?的?(?:{_NAMED_PAPER}|{_PLAIN_PAPER})(?!的)",
    )
)
# A paper that binds all parties to one another, and not one party to each of the others.
_OF_ALL = re.compile("[三四五六七八九十多]方")


def signed(scene: Scene) -> Iterator[Claim]:
    """A与B、C签署协议; A、B签订合同; 还与D签订合同, where the first party stands before."""
    for sentence, clause, match in done(scene, _SIGNED):
        one, other, every = (named(sentence.canvas, match.span(name)) for name in ("one", "other", "all"))
        if every and is_other_side(scene, sentence, match.start()):
            continue
        if other and not one:
            one = doers(sentence, clause, match.start())
        paper = wording(scene, sentence.canvas, match.span("paper" if match["paper"] else "plain"))
        together = every or _OF_ALL.search(paper)
        pairs = combinations([*one, *other, *every], 2) if together else product(one, other)
        span = (match.start() if match["one"] or every else clause.start, match.end())
        for first, second in pairs:
            yield from each(sentence, [first], "signedWith", [second], span, 0.9, "signed", paper)


RULES = (signed,)
