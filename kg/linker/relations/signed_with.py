"""signedWith: A与B签署协议, A、B签订合同; the paper is the title, each pair of parties one claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, product

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statements, states
from kg.linker.lexicon import verbs_of, words_of
from kg.linker.sentences.agents import MANNER, agents_of, is_other_side
from kg.linker.sentences.masking import EVENT
from kg.linker.sentences.objects import wording
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import ANYONE, AREAS, list_of, names_in_row, row_then

_PAPERS = words_of("signedWith", "papers")
_SIGN_VERBS = verbs_of("signedWith")
_SIDE = f"{AREAS}[{ANYONE}](?:、{AREAS}[{ANYONE}])*"
_HOW = rf"(?:(?:在|于|就|围绕)[^，。；]{{0,20}}?)?{MANNER}"
_WORD = f"[^，。；：《》“”{ANYONE}{EVENT}]"
# What is open for longer is no name of a paper.
_NAMED = f"《[^》]{{1,60}}》|“[^”]{{0,60}}{alternation(_PAPERS)}”"
_NAMED_PAPER = f"{_WORD}{{0,8}}?(?P<paper>{_NAMED})"
_PLAIN_PAPER = rf"(?P<plain>{_WORD}{{0,20}}?{alternation(_PAPERS)})"
_SIGNED = re.compile(
    row_then(
        f"(?:(?P<one>{_SIDE})?(?:与|和|同|及|以及)(?P<other>{list_of(ANYONE)})|(?P<all>{_SIDE}))",
        f"{_HOW}(?P<verb>{alternation(_SIGN_VERBS)})了?的?(?:{_NAMED_PAPER}|{_PLAIN_PAPER})(?!的)",
    )
)
# A paper that binds all parties to one another, and not one party to each of the others.
_OF_ALL = re.compile("[三四五六七八九十多]方")


@states("signedWith")
def signed(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A与B、C签署协议; A、B签订合同; 还与D签订合同, where the first party stands before."""
    for sentence, clause, match in article.done(_SIGNED):
        one, other, every = (
            names_in_row(sentence.masked, match.span(name)) for name in ("one", "other", "all")
        )
        if every and is_other_side(article.text, sentence, match.start()):
            continue
        if other and not one:
            one = agents_of(sentence, clause, match.start())
        paper = wording(article, sentence.masked, match.span("paper" if match["paper"] else "plain"))
        together = every or _OF_ALL.search(paper)
        pairs = combinations([*one, *other, *every], 2) if together else product(one, other)
        span = (match.start() if match["one"] or every else clause.start, match.end())
        for first, second in pairs:
            yield from statements(sentence.masked, [first], [second], span, paper)


RULES = (signed,)
