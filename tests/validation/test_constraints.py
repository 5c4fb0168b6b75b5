"""What constraints ask of values."""

from __future__ import annotations

import operator

import pyoxigraph as ox
import pytest

from kg.model.ontology import expand
from kg.validation.constraints import (
    all_values,
    compared_with,
    each_value,
    is_in_language,
    is_of_datatype,
    is_ordered,
)
from kg.validation.triple_index import TripleIndex

EMPTY = TripleIndex("")
NODE = ox.NamedNode("https://example.org/a")


def typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(expand(datatype)))


@pytest.mark.parametrize(
    ("text", "datatype", "is_well_formed"),
    [
        ("2025-06-04", "xsd:date", True),
        ("2025-06", "xsd:date", False),
        (".5", "xsd:decimal", True),
        ("1e3", "xsd:decimal", False),
        ("-0", "xsd:nonNegativeInteger", True),
        ("-1", "xsd:nonNegativeInteger", False),
    ],
)
def test_a_value_looks_like_its_datatype(text: str, datatype: str, is_well_formed: bool) -> None:
    assert is_of_datatype(typed(text, datatype), expand(datatype)) == is_well_formed
    assert not is_of_datatype(ox.Literal(text), expand(datatype))


def test_a_language_takes_its_variants_in() -> None:
    assert is_in_language(ox.Literal("甲", language="zh-hans"), ["zh"])
    assert not is_in_language(ox.Literal("甲", language="zha"), ["zh"])
    assert not is_in_language(ox.Literal("甲"), ["zh"])


def test_things_without_an_order_are_in_none() -> None:
    early, late = typed("2025-06-04", "xsd:date"), typed("2025-06-05", "xsd:date")
    assert is_ordered(operator.lt, early, late)
    assert not is_ordered(operator.lt, late, early)
    assert not is_ordered(operator.lt, early, typed("9", "xsd:integer"))
    assert not is_ordered(operator.lt, ox.Literal("a"), ox.Literal("b"))


def test_each_value_breaks_a_constraint_by_itself_and_all_break_one_together() -> None:
    values = [ox.Literal("1"), ox.Literal("2")]
    assert each_value(lambda _, value: value.value == "1")(EMPTY, NODE, values) == [values[1]]
    assert all_values(lambda _, values: len(values) == 1)(EMPTY, NODE, values) == (None,)
    assert all_values(lambda _, values: len(values) == 2)(EMPTY, NODE, values) == ()


def test_values_are_compared_with_those_of_another_property() -> None:
    index = TripleIndex(f"<{NODE.value}> <x:end> 3, 5 .")
    values = [typed(str(number), "xsd:integer") for number in (2, 4)]
    assert compared_with("x:end", operator.lt)(index, NODE, values) == [values[1]]
