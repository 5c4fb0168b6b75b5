"""Elements of XML, whatever their values hold."""

from __future__ import annotations

import defusedxml.ElementTree as ElementTree
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.export.interchange.xml import element, plain, text

# What XML can hold.
LEGAL = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


@given(LEGAL, LEGAL)
@example('"><x y="', "]]></a><b>&amp;")
@example("\n\t", "\r\n")
def test_values_are_read_back_as_they_are(attribute: str, content: str) -> None:
    read = ElementTree.fromstring(element("a", {"b": attribute}, text(content)))
    assert (read.get("b"), read.text or "", len(read)) == (attribute, content, 0)


@pytest.mark.parametrize(
    ("value", "written"), [("甲", "甲"), (3, "3"), (0.5, "0.5"), (["甲", '"'], '["甲", "\\""]')]
)
def test_values_of_all_kinds_are_text(value: str | float | list[str], written: str) -> None:
    assert plain(value) == written
