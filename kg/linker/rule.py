"""What a rule is called, and what it says of itself.

Most rules are functions: `said_at_event` is called `said-at-event`, and the first line of its docstring tells
what it reads. Ways of stating one relation that one function reads together are `Rule`s of their own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

Function = Callable[..., Any]

_CONFIDENCES: dict[str, dict[str, float]] = tomllib.loads(
    files("kg.linker").joinpath("confidence.toml").read_text("utf-8")
)
# How sure the claims of each rule are.
CONFIDENCE = _CONFIDENCES["estimated"] | _CONFIDENCES["measured"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of stating a relation: its name in claims, and what it reads."""

    name: str
    summary: str

    @property
    def confidence(self) -> float:
        """How sure its claims are."""
        return CONFIDENCE[self.name]


def name_of(function: Function) -> str:
    """The name of a rule that is a function."""
    return function.__name__.replace("_", "-")


def summary_of(function: Function) -> str:
    """The first line of a rule's docstring."""
    return (function.__doc__ or "").partition("\n")[0]
