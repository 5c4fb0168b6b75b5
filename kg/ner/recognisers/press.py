"""`kg_press`: names and words by the network that `python -m kg.ner.training` trains for our guidelines.

The files are in kg/ner/model; MODEL_CARD.md there tells what it learned from and how well it does. One run of
the network gives the names and, as LAC would cut and tag them, the words that the rules go by. Sentences of
many documents run together, sorted by length, and a sentence's result does not depend on the others.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc

from kg.ner.recognisers.features import BREAK, NO_PAIR, Features
from kg.ner.recognisers.spacy_model import LABELS
from kg.ner.recognisers.viterbi import viterbi
from kg.ner.recognisers.windows import Ids, NetworkRecogniser, Prediction
from kg.ner.spans import MODEL

BY = f"{MODEL}press"

# Our guidelines among the schemes that the network knows.
SCHEME = "press"

# Characters in one run of the network, those behind the ends of shorter sentences among them.
BATCH = 3000


class PressModel:
    """The network, its features, and the scheme by which it tells names.

    The scheme is `press`, or `msra` to compare with other recognisers.
    """

    def __init__(self, folder: Path, scheme: str = SCHEME) -> None:
        """Load the files of a folder that `kg.ner.training` wrote."""
        self.folder, self.scheme = folder, scheme
        options = onnxruntime.SessionOptions()
        # One thread: a sentence is too small to share out, and the result is the same on every machine.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "press.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._features = Features.load(folder / "features.npz")
        tags: dict[str, list[str]] = json.loads((folder / "tags.json").read_text("utf-8"))
        self.name_tags, self.word_tags = tags[scheme], tags["words"]
        with np.load(folder / "transitions.npz") as transitions:
            self._transitions = transitions[scheme]

    def __reduce__(self) -> tuple[type[PressModel], tuple[Path, str]]:
        """A pickle names the files: a session of ONNX Runtime cannot be sent to another process."""
        return PressModel, (self.folder, self.scheme)

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        """The words and the names of each sentence."""
        return [
            Prediction(
                words, [(start, end, LABELS[label]) for start, end, label in spans(self.name_tags, names)]
            )
            for names, words in zip(*self.tag(texts), strict=True)
        ]

    def tag(self, texts: Sequence[str]) -> tuple[list[Ids], list[Ids]]:
        """The ids of each character's tag in the scheme, and of its tag as a part of a word, of each text."""
        encoded = self._features.encode(BREAK + BREAK.join(texts) + BREAK)
        starts = np.cumsum([1, *(len(text) + 1 for text in texts)])
        names: list[Ids] = [np.empty(0, dtype=np.int64)] * len(texts)
        words = list(names)
        for batch in _batches(texts):
            lengths = np.array([len(texts[i]) for i in batch])
            steps = np.arange(lengths[-1])[:, None]
            inside = steps < lengths
            # Behind a text's end everything is read from the break before the first text.
            places = np.where(inside, starts[batch] + steps, 0)
            pairs = np.where(steps < lengths - 1, encoded.pairs[places], NO_PAIR)
            feed = {
                "characters": encoded.characters[places],
                "pairs": pairs,
                "pairs_before": np.concatenate([np.full_like(pairs[:1], NO_PAIR), pairs[:-1]]),
                "listed": encoded.words[places],
                "inside": inside[:, :, None].astype(np.float32),
            }
            emissions, word_tags = self._session.run([self.scheme, "words"], feed)
            name_tags = viterbi(emissions, self._transitions, lengths)
            for column, (i, length) in enumerate(zip(batch, lengths.tolist(), strict=True)):
                names[i], words[i] = name_tags[:length, column], word_tags[:length, column]
        return names, words


def _batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """The numbers of the texts that run together: those of like lengths, empty ones left out."""
    batch: list[int] = []
    for i in sorted(range(len(texts)), key=lambda i: len(texts[i])):
        if batch and (len(batch) + 1) * len(texts[i]) > BATCH:
            yield batch
            batch = []
        if texts[i]:
            batch.append(i)
    if batch:
        yield batch


def spans(tags: Sequence[str], ids: Ids) -> Iterator[tuple[int, int, str]]:
    """[start, end) and label of what BIOES tags spell in full: B I* E, or S."""
    start = last = -1
    opened = ""
    for i in np.flatnonzero(ids != tags.index("O")).tolist():
        place, _, label = tags[ids[i]].partition("-")
        if place in "BS":
            start, opened = i, label
        elif i != last + 1 or label != opened:
            opened = ""
        last = i
        if place in "ES" and opened:
            yield start, i + 1, label
            opened = ""


@lru_cache(maxsize=2)
def shipped(scheme: str) -> PressModel:
    """The model that comes with the package, loaded once in a process."""
    return PressModel(Path(str(files("kg.ner").joinpath("model"))), scheme)


@Language.factory("kg_press", default_config={"scheme": SCHEME}, assigns=["doc.ents", "token.tag"])
def create_press(nlp: Language, name: str, scheme: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 (spaCy's interface)
    """Our own network as recogniser."""
    return NetworkRecogniser(nlp, shipped(scheme), BY)
