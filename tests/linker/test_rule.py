"""What a rule is called."""

from __future__ import annotations

from kg.linker import relations
from kg.linker.relations import holds_position
from kg.linker.rule import CONFIDENCE, name_of, summary_of


def said_at_event() -> None:
    """A在会上强调.

    More of it.
    """


def test_a_rule_is_called_as_its_function() -> None:
    assert name_of(said_at_event) == "said-at-event"
    assert summary_of(said_at_event) == "A在会上强调."


def test_every_rule_that_makes_claims_says_how_sure_it_is() -> None:
    ways = {way.name for rule in relations.RULES for way in rule.ways}
    assert CONFIDENCE.keys() == ways | {rule.name for rule in holds_position.RULES}
    assert all(0 < confidence < 1 for confidence in CONFIDENCE.values())
