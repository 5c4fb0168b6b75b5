"""What a rule is called, and what it says of itself.

Most rules are functions: `said_at_event` is called `said-at-event`, and the first line of its docstring tells
what it reads. Ways of stating one relation that one function reads together are `Rule`s of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Function = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of stating a relation: its name in claims, how sure these are, and what it reads."""

    name: str
    confidence: float
    summary: str


def name_of(function: Function) -> str:
    """The name of a rule that is a function."""
    return function.__name__.replace("_", "-")


def summary_of(function: Function) -> str:
    """The first line of a rule's docstring."""
    return (function.__doc__ or "").partition("\n")[0]
