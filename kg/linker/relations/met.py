"""met: A会见B, A接见B一行, A与B举行会晤; who receives is the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statements, states
from kg.linker.lexicon import verbs_of, words_of
from kg.linker.sentences.agents import acting, is_other_side, persons
from kg.linker.sentences.masking import PERSON
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import list_of, names_in_row, row_then

_MEET_NOUNS = words_of("met", "nouns")
_MEET_VERBS = verbs_of("met")
_MET = alternation(_MEET_VERBS)
# 来访的B; 以B为团长的代表团; but 会见B报告团成员 is no meeting with B, nor 会见结束后B.
_RECEIVED = re.compile(
    row_then(
        rf"{_MET}了?(?!结束|时|后|中|前|厅|室)(?:[^，。；：{PERSON}]{{0,16}}?的|以)?(?P<guests>{list_of(PERSON)})",
        r"(?=[，。；：、）\s]|一行|等|和|时|并|为|率|夫妇|先生|女士|$)",
    )
)
_TOGETHER = re.compile(
    row_then(
        f"(?P<one>{list_of(PERSON)})",
        rf"[^，。；{PERSON}]{{0,20}}?(?:与|同|和)[^，。；与同和{PERSON}]{{0,16}}?(?P<other>{PERSON})"
        rf"(?:(?!参加|出席|陪同|的)[^，。；{PERSON}]){{0,8}}?(?P<verb>(?:举行|进行)?了?{alternation(_MEET_NOUNS)})",
    )
)
_GUEST_OF = re.compile(row_then(f"受到了?(?P<hosts>{list_of(PERSON)})", f"的?(?:亲切|热情)?{_MET}"))


@states("met")
def received(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A会见B、C一行."""
    for sentence, clause, match in article.done(_RECEIVED):
        hosts = persons(acting(sentence.code, clause, match.start()))
        guests = names_in_row(sentence.masked, match.span("guests"), PERSON)
        yield from statements(sentence.masked, hosts, guests, (clause.start, match.end()))


@states("met")
def met_together(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A与B举行会晤."""
    for sentence, _, match in article.done(_TOGETHER):
        if is_other_side(article.text, sentence, match.start()):
            continue
        one, other = (names_in_row(sentence.masked, match.span(name), PERSON) for name in ("one", "other"))
        yield from statements(sentence.masked, one, other, match.span())


@states("met")
def received_passive(article: ParsedArticle) -> Iterator[StatedRelation]:
    """B受到A的会见."""
    for sentence, clause, match in article.done(_GUEST_OF):
        guests = persons(acting(sentence.code, clause, match.start()))
        hosts = names_in_row(sentence.masked, match.span("hosts"), PERSON)
        yield from statements(sentence.masked, hosts, guests, (clause.start, match.end()))


RULES = (received, met_together, received_passive)
