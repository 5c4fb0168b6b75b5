from __future__ import annotations

import pytest

pytest.importorskip("jieba", reason="the extra `train` is not installed")

from kg.ner.training.examples.lists import features


def test_surnames_and_frequent_pairs_are_among_the_features() -> None:
    made = features(["王强在安庆市总工会。"] * 8)
    surname, other = made.encode("王桌").words[:, -1].tolist()
    assert (surname, other) == (1, 0)
    assert made.encode("总工").pairs[0] > 0
    assert made.encode("桌总").pairs[0] == 0
