"""Precision, recall and F of a prediction against gold data.

Mentions are right when span and type are the same; entities when type and canonical name are the same,
and events when their mentions overlap by half of the shorter one; relations when they join such
entities; bylines when role and name are the same; dates when the event is the same and its first and last
day are, or where no day is known, when the words are. Dates are scored where the gold has any. Scores are
micro-averages: the counts of all articles are added up before anything is divided.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, get_args

from kg.language.text import sentences
from kg.model.records import Article, CommonPredicate, Entity, EntityType, LinkedArticle, Predicate

Layer = Literal["mentions", "entities", "relations", "bylines", "dates"]
LAYERS: tuple[Layer, ...] = get_args(Layer)

_LABEL_ORDER = {label: n for n, label in enumerate((*get_args(EntityType), *get_args(Predicate)))}

# The committee with the title 书记 and its body with the title 党委书记 say the same. A committee that
# is known by its area alone (县委) has no body to give the title to.
_COMMITTEE = r"(?:机关)?(?:党委|党组|党支部|党总支|党工委)"
_COMMITTEE_OF_A_BODY = re.compile(f"(?<=.){_COMMITTEE}$")
_POST_IN_A_COMMITTEE = re.compile(f"{_COMMITTEE}.")

# What is said with more than the last but one is meant to be right nine times in ten.
_CONFIDENCE_STEPS = (0.0, 0.7, 0.8, 0.9, 1.01)

Span = tuple[int, int]
# A part of a fact's key: a value that must be equal, or the spans of an event, one of which must overlap.
Part = str | int | None | frozenset[Span]


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts the gold has, how many were predicted, and how many of these are right."""

    gold: int = 0
    predicted: int = 0
    correct: int = 0

    @property
    def precision(self) -> float:
        """The share of the predicted that is right."""
        return self.correct / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.correct / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    def __add__(self, other: Score) -> Score:
        """The micro-average of both."""
        return Score(self.gold + other.gold, self.predicted + other.predicted, self.correct + other.correct)

    def to_json(self) -> dict[str, float]:
        """Counts and ratios as plain data."""
        ratios = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        counts = {"gold": self.gold, "predicted": self.predicted, "correct": self.correct}
        return {**{name: round(value, 4) for name, value in ratios.items()}, **counts}


