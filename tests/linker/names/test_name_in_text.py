"""A name where it stands, and the rules that know it."""

from __future__ import annotations

from kg.language.divisions import Gazetteer
from kg.linker.names.areas import Areas
from kg.linker.names.discourse import Discourse
from kg.linker.names.name_in_text import NameInText, first_known


def nobody_knows(_name: NameInText) -> str | None:
    """Of no name."""
    return None


def in_area(name: NameInText) -> str | None:
    """With its area."""
    return f"湘潭市{name.surface}"


def by_itself(name: NameInText) -> str | None:
    """As it stands."""
    return name.surface


def test_the_first_rule_that_knows_a_name_gives_it() -> None:
    gazetteer = Gazetteer.load()
    name = NameInText("总工会", "Organisation", "总工会", 3, Areas(None, []), gazetteer, Discourse(gazetteer))
    assert first_known((nobody_knows, in_area, by_itself), name) == (in_area, "湘潭市总工会")
    assert first_known((nobody_knows,), name) is None
