"""Which articles, and which facts in them, of a prediction are those of the gold.

Mentions are the same with the same span and type; entities with the same type and canonical name, and events
where their mentions overlap by half of the shorter one; relations where they join such entities; bylines with
the same role and name; dates where the event is the same and its first and last day are, or where no day is
known, the words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, get_args

from kg.model.records import Article, CommonPredicate, Entity, LinkedArticle

Layer = Literal["mentions", "entities", "relations", "bylines", "dates"]

# The committee with the title 书记 and its body with the title 党委书记 say the same. A committee that
# is known by its area alone (县委) has no body to give the title to.
_COMMITTEE = r"(?:机关)?(?:党委|党组|党支部|党总支|党工委)"
_COMMITTEE_OF_A_BODY = re.compile(f"(?<=.){_COMMITTEE}$")
_POST_IN_A_COMMITTEE = re.compile(f"{_COMMITTEE}.")

Span = tuple[int, int]
# A part of a fact's key: a value that must be equal, or the spans of an event, one of which must overlap.
Part = str | int | None | frozenset[Span]


def pair_articles(
    gold: Sequence[LinkedArticle], predicted: Iterable[LinkedArticle]
) -> list[tuple[LinkedArticle, LinkedArticle | None]]:
    """Each gold article with the predicted one that it is: by text, else by title, else by id.

    An id alone is the weakest sign: a reader numbers the articles of a page as it finds them.
    """
    pairs: dict[int, LinkedArticle] = {}
    free = dict(enumerate(predicted))
    for sign in _SIGNS:
        waiting = {sign(linked.article): n for n, linked in reversed(free.items())}
        for n, linked in enumerate(gold):
            key = sign(linked.article)
            if n not in pairs and any(key) and key in waiting:
                pairs[n] = free.pop(waiting.pop(key))
    return [(linked, pairs.get(n)) for n, linked in enumerate(gold)]


# From the surest to the weakest; a sign of empty strings says nothing.
_SIGNS: tuple[Callable[[Article], tuple[str, ...]], ...] = (
    lambda article: (_squeeze(article.text), article.id),
    lambda article: (_squeeze(article.text),),
    lambda article: (_squeeze(article.title),),
    lambda article: (article.id,),
)


@dataclass(frozen=True, slots=True)
class ScoredFact:
    """One scored statement of one article: equal in layer, label and every part of the key, it is right."""

    layer: Layer
    label: str
    key: tuple[Part, ...]
    text: str
    span: Span
    # Of a relation: which rule stated it, and how sure it was.
    rule: str = ""
    confidence: float = 1.0


def annotated_predicates(gold: Iterable[LinkedArticle]) -> frozenset[str]:
    """The predicates that the gold annotates: the common ones, and those further ones that it has."""
    return frozenset(get_args(CommonPredicate)) | {claim.predicate for one in gold for claim in one.claims}


def scored_facts(
    linked: LinkedArticle, positions: Sequence[int], predicates: frozenset[str]
) -> list[ScoredFact]:
    """All that is scored of an article, once each; `positions` are its characters' offsets in the gold."""
    entities = {entity.id: entity for entity in linked.entities}
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for mention in linked.mentions:
        spans[mention.entity].append((mention.start, mention.end))
    facts = [*_mentions(linked, entities, positions), *_entities(linked, spans, positions)]
    relations = _relations(linked, entities, spans, positions)
    facts += [fact for fact in relations if fact.label in predicates]
    facts += _bylines(linked.article)
    facts += _dates(linked, spans, positions)
    return list({(fact.layer, fact.label, fact.key): fact for fact in reversed(facts)}.values())[::-1]


def _mentions(
    linked: LinkedArticle, entities: Mapping[str, Entity], positions: Sequence[int]
) -> Iterator[ScoredFact]:
    for mention in linked.mentions:
        span = mention.start, mention.end
        surface = linked.article.text[mention.start : mention.end]
        yield ScoredFact("mentions", entities[mention.entity].type, _locate(span, positions), surface, span)


def _entities(
    linked: LinkedArticle, spans: Mapping[str, Sequence[Span]], positions: Sequence[int]
) -> Iterator[ScoredFact]:
    for entity in linked.entities:
        place = min(spans.get(entity.id, ()), default=(0, 0))
        yield ScoredFact("entities", entity.type, _identity(entity, spans, positions), entity.name, place)


def _relations(
    linked: LinkedArticle,
    entities: Mapping[str, Entity],
    spans: Mapping[str, Sequence[Span]],
    positions: Sequence[int],
) -> Iterator[ScoredFact]:
    for claim in linked.claims:
        subject, object_ = entities[claim.subject], entities[claim.object]
        key: tuple[Part, ...] = (
            *_identity(subject, spans, positions),
            *(_post(object_, claim.title) or (*_identity(object_, spans, positions), claim.title)),
        )
        text = " ".join(filter(None, (subject.name, claim.predicate, object_.name, claim.title)))
        evidence = (claim.start, claim.end) if claim.end else _closest(spans[subject.id], spans[object_.id])
        yield ScoredFact("relations", claim.predicate, key, text, evidence, claim.rule, claim.confidence)