@dataclass(frozen=True, slots=True)
class Mistake:
    """A fact that only the gold has (missed) or only the prediction (wrong).

    `text` tells the fact, `sentence` where it stands; the evidence is `sentence[start:end]`.
    """

    article: str
    kind: Literal["missed", "wrong"]
    layer: Layer
    label: str
    text: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicted claim: its rule, its confidence, and whether the gold has it."""

    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True)
class Evaluation:
    """Scores by layer and label (a type, a predicate, a role), and how gold and predicted articles met.

    `matched` of the `articles` of the gold were found; the `exact` ones have the same title, text and byline.
    """

    articles: int
    matched: int
    exact: int
    scores: Mapping[tuple[Layer, str], Score]
    mistakes: tuple[Mistake, ...]
    claims: tuple[Judged, ...]

    def score(self, layer: Layer, label: str | None = None) -> Score:
        """The score of one label, or of the whole layer."""
        return sum(
            (score for (at, of), score in self.scores.items() if at == layer and label in (None, of)), Score()
        )

    def layers(self) -> list[Layer]:
        """The layers that have any fact to score."""
        return [layer for layer in LAYERS if self.labels(layer)]

    def labels(self, layer: Layer) -> list[str]:
        """The labels of a layer, types and predicates in the order of the ontology."""
        found = [label for at, label in self.scores if at == layer]
        return sorted(found, key=lambda label: (_LABEL_ORDER.get(label, len(_LABEL_ORDER)), label))

    def rules(self) -> dict[str, Score]:
        """What each rule stated and how much of it is right, the busiest rule first; gold counts are 0."""
        scores: defaultdict[str, Score] = defaultdict(Score)
        for claim in self.claims:
            scores[claim.rule] += Score(predicted=1, correct=int(claim.right))
        return dict(sorted(scores.items(), key=lambda item: (-item[1].predicted, item[0])))

    def without(self, rule: str) -> Score:
        """The score of the relations without the claims of one rule."""
        taken = self.rules()[rule]
        return self.score("relations") + Score(predicted=-taken.predicted, correct=-taken.correct)

    def calibration(self) -> dict[tuple[float, float], tuple[float, Score]]:
        """For each step of confidence [from, to): the mean confidence of its claims, and their score."""
        steps: dict[tuple[float, float], tuple[float, Score]] = {}
        for low, high in pairwise(_CONFIDENCE_STEPS):
            inside = [claim for claim in self.claims if low <= claim.confidence < high]
            if inside:
                mean = sum(claim.confidence for claim in inside) / len(inside)
                right = sum(claim.right for claim in inside)
                steps[low, high] = mean, Score(predicted=len(inside), correct=right)
        return steps

    def to_json(self) -> dict[str, object]:
        """All scores as plain data; the scores of a whole layer stand under `all`."""
        return {
            "articles": {"gold": self.articles, "matched": self.matched, "exact": self.exact},
            "rules": {
                rule: {"predicted": score.predicted, "correct": score.correct}
                for rule, score in self.rules().items()
            },
            **{
                layer: {
                    "all": self.score(layer).to_json(),
                    **{label: self.score(layer, label).to_json() for label in self.labels(layer)},
                }
                for layer in self.layers()
            },
        }


def evaluate(gold: Iterable[LinkedArticle], predicted: Iterable[LinkedArticle]) -> Evaluation:
    """Score predicted articles against gold ones.

    A gold article that was not predicted counts as missed whole; a predicted one that the gold does not
    have is left out, so that a large build can be scored by a sample. A further predicate is scored where
    the gold has any relation of it: most gold data does not annotate these.
    """
    golden = list(gold)
    pairs = pair_articles(golden, predicted)
    predicates = _annotated(golden)
    timed = any(entity.time for left, _ in pairs for entity in left.entities)
    scores: defaultdict[tuple[Layer, str], Score] = defaultdict(Score)
    mistakes: list[Mistake] = []
    claims: list[Judged] = []
    for left, right in pairs:
        wanted = _facts(left, range(len(left.article.text)), predicates)
        given = _facts(right, _align(right.article.text, left.article.text), predicates) if right else []
        given = [fact for fact in given if timed or fact.layer != "dates"]
        hits = _match(wanted, given)
        found, right_ones = set(hits), set(hits.values())
        for n, fact in enumerate(wanted):
            scores[fact.layer, fact.label] += Score(gold=1, correct=int(n in found))
        for n, fact in enumerate(given):
            scores[fact.layer, fact.label] += Score(predicted=1)
            if fact.layer == "relations":
                claims.append(Judged(fact.rule, fact.confidence, n in right_ones))
        mistakes += [
            _mistake(left.article, "missed", fact) for n, fact in enumerate(wanted) if n not in found
        ]
        if right:
            mistakes += [
                _mistake(right.article, "wrong", fact) for n, fact in enumerate(given) if n not in right_ones
            ]
    met = [(left.article, right.article) for left, right in pairs if right]
    return Evaluation(
        articles=len(pairs),
        matched=len(met),
        exact=sum(_content(left) == _content(right) for left, right in met),
        scores=dict(scores),
        mistakes=tuple(mistakes),
        claims=tuple(claims),
    )


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
class _Fact:
    """One scored statement of one article: equal in layer, label and every part of the key, it is right."""

    layer: Layer
    label: str
    key: tuple[Part, ...]
    text: str
    span: Span
    # Of a relation: which rule stated it, and how sure it was.
    rule: str = ""
    confidence: float = 1.0


def _annotated(gold: Iterable[LinkedArticle]) -> frozenset[str]:
    """The predicates that the gold annotates: the common ones, and those further ones that it has."""
    return frozenset(get_args(CommonPredicate)) | {claim.predicate for one in gold for claim in one.claims}


def _facts(linked: LinkedArticle, positions: Sequence[int], predicates: frozenset[str]) -> list[_Fact]:
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
) -> Iterator[_Fact]:
    for mention in linked.mentions:
        span = mention.start, mention.end
        surface = linked.article.text[mention.start : mention.end]
        yield _Fact("mentions", entities[mention.entity].type, _locate(span, positions), surface, span)


def _entities(
    linked: LinkedArticle, spans: Mapping[str, Sequence[Span]], positions: Sequence[int]
) -> Iterator[_Fact]:
    for entity in linked.entities:
        place = min(spans.get(entity.id, ()), default=(0, 0))
        yield _Fact("entities", entity.type, _identity(entity, spans, positions), entity.name, place)


def _relations(
    linked: LinkedArticle,
    entities: Mapping[str, Entity],
    spans: Mapping[str, Sequence[Span]],
    positions: Sequence[int],
) -> Iterator[_Fact]:
    for claim in linked.claims:
        subject, object_ = entities[claim.subject], entities[claim.object]
        key: tuple[Part, ...] = (
            *_identity(subject, spans, positions),
            *(_post(object_, claim.title) or (*_identity(object_, spans, positions), claim.title)),
        )
        text = " ".join(filter(None, (subject.name, claim.predicate, object_.name, claim.title)))
        evidence = (claim.start, claim.end) if claim.end else _closest(spans[subject.id], spans[object_.id])
        yield _Fact("relations", claim.predicate, key, text, evidence, claim.rule, claim.confidence)


def _dates(
    linked: LinkedArticle, spans: Mapping[str, Sequence[Span]], positions: Sequence[int]
) -> Iterator[_Fact]:
    for entity in linked.entities:
        if time := entity.time:
            place = time.start, time.end
            known = time.first or time.last
            days: tuple[Part, ...] = (
                (time.first, time.last) if known else (frozenset({_locate(place, positions)}),)
            )
            words = linked.article.text[time.start : time.end]
            text = " ".join(filter(None, (entity.name, words, time.first, time.last)))
            yield _Fact("dates", entity.type, (*_identity(entity, spans, positions), *days), text, place)


def _bylines(article: Article) -> Iterator[_Fact]:
    for credit in article.byline:
        start = credit.start if credit.end else max(article.text.find(credit.name), 0)
        span = start, credit.end or start + len(credit.name)
        yield _Fact("bylines", credit.role, (credit.name,), f"{credit.role} {credit.name}", span)


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


def _align(text: str, gold: str) -> Sequence[int]:
    """For each character of `text` its offset in `gold`, -1 where there is none."""
    if text == gold:
        return range(len(text))
    positions = [-1] * len(text)
    for start, at, length in SequenceMatcher(None, text, gold, autojunk=False).get_matching_blocks():
        positions[start : start + length] = range(at, at + length)
    return positions


def _match(wanted: Sequence[_Fact], given: Sequence[_Fact]) -> dict[int, int]:
    """A largest one-to-one matching of gold facts with predicted ones that are right, by index."""
    rivals: defaultdict[tuple[Layer, str], list[int]] = defaultdict(list)
    for n, fact in enumerate(given):
        rivals[fact.layer, fact.label].append(n)
    options = [
        [n for n in rivals[goal.layer, goal.label] if _same(goal.key, given[n].key)] for goal in wanted
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

    for goal in range(len(wanted)):
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


def _mistake(article: Article, kind: Literal["missed", "wrong"], fact: _Fact) -> Mistake:
    start, end = fact.span
    around = [s for s in sentences(article.text) if s[0] < max(end, start + 1) and start < s[1]]
    first = min((s[0] for s in around), default=start)
    last = max((s[1] for s in around), default=end)
    sentence = article.text[first:last]
    return Mistake(article.id, kind, fact.layer, fact.label, fact.text, sentence, start - first, end - first)


def _content(article: Article) -> tuple[str, str, list[tuple[str, str]]]:
    return article.title, article.text, sorted((credit.role, credit.name) for credit in article.byline)


def _squeeze(text: str) -> str:
    return "".join(text.split())
