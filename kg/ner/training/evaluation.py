"""What a network under training finds, and strict scores of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
import torch

from kg.evaluation.scores import Score
from kg.model.records import Mention
from kg.ner.recognisers.press import PressModel, spans
from kg.ner.recognisers.viterbi import viterbi
from kg.ner.recognisers.windows import pieces
from kg.ner.spans import stripped
from kg.ner.training.articles import Article
from kg.ner.training.corpora import PRESS_LABELS
from kg.ner.training.data import Batch
from kg.ner.training.network import Network
from kg.ner.training.tags import Span


@torch.no_grad()
def predict(network: Network, batch: Batch, scheme: str, tags: Sequence[str]) -> list[list[Span]]:
    """The spans of a scheme that the network finds in each sentence of a batch."""
    encoding = network(batch.characters, batch.pairs, batch.listed)
    emissions = network.heads[scheme](encoding).transpose(0, 1).numpy()
    lengths = np.full(emissions.shape[1], len(emissions))
    paths = viterbi(emissions, network.crfs[scheme].transitions.numpy(), lengths).T
    return [list(spans(tags, path)) for path in paths]


def score(
    network: Network, batches: Iterable[Batch], scheme: str, tags: Sequence[str]
) -> tuple[float, float, float]:
    """Precision, recall and F of a scheme's spans."""
    gold = found = right = 0
    for batch in batches:
        for guesses, truth in zip(
            predict(network, batch, scheme, tags), batch.tags[scheme].numpy(), strict=True
        ):
            a, b = {*spans(tags, truth)}, {*guesses}
            gold, found, right = gold + len(a), found + len(b), right + len(a & b)
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def recognise(model: PressModel, texts: Sequence[str]) -> Iterator[list[Span]]:
    """The names that a model finds in each text, before any rule."""
    for text in texts:
        places = list(pieces(text))
        readings = model.read([text[start:end] for start, end in places])
        found = (
            stripped(text, Mention(start + a, start + b, label, ""))
            for (start, _), reading in zip(places, readings, strict=True)
            for a, b, label in reading.names
        )
        yield [(name.start, name.end, name.type) for name in found if name]


def score_names(articles: Iterable[Article], found: Iterable[Collection[Span]]) -> dict[str, Score]:
    """The strict scores of each type, and of all."""
    scores = dict.fromkeys((*PRESS_LABELS, "all"), Score())
    for article, guesses in zip(articles, found, strict=True):
        for label in scores:
            a, b = ({s for s in side if label in {s[2], "all"}} for side in (article.names, guesses))
            scores[label] += Score(len(a), len(b), len(a & b))
    return scores


def told(scores: Mapping[str, Score]) -> str:
    """F of each type, and precision and recall of all, in a line."""
    of_types = ", ".join(f"{label} {score.f1:.3f}" for label, score in scores.items())
    return f"{of_types} ({scores['all'].precision:.3f} / {scores['all'].recall:.3f})"
