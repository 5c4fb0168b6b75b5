"""Teach the recogniser our guidelines from annotated articles.

    python -m kg.ner.training.adapt --gold ../shared/gold/train.jsonl --corpora ../shared/corpora \
        --output kg/ner/model

Needs the extra `train`, and half an hour of one core. What it learns from are the articles of `--gold`, and
the passages that we annotated (`examples/passages.jsonl`; their texts are in the corpora). It begins with the
network that ships, or with that of another folder (`--start`); a run that was stopped goes on from its last
time through the articles. With `--folds` it learns once for each fold instead, without its articles and
without passages of outlets that may be theirs; on these articles it then prints F of the network without any
rule, and precision and recall. Each of these networks has a folder of its own.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import torch

from kg.ner.recognisers.features import Features
from kg.ner.recognisers.lac import LacModel
from kg.ner.recognisers.press import PressModel
from kg.ner.training.examples import articles, corpora, passages
from kg.ner.training.examples.articles import AnnotatedArticle
from kg.ner.training.examples.corpora import PRESS, PRESS_LABELS, SCHEMES, Example
from kg.ner.training.examples.data import WORDS, Item, Noise, batches, fill, items
from kg.ner.training.examples.exchange import Names, collect, exchange
from kg.ner.training.examples.tags import Span, tag_set
from kg.ner.training.network import export
from kg.ner.training.network.restore import restore
from kg.ner.training.network.train import Phase, train
from kg.ner.training.scores import recognise, score_names, told

SEED = 1
# The corpus whose head ships beside ours, and the share of its sentences in each time through the articles:
# without them the network forgets what it knew.
REHEARSED, REHEARSED_SHARE = "msra", 0.1
# How many names are exchanged in a sentence.
EXCHANGED = 0.5
PHASE = Phase(
    (PRESS, REHEARSED),
    epochs=3,
    noise=Noise(characters=0.02, pairs=0.15, listed=0.06),
    dropout=0.25,
    rate=1e-3,
    last_rate=5e-5,
    averaged=(3,),
    warm_up=50,
    decay=0.99,
)
TAGS = {PRESS: tag_set(PRESS_LABELS), REHEARSED: tag_set(SCHEMES[REHEARSED])}
# Where those corpora have names of our types.
_TYPES = {
    "msra": {"PER": "Person", "LOC": "Place", "ORG": "Organisation"},
    "pfr199801": {"PER": "Person", "LOC": "Place", "ORG": "Organisation"},
    "resume": {"NAME": "Person", "ORG": "Organisation"},
    "cluener": {
        "name": "Person",
        "company": "Organisation",
        "organization": "Organisation",
        "government": "Organisation",
        "scene": "Place",
    },
}


class Lesson:
    """What a network learns from: the sentences of articles, those with other names, those rehearsed."""

    def __init__(
        self, sentences: Sequence[Example], names: Names, rehearsed: Sequence[Example], features: Features
    ) -> None:
        """`names` take the places of others; of what is rehearsed a share is seen each time."""
        self.features = features
        self._sentences, self._names, self._rehearsed = sentences, names, rehearsed
        schemes = {**TAGS, WORDS: LacModel().word_tags}
        self._outside = {scheme: tags.index("O") for scheme, tags in schemes.items()}
        self._always = self._items(sentences)

    def data(self, epoch: int) -> list[Item]:
        """The sentences of one time through the articles; each time other names are exchanged."""
        chance = random.Random(SEED + epoch)  # noqa: S311 (no secret)
        others = [exchange(example, self._names, EXCHANGED, chance) for example in self._sentences]
        again = chance.sample(self._rehearsed, round(REHEARSED_SHARE * len(self._rehearsed)))
        return [*self._always, *self._items([*filter(None, others), *again])]

    def _items(self, sentences: Sequence[Example]) -> list[Item]:
        unknown = self.features.sizes[0] - 1
        return [fill(item, unknown, self._outside) for item in items(sentences, self.features, TAGS)]


def rehearsed(folder: Path) -> list[Example]:
    """The sentences of the corpus whose head ships."""
    return [
        Example(piece, {REHEARSED: inside})
        for text, spans in corpora.read_corpus(folder / f"{REHEARSED}.train.jsonl")
        for piece, inside in corpora.split(text, spans)
    ]


def named(folder: Path) -> Iterator[tuple[str, str]]:
    """The names in the corpora, with their types."""
    for scheme, types in _TYPES.items():
        for text, spans in corpora.read_corpus(folder / f"{scheme}.train.jsonl"):
            for start, end, label in spans:
                if label in types:
                    yield text[start:end], types[label]


def learn(start: Path, lesson: Lesson, output: Path) -> None:
    """Train the network of a folder further, and write it to another."""
    network = restore(start, lesson.features.sizes, TAGS)
    # Too few of the pairs stand in the articles.
    network.pair.weight.requires_grad_(False)
    output.mkdir(parents=True, exist_ok=True)
    state = output / "articles.pt"
    network = train(network, lesson.data, PHASE, SEED, print, state)
    tags = {**TAGS, WORDS: LacModel().word_tags}
    export.write(output, network, lesson.features, tags, batches(lesson.data(0)[:2000], 3000, SEED))
    state.unlink()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shipped = Path(str(files("kg.ner").joinpath("model")))
    parser.add_argument("--gold", type=Path, required=True, help="articles annotated by our guidelines")
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--start", type=Path, default=shipped, help="folder of the network to begin with")
    parser.add_argument("--output", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--folds", action="store_true", help="cross-validate instead")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)

    features = Features.load(options.start / "features.npz")
    others = list(named(options.corpora))
    again = rehearsed(options.corpora)
    gold = list(articles.read(options.gold))

    def lesson(chosen: Sequence[AnnotatedArticle]) -> Lesson:
        own = [(article.text[start:end], label) for article in chosen for start, end, label in article.names]
        return Lesson(list(articles.examples(chosen)), collect([*others, *own]), again, features)

    annotated = [*gold, *passages.read(options.corpora)]
    if not options.folds:
        learn(options.start, lesson(annotated), options.output)
        return
    found: list[tuple[AnnotatedArticle, list[Span]]] = []
    for fold in sorted({article.fold for article in gold}):
        folder = options.output / f"fold-{fold}"
        if not (folder / "transitions.npz").exists():
            learn(options.start, lesson([a for a in annotated if fold not in a.folds]), folder)
        apart = [article for article in gold if article.fold == fold]
        names = list(recognise(PressModel(folder), [article.text for article in apart]))
        print(f"fold {fold}: {told(score_names(apart, names))}")
        found += zip(apart, names, strict=True)
    print(f"all folds: {told(score_names(*zip(*found, strict=True)))}")


if __name__ == "__main__":
    main()
