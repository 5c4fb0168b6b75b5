"""Which person of the article a surname with a title, or a part of a foreign name, stands for."""

from __future__ import annotations

import pytest

from kg.language.titles import FAMILIAR, FORMS_OF_ADDRESS
from kg.linker.names.people import Named, earlier_person


@pytest.mark.parametrize(
    ("surface", "names", "person"),
    [
        ("李主席", ["王强", "李伟"], "李伟"),
        ("李主席", ["李伟", "李强"], "李强"),
        ("欧阳主席", ["欧阳明"], "欧阳明"),
        ("濮阳主席", ["濮阳明"], "濮阳明"),
        ("完颜老师", ["完颜明"], "完颜明"),
        ("濮主席", ["濮阳明"], None),
        ("李主席", ["王强"], None),
        ("Rossi", ["A.Rossi"], "A.Rossi"),
        ("史密斯", ["约翰·史密斯"], "约翰·史密斯"),
    ],
)
def test_the_latest_person_of_that_name(surface: str, names: list[str], person: str | None) -> None:
    assert earlier_person(surface, Named(names)) == person


@pytest.mark.parametrize("form", FORMS_OF_ADDRESS)
def test_whoever_is_addressed_is_the_person_of_that_surname(form: str) -> None:
    assert earlier_person(f"李{form}", Named(["李伟"])) == "李伟"
    assert earlier_person(f"濮阳{form}", Named(["濮阳明"])) == "濮阳明"


@pytest.mark.parametrize("form", FAMILIAR)
def test_a_stranger_is_nobody_else(form: str) -> None:
    assert earlier_person(f"李{form}", Named(["李伟"])) is None
