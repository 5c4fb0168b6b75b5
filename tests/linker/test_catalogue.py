"""The rules by name."""

from __future__ import annotations

from kg.linker import RULES, relations
from kg.linker.names import resolution
from kg.linker.relations import holds_position


def test_every_rule_says_what_it_reads_under_a_name_of_its_own() -> None:
    assert all(summary.endswith(".") for summary in RULES.values())
    ways = [rule.ways for rule in relations.RULES]
    assert len(RULES) == sum(map(len, (resolution.RULES, holds_position.RULES, *ways)))
