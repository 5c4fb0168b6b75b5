"""Which person of the article a surname with a title, or a part of a foreign name, stands for."""

from __future__ import annotations

import pytest

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
