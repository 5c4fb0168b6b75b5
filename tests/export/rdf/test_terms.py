"""Terms of RDF made of plain values."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.export.rdf.terms import decimal, described, is_date, member, optional_date, plain, zh
from kg.model.ontology import expand

NODE = "https://example.org/a"


@pytest.mark.parametrize(
    ("number", "written"), [(0.9, "0.9"), (1, "1.0"), (1e-7, "0.0000001"), (1e16, "1" + "0" * 16)]
)
def test_a_decimal_has_no_exponent(number: float, written: str) -> None:
    assert decimal(number).value == written


@pytest.mark.parametrize(
    ("text", "is_day"),
    [("2025-06-04", True), ("2025-06", False), ("20250604", False), ("2025-02-30", False), ("", False)],
)
def test_a_day_is_typed_and_all_else_is_text(text: str, is_day: bool) -> None:
    assert is_date(text) == is_day
    datatypes = [value.datatype.value for value in optional_date(text)]
    assert datatypes == ([expand("xsd:date" if is_day else "xsd:string")] if text else [])


def test_what_no_utf_8_can_hold_keeps_its_place() -> None:
    assert (zh("甲\ud800").value, plain("\udfff乙").value) == ("甲\ufffd", "\ufffd乙")


def test_a_resource_has_no_property_without_values() -> None:
    facts = described(NODE, ("rdfs:label", zh("甲")), ("kg:code",)).facts
    assert [predicate.value for predicate, _ in facts] == [expand("rdfs:label")]


def test_a_member_has_the_classes_above_its_own() -> None:
    ((predicate, classes),) = member(NODE, "Meeting").facts
    assert predicate == ox.NamedNode(expand("rdf:type"))
    assert [class_.value for class_ in classes][:2] == [expand("kg:Meeting"), expand("kg:Event")]
