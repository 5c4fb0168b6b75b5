"""appointed: A任命B为会长, B被A聘为顾问, 会议决定任命B为局长; the post is the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statements, states
from kg.linker.lexicon import verbs_of
from kg.linker.sentences.clauses import Clause, Sentence
from kg.linker.sentences.factuality import is_not_done
from kg.linker.sentences.masking import ORGANISATION, PERSON, PLACE, TITLE, MaskedMention, MaskedSentence
from kg.linker.sentences.objects import wording
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import list_of, names_in_row, row_then, whole

_APPOINT_VERBS = verbs_of("appointed")
# These patterns are for the sentences in which every name and title is a symbol of its own.
_VERB = f"(?:{alternation(_APPOINT_VERBS)}|聘)了?"
_BODIES = f"{ORGANISATION}{PLACE}"
# Behind no more posts than one person has.
_PERSON = f"[{_BODIES}{TITLE}]{{0,16}}[^，。；、的由被为{_BODIES}{TITLE}{PERSON}]{{0,4}}{PERSON}"
_PEOPLE = f"(?P<people>{_PERSON}(?:[、和]{_PERSON})*)"
_POSTS = rf"(?:同志)?(?:担任|出任|为|任)(?P<posts>[^，。；：（{PERSON}]{{1,24}})(?=[，。；：（\s]|$)"
_APPOINTED = re.compile(row_then(_VERB + _PEOPLE, _POSTS))
# 任命A为理事长，B为秘书长: the verb holds for both.
_NEXT = re.compile(f"[，、；]{_PEOPLE}{_POSTS}")
_APPOINTED_BY = re.compile(row_then(_PEOPLE, f"被(?P<bodies>{list_of(_BODIES)}){_VERB}{_POSTS}"))
_DECIDED = re.compile(
    row_then(f"(?P<bodies>{list_of(_BODIES)})", "(?:会议|研究|讨论)*(?:决定|批准|同意)[，：]?$")
)
_BODY_BEFORE = re.compile(f".*[{_BODIES}]的?")


@states("appointed")
def body_appointed(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A任命B为会长，C为秘书长; at a meeting, the body that held it."""
    for sentence, names in zip(article.sentences, article.names, strict=True):
        for first in whole(_APPOINTED, names.code):
            clause, verb = _clause_at(sentence, names.offset(first.start()))
            if is_not_done(sentence, clause, verb):
                continue
            bodies = _deciding(article, sentence, clause, verb)
            start = names.index(sentence.masked.offset(clause.start))
            match: re.Match[str] | None = first
            while match:
                yield from _statements(article, names, bodies, match, start)
                match = _NEXT.match(names.code, match.end())


@states("appointed")
def appointed_passive(article: ParsedArticle) -> Iterator[StatedRelation]:
    """B被A聘任为顾问."""
    for sentence, names in zip(article.sentences, article.names, strict=True):
        for match in whole(_APPOINTED_BY, names.code):
            if not is_not_done(sentence, *_clause_at(sentence, names.offset(match.start()))):
                bodies = names_in_row(names, match.span("bodies"))
                yield from _statements(article, names, bodies, match, match.start())


def _clause_at(sentence: Sentence, offset: int) -> tuple[Clause, int]:
    """The clause around a text offset, and the code index of the offset."""
    index = sentence.masked.index(offset)
    return next((c for c in sentence.clauses if index < c.end), Clause(0, index, [])), index


def _statements(
    article: ParsedArticle,
    names: MaskedSentence,
    bodies: Sequence[MaskedMention],
    match: re.Match[str],
    start: int,
) -> Iterator[StatedRelation]:
    """What a match of people and posts in the sentence states; its evidence begins at code[start]."""
    people = names_in_row(names, match.span("people"), PERSON)
    for post in _posts(article, names, match.span("posts")):
        yield from statements(names, bodies, people, (start, match.end()), post)


def _deciding(article: ParsedArticle, sentence: Sentence, clause: Clause, verb: int) -> list[MaskedMention]:
    """Who appoints: whose decision it is, the clause's own subject, else who held the meeting last named."""
    if decided := next(whole(_DECIDED, sentence.code, 0, verb), None):
        return names_in_row(sentence.masked, decided.span("bodies"))
    if not clause.inherited:
        return [mention for _, mention in clause.subjects]
    event = article.event_before(sentence, verb)
    hosts = {
        c.subject for c in article.claims if event and (c.predicate, c.object) == ("organised", event.ref)
    }
    return [MaskedMention(0, 0, "Organisation", host) for host in sorted(hosts)]


def _posts(article: ParsedArticle, names: MaskedSentence, span: tuple[int, int]) -> list[str]:
    """The titles in code[span]; where none is known as one, the words after the body that has the post."""
    start, end = span
    titles = [mention.ref for mention in names.mentions(start, end, types=TITLE)]
    body = _BODY_BEFORE.match(names.code, start, end)
    return titles or [wording(article, names, (body.end() if body else start, end))]


RULES = (body_appointed, appointed_passive)
