"""Word lists beside the code."""

from __future__ import annotations

from kg.language.tables import read_word_lists


def test_a_table_gives_its_lists_by_name() -> None:
    assert {"modifiers", "heads", "ranks"} <= read_word_lists("kg.language", "titles").keys()
