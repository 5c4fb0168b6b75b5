"""Precision, recall and F of a prediction against gold data.

`matching` tells what is right. Dates are scored where the gold has any. Scores are micro-averages: the counts
of all articles are added up before anything is divided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from kg.evaluation.matching import (
    Layer,
    ScoredFact,
    align,
    annotated_predicates,
    match_facts,
    pair_articles,
    read_content,
    scored_facts,
)
from kg.language.text import sentences
from kg.model.records import Article, EntityType, LinkedArticle, Predicate
from kg.model.score import Score

LAYERS: tuple[Layer, ...] = get_args(Layer)

_LABEL_ORDER = {label: n for n, label in enumerate((*get_args(EntityType), *get_args(Predicate)))}

# What is said with more than the last but one is meant to be right nine times in ten.
_CONFIDENCE_STEPS = (0.0, 0.7, 0.8, 0.9, 1.01)


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
        labels = [label for at, label in self.scores if at == layer]
        return sorted(labels, key=lambda label: (_LABEL_ORDER.get(label, len(_LABEL_ORDER)), label))

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
    predicates = annotated_predicates(golden)
    timed = any(entity.time for left, _ in pairs for entity in left.entities)
    scores: defaultdict[tuple[Layer, str], Score] = defaultdict(Score)
    mistakes: list[Mistake] = []
    claims: list[Judged] = []
    for left, right in pairs:
        wanted = scored_facts(left, range(len(left.article.text)), predicates)
        positions = align(right.article.text, left.article.text) if right else ()
        stated = scored_facts(right, positions, predicates) if right else []
        stated = [fact for fact in stated if timed or fact.layer != "dates"]
        matches = match_facts(wanted, stated)
        right_ones = set(matches.values())
        for n, fact in enumerate(wanted):
            scores[fact.layer, fact.label] += Score(gold=1, correct=int(n in matches))
        for n, fact in enumerate(stated):
            scores[fact.layer, fact.label] += Score(predicted=1)
            if fact.layer == "relations":
                claims.append(Judged(fact.rule, fact.confidence, n in right_ones))
        mistakes += [
            _mistake(left.article, "missed", fact) for n, fact in enumerate(wanted) if n not in matches
        ]
        if right:
            mistakes += [
                _mistake(right.article, "wrong", fact) for n, fact in enumerate(stated) if n not in right_ones
            ]
    met = [(left.article, right.article) for left, right in pairs if right]
    return Evaluation(
        articles=len(pairs),
        matched=len(met),
        exact=sum(read_content(left) == read_content(right) for left, right in met),
        scores=dict(scores),
        mistakes=tuple(mistakes),
        claims=tuple(claims),
    )


def _mistake(article: Article, kind: Literal["missed", "wrong"], fact: ScoredFact) -> Mistake:
    start, end = fact.span
    around = [s for s in sentences(article.text) if s[0] < max(end, start + 1) and start < s[1]]
    first = min((s[0] for s in around), default=start)
    last = max((s[1] for s in around), default=end)
    sentence = article.text[first:last]
    return Mistake(article.id, kind, fact.layer, fact.label, fact.text, sentence, start - first, end - first)
