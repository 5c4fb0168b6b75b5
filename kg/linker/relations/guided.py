"""guided: 在A指导下举办, 由A指导, A指导的大赛, 指导单位：A."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.lexicon import HOLD_VERBS, ORGANISE_VERBS
from kg.linker.relations.claims import around, each, event_of_passive, events_after
from kg.linker.sentences.clauses import Scene, is_unreal
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON
from kg.linker.sentences.rows import list_of, named, row_then, whole
from kg.model.records import Claim

_GUIDES = f"(?P<guides>{list_of(ORGANISATION + PERSON)})"
_UNDER = re.compile(rf"在{_GUIDES}的?[^，。；在的]{{0,6}}?指导下")
_HELD = re.compile(alternation((*ORGANISE_VERBS, *HOLD_VERBS)) + "了?")
# In 由A主办，B指导，C承办 the guide need not come first.
_BY = re.compile(rf"由(?:[^。；]{{0,60}}?[，、])??{_GUIDES}(?:共同|联合|具体)?指导(?=[，、。；])")
_WHICH = re.compile(row_then(_GUIDES, f"(?:共同|联合)?指导的[^，。；]{{0,6}}?(?P<event>{EVENT})"))
_LISTED = re.compile(rf"指导单位(?:为|是|[：:])\s*{_GUIDES}")


def guided_under(scene: Scene) -> Iterator[Claim]:
    """在A指导下，B举办大赛: the guide of what is held."""
    for sentence in scene.sentences:
        for match in _UNDER.finditer(sentence.code):
            held = _HELD.search(sentence.code, match.end())
            if held is None or is_unreal(sentence.code, 0, held.start()):
                continue
            events = events_after(sentence, held.end(), len(sentence.code), reach=30)
            guides = named(sentence.canvas, match.span("guides"))
            for event in events:
                span = around(sentence, match.span(), event)
                yield from each(sentence, guides, "guided", [event], span, 0.9, "guided-under")


def guided_passive(scene: Scene) -> Iterator[Claim]:
    """大赛由A指导，B主办; 由B主办、A指导的大赛."""
    for sentence in scene.sentences:
        for match in _BY.finditer(sentence.code):
            event = event_of_passive(scene, sentence, *match.span())
            if event and not is_unreal(sentence.code, 0, match.start()):
                guides = named(sentence.canvas, match.span("guides"))
                span = around(sentence, match.span(), event)
                yield from each(sentence, guides, "guided", [event], span, 0.9, "guided-passive")


def guided_relative(scene: Scene) -> Iterator[Claim]:
    """A指导的大赛."""
    for sentence in scene.sentences:
        for match in whole(_WHICH, sentence.code):
            guides, event = (
                named(sentence.canvas, match.span("guides")),
                sentence.canvas.mark(match.start("event")),
            )
            yield from each(sentence, guides, "guided", [event], match.span(), 0.85, "guided-relative")


def guiding_unit(scene: Scene) -> Iterator[Claim]:
    """指导单位：A, of the event last named."""
    for sentence in scene.sentences:
        for match in _LISTED.finditer(sentence.code):
            event = scene.event_before(sentence, match.start())
            guides = named(sentence.canvas, match.span("guides"))
            yield from each(
                sentence, guides, "guided", [event] if event else [], match.span(), 0.9, "guiding-unit"
            )


RULES = (guided_under, guided_passive, guided_relative, guiding_unit)
