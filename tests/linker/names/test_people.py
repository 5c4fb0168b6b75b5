"""Later mentions of a person."""

from __future__ import annotations

import pytest

from kg.language.titles import FAMILIAR, FORMS_OF_ADDRESS
from kg.linker.names.people import NamedPeople, earlier_person

NAMES = ["李云舟", "方知远", "李青禾", "欧阳明", "坎曼·西苏万", "濮阳静", "完颜青", "约翰·史密斯", "A.Rossi"]


@pytest.mark.parametrize(
    ("surface", "person"),
    [
        # The latest of the surname.
        ("李主席", "李青禾"),
        ("方副市长", "方知远"),
        ("欧阳主席", "欧阳明"),
        ("坎曼", "坎曼·西苏万"),
        ("西苏万", "坎曼·西苏万"),
        ("王主席", None),
        ("方知远", None),
        ("濮阳主席", "濮阳静"),
        ("完颜老师", "完颜青"),
        ("濮主席", None),
        ("史密斯", "约翰·史密斯"),
        ("Rossi", "A.Rossi"),
    ],
)
def test_later_mentions(surface: str, person: str | None) -> None:
    assert earlier_person(surface, NamedPeople(NAMES)) == person


@pytest.mark.parametrize("form", FORMS_OF_ADDRESS)
def test_forms_of_address(form: str) -> None:
    assert earlier_person(f"方{form}", NamedPeople(NAMES)) == "方知远"


@pytest.mark.parametrize("form", FAMILIAR)
def test_a_stranger_is_nobody_else(form: str) -> None:
    assert earlier_person(f"方{form}", NamedPeople(NAMES)) is None
