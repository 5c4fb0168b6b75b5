from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from kg.ner.recognisers.features import Features
from kg.ner.training.adapt import Lesson
from kg.ner.training.examples.corpora import Example
from kg.ner.training.examples.exchange import collect

SENTENCES = [
    Example("王强到望江县调研。", {"press": [(0, 2, "Person"), (3, 6, "Place")]}),
    Example("会议结束。", {"press": []}),
]
REHEARSED = [Example(f"第{n}次到北京", {"msra": [(4, 6, "LOC")]}) for n in "一二三四五六七八九十" * 5]


def test_a_lesson_is_the_articles_with_new_names_each_time_and_some_of_the_corpus() -> None:
    features = Features.load(Path(str(files("kg.ner").joinpath("model/features.npz"))))
    names = collect([(name, "Place") for name in ("岳西县", "太湖县", "宿松县", "怀宁县")])
    lesson = Lesson(SENTENCES, names, REHEARSED, features)
    times = [lesson.data(epoch) for epoch in range(8)]
    assert all(sum("msra" in item.tags for item in data) == 5 for data in times)
    ours = [[item for item in data if "press" in item.tags] for data in times]
    assert {len(data) for data in ours} == {2, 3}
    other = {tuple(data[2].characters) for data in ours if len(data) == 3}
    assert len(other) > 1
    # Sentences are filled up by what is outside of every name.
    assert [len(item.characters) for item in ours[0][:2]] == [12, 8]
    assert ours[0][0].tags["press"][-3:].tolist() == [0, 0, 0]
