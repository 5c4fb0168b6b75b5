"""Sentences of other corpora, completed so that they teach our scheme.

PFR and CLUENER mark fewer things than MSRA does (no short forms such as 中 and 美) and call them by other
names. What they mark is kept, and between it stands what a network finds that has learned MSRA: the teacher
of self-training (Scudder 1965), held to what is known of each sentence. MSRA's own head does not learn from
them: it came out worse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kg.ner.training import guidelines
from kg.ner.training.corpora import PRESS, Example
from kg.ner.training.data import Item, spelled, stack
from kg.ner.training.evaluation import predict
from kg.ner.training.network import Network
from kg.ner.training.tags import Span

MSRA = "msra"

# The labels that say the same as one of MSRA's.
_LABELS = {
    "pfr199801": {"PER": "PER", "LOC": "LOC", "ORG": "ORG"},
    "cluener": {
        "name": "PER",
        "address": "LOC",
        "scene": "LOC",
        "organization": "ORG",
        "company": "ORG",
        "government": "ORG",
    },
}
_BATCH = 64


def complete(
    network: Network, examples: Sequence[Example], data: Sequence[Item], tags: dict[str, list[str]]
) -> Iterator[Item]:
    """The items of these corpora with tags of our scheme.

    `data` are the items of the examples, in their order; others are passed over.
    """
    chosen = [(e, item) for e, item in zip(examples, data, strict=True) if _LABELS.keys() & e.spans.keys()]
    chosen.sort(key=lambda c: (len(c[0].text), *c[0].spans))
    for _, group in groupby(chosen, key=lambda c: (len(c[0].text), *c[0].spans)):
        members = list(group)
        for at in range(0, len(members), _BATCH):
            part = members[at : at + _BATCH]
            guesses = predict(network, stack([item for _, item in part]), MSRA, tags[MSRA])
            for (example, item), guess in zip(part, guesses, strict=True):
                ours = guidelines.press(MSRA, example.text, combined(_known(example), guess))
                if ours is not None:
                    yield replace(
                        item, tags=item.tags | {PRESS: spelled(len(example.text), ours, tags[PRESS])}
                    )


def _known(example: Example) -> list[Span]:
    """What the corpus marks, by MSRA's labels."""
    return [
        (start, end, labels[label])
        for scheme, labels in _LABELS.items()
        for start, end, label in example.spans.get(scheme, ())
        if label in labels
    ]


def combined(known: Sequence[Span], guesses: Sequence[Span]) -> list[Span]:
    """What is known, and the guesses that overlap nothing of it, in order.

    An address of several levels is known as one place; the guesses in it take its place.
    """
    chains = [k for k in known if k[2] == "LOC" and sum(_inside(g, k) for g in guesses) > 1]
    kept = [k for k in known if k not in chains]
    free = [g for g in guesses if all(g[1] <= k[0] or k[1] <= g[0] for k in kept)]
    return sorted([*kept, *free])


def _inside(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span[2] == other[2]