def _dates(
    linked: LinkedArticle, spans: Mapping[str, Sequence[Span]], positions: Sequence[int]
) -> Iterator[ScoredFact]:
    for entity in linked.entities:
        if time := entity.time:
            place = time.start, time.end
            known = time.first or time.last
            days: tuple[Part, ...] = (
                (time.first, time.last) if known else (frozenset({_locate(place, positions)}),)
            )
            words = linked.article.text[time.start : time.end]
            text = " ".join(filter(None, (entity.name, words, time.first, time.last)))
            yield ScoredFact("dates", entity.type, (*_identity(entity, spans, positions), *days), text, place)


def _bylines(article: Article) -> Iterator[ScoredFact]:
    for credit in article.byline:
        start = credit.start if credit.end else max(article.text.find(credit.name), 0)
        span = start, credit.end or start + len(credit.name)
        yield ScoredFact("bylines", credit.role, (credit.name,), f"{credit.role} {credit.name}", span)


def _identity(
    entity: Entity, spans: Mapping[str, Sequence[Span]], positions: Sequence[int]
) -> tuple[Part, ...]:
    """What makes two entities one: type and name, or where an event is mentioned."""
    if entity.type == "Event":
        return entity.type, frozenset(_locate(span, positions) for span in spans.get(entity.id, ()))
    return entity.type, entity.name


def _post(body: Entity, title: str | None) -> tuple[Part, ...] | None:
    """A post in a party committee as body and title, whichever of the two ways it was given in."""
    if not title:
        return None
    if committee := _COMMITTEE_OF_A_BODY.search(body.name):
        return body.name[: committee.start()], committee[0] + title
    return (body.name, title) if _POST_IN_A_COMMITTEE.match(title) else None


def _locate(span: Span, positions: Sequence[int]) -> Span:
    """The span in the gold text; one whose characters it lacks gets a place before it, equal to no other."""
    first, last = positions[span[0]], positions[span[1] - 1]
    return (first, last + 1) if first >= 0 and last >= 0 else (-1 - span[1], -1 - span[0])


def align(text: str, gold: str) -> Sequence[int]:
    """For each character of `text` its offset in `gold`, -1 where there is none."""
    if text == gold:
        return range(len(text))
    positions = [-1] * len(text)
    for start, at, length in SequenceMatcher(None, text, gold, autojunk=False).get_matching_blocks():
        positions[start : start + length] = range(at, at + length)
    return positions


def match_facts(gold: Sequence[ScoredFact], predicted: Sequence[ScoredFact]) -> dict[int, int]:
    """A largest one-to-one matching of gold facts with predicted ones that are right, by index."""
    rivals: defaultdict[tuple[Layer, str], list[int]] = defaultdict(list)
    for n, fact in enumerate(predicted):
        rivals[fact.layer, fact.label].append(n)
    options = [
        [n for n in rivals[goal.layer, goal.label] if _same(goal.key, predicted[n].key)] for goal in gold
    ]
    taken: dict[int, int] = {}

    def assign(goal: int, tried: set[int]) -> bool:
        for n in options[goal]:
            if n not in tried:
                tried.add(n)
                if n not in taken or assign(taken[n], tried):
                    taken[n] = goal
                    return True
        return False

    for goal in range(len(gold)):
        assign(goal, set())
    return {goal: n for n, goal in taken.items()}


def _same(gold: Sequence[Part], predicted: Sequence[Part]) -> bool:
    return len(gold) == len(predicted) and all(map(_agree, gold, predicted))


def _agree(gold: Part, predicted: Part) -> bool:
    if isinstance(gold, frozenset) and isinstance(predicted, frozenset):
        return any(_overlap(a, b) for a in gold for b in predicted)
    return gold == predicted


def _overlap(a: Span, b: Span) -> bool:
    """Whether two spans share at least half of the shorter one."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 2 * shared >= min(a[1] - a[0], b[1] - b[0])


def _closest(subjects: Sequence[Span], objects: Sequence[Span]) -> Span:
    """From one mention to the other, where subject and object stand closest together."""
    pairs = ((min(a, b)[0], max(a[1], b[1])) for a in subjects for b in objects)
    return min(pairs, key=lambda span: span[1] - span[0], default=min((*subjects, *objects), default=(0, 0)))


def read_content(article: Article) -> tuple[str, str, list[tuple[str, str]]]:
    """What a reader gives of an article: title, text, and byline in a fixed order."""
    return article.title, article.text, sorted((credit.role, credit.name) for credit in article.byline)


def _squeeze(text: str) -> str:
    return "".join(text.split())
