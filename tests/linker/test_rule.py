"""What a rule is called."""

from __future__ import annotations

from kg.linker.rule import name_of, summary_of


def said_at_event() -> None:
    """A在会上强调.

    More of it.
    """


def test_a_rule_is_called_as_its_function() -> None:
    assert name_of(said_at_event) == "said-at-event"
    assert summary_of(said_at_event) == "A在会上强调."
