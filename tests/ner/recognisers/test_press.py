from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ner
from kg.ner.recognisers.press import PressModel, shipped, spans

TAGS = ["O", *(f"{place}-{label}" for label in ("Person", "Place") for place in "BIES")]
SENTENCES = [
    "安庆市总工会召开会议。",
    "王强出席并讲话。",
    "怀宁县教育局组织全县教师参加培训，共有三百余人到场。",
    "市委常委、宣传部部长李文博陪同调研。",
    "10月8日，“江淮杯”比赛在合肥举行！",
]


@pytest.fixture(scope="module")
def model() -> PressModel:
    return shipped("press")


def spelt(*tags: str) -> list[tuple[int, int, str]]:
    return list(spans(TAGS, np.array([TAGS.index(tag) for tag in tags], dtype=np.int64)))


def test_spans_are_what_is_spelt_in_full() -> None:
    assert spelt("B-Person", "I-Person", "E-Person", "S-Place") == [(0, 3, "Person"), (3, 4, "Place")]
    assert spelt("B-Person", "E-Person", "B-Place", "E-Place") == [(0, 2, "Person"), (2, 4, "Place")]
    assert spelt("O", "B-Person", "O", "E-Person") == []
    assert spelt("B-Person", "E-Place", "E-Person") == []
    assert spelt("I-Person", "E-Person", "B-Place") == []
    assert spelt("B-Person", "B-Person", "E-Person", "E-Person") == [(1, 3, "Person")]


@given(st.lists(st.sampled_from(TAGS), max_size=12))
def test_spans_never_overlap_and_have_one_label(tags: list[str]) -> None:
    end = 0
    for start, stop, label in spelt(*tags):
        assert end <= start < stop
        assert {tag[2:] for tag in tags[start:stop]} == {label}
        end = stop


@settings(max_examples=30)
@given(st.lists(st.sampled_from([*SENTENCES, "", "会", "在" * 90]), max_size=130))
def test_a_sentence_is_tagged_alike_in_any_company(company: list[str]) -> None:
    model = shipped("press")
    names, words = model.tag([*company, SENTENCES[3]])
    (alone,), (words_alone,) = model.tag([SENTENCES[3]])
    assert names[-1].tolist() == alone.tolist()
    assert words[-1].tolist() == words_alone.tolist()


def test_every_character_has_a_tag_and_nothing_has_none(model: PressModel) -> None:
    names, words = model.tag(["", *SENTENCES])
    assert [len(ids) for ids in names] == [0, *map(len, SENTENCES)]
    assert [len(ids) for ids in words] == [0, *map(len, SENTENCES)]
    assert model.tag([]) == ([], [])


def test_the_names_of_plain_sentences(model: PressModel) -> None:
    text = "昨日，安庆市总工会主席王强到怀宁县调研。"
    (prediction,) = model.predict([text])
    assert [(text[start:end], type_) for start, end, type_ in prediction.names] == [
        ("安庆市总工会", "Organisation"),
        ("王强", "Person"),
        ("怀宁县", "Place"),
    ]


def test_offsets_are_those_of_the_document() -> None:
    nlp = ner.load("press")
    text = "\n  安庆市总工会召开会议。\n\n王强出席并讲话。 "
    with nlp.select_pipes(enable=["kg_press"]):
        doc = nlp(text)
    assert [(text[e.start : e.end], e.label_, e.id_) for e in doc.ents] == [
        ("安庆市总工会", "Organisation", "model:press"),
        ("王强", "Person", "model:press"),
    ]
    assert len(doc) == len(text)
    assert [token.tag_ for token in doc][-4:-1] == ["v-B", "v-I", "w-B"]


def test_the_model_fits_the_package() -> None:
    folder = Path(str(files("kg.ner").joinpath("model")))
    assert sum(path.stat().st_size for path in folder.iterdir()) < 25e6
