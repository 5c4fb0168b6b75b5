"""The rules by name."""

from __future__ import annotations

from kg.linker import RULES, names, positions, relations


def test_every_rule_says_what_it_reads_under_a_name_of_its_own() -> None:
    assert all(summary.endswith(".") for summary in RULES.values())
    assert len(RULES) == sum(map(len, (names.RULES, positions.RULES, relations.WAYS, relations.RULES)))
