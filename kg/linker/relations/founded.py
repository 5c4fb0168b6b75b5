"""founded: A创办B, 由A发起成立B, B由A创建, A创立的B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statements, states
from kg.linker.lexicon import verbs_of
from kg.linker.sentences.agents import agents_of, nearest_row
from kg.linker.sentences.masking import ORGANISATION
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import ANYONE, list_of, names_in_row, row_then, whole

_FOUND_VERBS = verbs_of("founded")
_FOUND = rf"(?:发起|牵头|出资|合资|共同|联合|揭牌|筹备|投资){{0,4}}{alternation(_FOUND_VERBS)}"
_WHEN = r"(?:于?(?:\d{4}年)(?:\d{1,2}月)?(?:\d{1,2}日)?)?"
_BODIES = f"(?P<bodies>{list_of(ORGANISATION)})"
# 成立Ⓞ党支部, 成立Ⓞ20周年 are not the founding of that body.
_WHOLE = r"(?=[，。；、：（\s”]|并|以来|$)"

_FOUNDED = re.compile("(?<!决定)" + row_then(f"{_FOUND}了?{_BODIES}", _WHOLE))
_BY = f"(?P<founders>{list_of(ANYONE)})"
_FOUNDED_BY = re.compile(rf"由{_BY}{_WHEN}{_FOUND}(?:于|[，。；]|而成|$)")
# 的A、B和C: C may stand by itself.
_WHICH = re.compile(row_then(_BY, f"{_WHEN}{_FOUND}的(?P<bodies>{ORGANISATION}(?:、{ORGANISATION})*)"))


@states("founded")
def founded(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A创办B; A、B共同组建C."""
    for sentence, clause, match in article.done(_FOUNDED):
        founders = agents_of(sentence, clause, match.start())
        bodies = names_in_row(sentence.masked, match.span("bodies"))
        yield from statements(sentence.masked, founders, bodies, (clause.start, match.end()))


@states("founded")
def founded_passive(article: ParsedArticle) -> Iterator[StatedRelation]:
    """B由A于2009年发起成立."""
    for sentence, clause, match in article.done(_FOUNDED_BY):
        before = nearest_row(sentence, clause, match.start())
        bodies = [mention for mention in before if mention.type == "Organisation"]
        founders = names_in_row(sentence.masked, match.span("founders"))
        yield from statements(sentence.masked, founders, bodies, (clause.start, match.end()))


@states("founded")
def founded_relative(article: ParsedArticle) -> Iterator[StatedRelation]:
    """由A、B发起成立的C; A创立的D: that it was founded is presupposed."""
    for sentence in article.sentences:
        for match in whole(_WHICH, sentence.code):
            founders, bodies = (
                names_in_row(sentence.masked, match.span(name)) for name in ("founders", "bodies")
            )
            yield from statements(sentence.masked, founders, bodies, match.span())


RULES = (founded, founded_passive, founded_relative)
