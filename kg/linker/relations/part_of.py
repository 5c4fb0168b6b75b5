"""partOf: A隶属于B, B下属的A, A是B的子公司."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statements, states
from kg.linker.lexicon import verbs_of, words_of
from kg.linker.sentences.agents import nearest_row
from kg.linker.sentences.clauses import Sentence
from kg.linker.sentences.masking import ORGANISATION, MaskedMention
from kg.linker.sentences.objects import widened
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import names_in_row

_BELONG_VERBS = verbs_of("partOf")
_OWNING_WORDS = words_of("partOf", "owning")
_PART_WORDS = words_of("partOf", "parts")
# 下属的A、B和C: C may stand by itself, or with what follows (C下属的…).
_PARTS = f"(?P<parts>{ORGANISATION}(?:、{ORGANISATION})*)"
_PART = alternation(_PART_WORDS)
_BELONGS = re.compile(
    rf"(?<!不)(?<!曾){alternation(_BELONG_VERBS)}(?P<whole>{ORGANISATION})(?=[，。；、]|的?管理|$)"
)
_OWNS = re.compile(rf"(?P<whole>{ORGANISATION}|其){alternation(_OWNING_WORDS)}(?:有|的)?{_PARTS}")
_IS_PART = re.compile(
    rf"(?:均为|都是|现为|系|是|为)(?P<whole>{ORGANISATION})的?(?:全资|控股|直属|重要|主要|核心)*{_PART}(?=[，。；]|之一|$)"
)
_NAMED_PART = re.compile(rf"(?P<whole>{ORGANISATION})的?(?:全资|控股|直属)*{_PART}{_PARTS}")


@states("partOf")
def belongs(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A隶属于B; A、B是C的子公司."""
    for pattern in (_BELONGS, _IS_PART):
        for sentence, clause, match in article.done(pattern):
            row = nearest_row(sentence, clause, match.start())
            parts = [mention for mention in row if mention.type == "Organisation"]
            whole = names_in_row(sentence.masked, match.span("whole"))
            yield from statements(sentence.masked, parts, whole, (clause.start, match.end()))


@states("partOf")
def has_part(article: ParsedArticle) -> Iterator[StatedRelation]:
    """B下属的A; B子公司A; 其下设的A, of the body last in question: that A is part of B is presupposed."""
    for pattern in (_OWNS, _NAMED_PART):
        for sentence, clause in article.clauses():
            for match in pattern.finditer(sentence.code, clause.start, clause.end):
                whole = names_in_row(sentence.masked, match.span("whole")) or _topic(sentence, match.start())
                parts = names_in_row(sentence.masked, match.span("parts"))
                for body in whole:
                    span = widened(sentence, match.span(), body)
                    yield from statements(sentence.masked, parts, [body], span)


def _topic(sentence: Sentence, index: int) -> list[MaskedMention]:
    """What 其 at code[index] stands for: the body that the sentence was about before."""
    own = (clause.subjects for clause in sentence.clauses if not clause.inherited)
    bodies = [
        mention for at, mention in chain.from_iterable(own) if at < index and mention.type == "Organisation"
    ]
    return bodies[-1:]


RULES = (belongs, has_part)
