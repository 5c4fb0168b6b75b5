"""What recognisers with a network share: documents are cut into sentences, and many run at once."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol, cast

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.text import sentences
from kg.model.records import Mention, MentionType
from kg.ner.characters import text_of
from kg.ner.spans import stripped, write_names

Ids = npt.NDArray[np.int64]

# Longer sentences are cut after a comma, or anywhere if they have none: the network's memory is short anyhow.
LONGEST = 200
_COMMA = re.compile("[，、,：:]")

# Characters collected from the documents before the network runs: enough for batches of like lengths. The
# first windows are smaller, so that the components behind have something to do soon, and each is twice the
# one before.
WINDOW, FIRST_WINDOW = 60_000, 15_000

# Windows that the network reads, each in a thread, while the components behind it work on those before.
AHEAD = 3


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """[start, end) of what goes through the network at once: sentences, long ones cut."""
    for start, end in sentences(text):
        # Newlines and spaces around a sentence are not in what the model learned from.
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        while end - start > LONGEST:
            commas = [m.end() for m in _COMMA.finditer(text, start, start + LONGEST)]
            cut = commas[-1] if commas else start + LONGEST
            yield start, cut
            start = cut
        yield start, end


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a network says of a sentence: the id of each character's word tag, and the names."""

    words: Ids
    names: Sequence[tuple[int, int, MentionType]]


class Model(Protocol):
    """A network: `word_tags` are B/I tags, one of them O."""

    @property
    def word_tags(self) -> Sequence[str]:
        """What the ids of word tags stand for."""

    def predict(self, texts: Sequence[str]) -> Sequence[Prediction]:
        """The words and names of each sentence, which does not depend on the others."""


class NetworkRecogniser:
    """The component: names into `doc.ents`, words as B/I tags into `token.tag_`."""

    def __init__(self, nlp: Language, model: Model, by: str) -> None:
        """`by` is that of the mentions."""
        self.model = model
        self.by = by
        self._outside = model.word_tags.index("O")
        self._hashes = np.array([nlp.vocab.strings.add(tag) for tag in model.word_tags], dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Recognise one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:  # noqa: ARG002 (spaCy's interface)
        """Recognise a stream; sentences of all documents of a window share the batches."""
        # ONNX Runtime and numpy let other threads run while they compute.
        with ThreadPoolExecutor(AHEAD) as threads:
            ahead: deque[tuple[_Window, Future[Sequence[Prediction]]]] = deque()
            for window in _windows(stream):
                ahead.append((window, threads.submit(self.model.predict, window.sentences)))
                if len(ahead) > AHEAD:
                    yield from self._written(*ahead.popleft())
            for window, predictions in ahead:
                yield from self._written(window, predictions)

    def _written(self, window: _Window, predictions: Future[Sequence[Prediction]]) -> Sequence[Doc]:
        """The documents of a window with what the network says of them."""
        tags = [np.full(len(doc), self._outside, dtype=np.int64) for doc in window.docs]
        names: list[list[Mention]] = [[] for _ in window.docs]
        for (i, start, end), predicted in zip(window.places, predictions.result(), strict=True):
            tags[i][start:end] = predicted.words
            names[i] += [Mention(start + a, start + b, type_, self.by) for a, b, type_ in predicted.names]
        for doc, text, ids, found in zip(window.docs, window.texts, tags, names, strict=True):
            if len(doc):
                doc.from_array(["TAG"], cast(Any, self._hashes[ids][:, None]))
                write_names(doc, filter(None, (stripped(text, name) for name in found)))
        return window.docs


class _Window:
    """Documents whose sentences go through the network together."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        self.docs = docs
        self.texts = [text_of(doc) for doc in docs]
        self.places = [(i, start, end) for i, text in enumerate(self.texts) for start, end in pieces(text)]
        self.sentences = [self.texts[i][start:end] for i, start, end in self.places]


def _windows(stream: Iterable[Doc]) -> Iterator[_Window]:
    docs: list[Doc] = []
    size, full = 0, FIRST_WINDOW
    for doc in stream:
        docs.append(doc)
        size += len(doc)
        if size >= full:
            yield _Window(docs)
            docs, size, full = [], 0, min(2 * full, WINDOW)
    if docs:
        yield _Window(docs)
