"""guided: 在A指导下举办, 由A指导, A指导的大赛, 指导单位：A."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.claims import StatedRelation, statements, states
from kg.linker.lexicon import TAKE_PLACE, verbs_of
from kg.linker.sentences.factuality import is_nonfactual
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON
from kg.linker.sentences.objects import event_of_passive, events_after, widened
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.rows import list_of, names_in_row, row_then, whole

_ORGANISE_VERBS = verbs_of("organised")
_GUIDES = f"(?P<guides>{list_of(ORGANISATION + PERSON)})"
_UNDER = re.compile(rf"在{_GUIDES}的?[^，。；在的]{{0,6}}?指导下")
_HELD = re.compile(alternation((*_ORGANISE_VERBS, *TAKE_PLACE)) + "了?")
# In 由A主办，B指导，C承办 the guide need not come first.
_BY = re.compile(rf"由(?:[^。；]{{0,60}}?[，、])??{_GUIDES}(?:共同|联合|具体)?指导(?=[，、。；])")
_WHICH = re.compile(row_then(_GUIDES, f"(?:共同|联合)?指导的[^，。；]{{0,6}}?(?P<event>{EVENT})"))
_LISTED = re.compile(rf"指导单位(?:为|是|[：:])\s*{_GUIDES}")


@states("guided")
def guided_under(article: ParsedArticle) -> Iterator[StatedRelation]:
    """在A指导下，B举办大赛: the guide of what is held."""
    for sentence in article.sentences:
        for match in _UNDER.finditer(sentence.code):
            held = _HELD.search(sentence.code, match.end())
            if held is None or is_nonfactual(sentence.code, 0, held.start()):
                continue
            events = events_after(sentence, held.end(), len(sentence.code), reach=30)
            guides = names_in_row(sentence.masked, match.span("guides"))
            for event in events:
                span = widened(sentence, match.span(), event)
                yield from statements(sentence.masked, guides, [event], span)


@states("guided")
def guided_passive(article: ParsedArticle) -> Iterator[StatedRelation]:
    """大赛由A指导，B主办; 由B主办、A指导的大赛."""
    for sentence in article.sentences:
        for match in _BY.finditer(sentence.code):
            event = event_of_passive(article, sentence, *match.span())
            if event and not is_nonfactual(sentence.code, 0, match.start()):
                guides = names_in_row(sentence.masked, match.span("guides"))
                span = widened(sentence, match.span(), event)
                yield from statements(sentence.masked, guides, [event], span)


@states("guided")
def guided_relative(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A指导的大赛."""
    for sentence in article.sentences:
        for match in whole(_WHICH, sentence.code):
            guides, event = (
                names_in_row(sentence.masked, match.span("guides")),
                sentence.masked.mention(match.start("event")),
            )
            yield from statements(sentence.masked, guides, [event], match.span())


@states("guided")
def guiding_unit(article: ParsedArticle) -> Iterator[StatedRelation]:
    """指导单位：A, of the event last named."""
    for sentence in article.sentences:
        for match in _LISTED.finditer(sentence.code):
            event = article.event_before(sentence, match.start())
            guides = names_in_row(sentence.masked, match.span("guides"))
            yield from statements(sentence.masked, guides, [event] if event else [], match.span())


RULES = (guided_under, guided_passive, guided_relative, guiding_unit)
