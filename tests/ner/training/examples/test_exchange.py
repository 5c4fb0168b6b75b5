from __future__ import annotations

import random

from kg.ner.training.examples.corpora import Example
from kg.ner.training.examples.exchange import collect, exchange, kind

COUNTIES = ["岳西县", "遂溪县", "紫金县", "太和县"]
NAMES = collect([(county, "Place") for county in COUNTIES])
EXAMPLE = Example(
    "在望江县，张某说望江县好", {"press": [(1, 4, "Place"), (5, 7, "Person"), (8, 11, "Place")]}
)


def chance() -> random.Random:
    return random.Random(1)  # noqa: S311 (no secret)


def test_names_are_exchanged_for_their_kind_and_spans_move() -> None:
    names = collect([*((county, "Place") for county in COUNTIES), ("安庆市总工会委员会", "Organisation")])
    example = Example("他在望江县。", {"press": [(2, 5, "Place")]})
    other = exchange(example, names, 1.0, chance())
    assert other is not None
    ((start, end, label),) = other.spans["press"]
    assert other.text[start:end] in COUNTIES
    assert label == "Place"
    assert other.text[:start] + other.text[end:] == "他在。"


def test_masked_names_and_kinds_without_others_stay() -> None:
    assert kind("张某", "Person") is None
    other = exchange(EXAMPLE, NAMES, 1.0, chance())
    assert other is not None
    assert "张某说" in other.text
    assert exchange(EXAMPLE, {}, 1.0, chance()) is None
    assert exchange(EXAMPLE, NAMES, 0.0, chance()) is None


def test_places_of_one_character_are_exchanged_among_themselves() -> None:
    example = Example("中美会谈", {"press": [(0, 1, "Place"), (1, 2, "Place")]})
    other = exchange(example, collect([]), 1.0, chance())
    assert other is not None
    assert len(other.text) == len(example.text)
    assert other.spans == example.spans
