from __future__ import annotations

from itertools import islice

import pytest

pytest.importorskip("torch", reason="needs the extra train")

from kg.ner.training.examples.grammar import Grammar, read_marks


def test_the_outermost_mark_stays() -> None:
    text, spans = read_marks("<O <L 安庆市>总工会>主席<P 王强>到<L 怀宁县>")
    assert text == "安庆市总工会主席王强到怀宁县"
    assert [(text[start:end], label) for start, end, label in spans] == [
        ("安庆市总工会", "Organisation"),
        ("王强", "Person"),
        ("怀宁县", "Place"),
    ]


def test_every_slot_is_filled_and_every_span_lies_in_its_text() -> None:
    for example in Grammar(3).examples(2000):
        assert not set(example.text) & set("{}<>")
        end = 0
        for start, stop, _ in example.spans["press"]:
            assert end <= start < stop <= len(example.text)
            end = stop


def test_the_same_seed_invents_the_same() -> None:
    first, second = (list(islice(Grammar(5).examples(50), 50)) for _ in range(2))
    assert first == second
    assert list(Grammar(6).examples(50)) != first
