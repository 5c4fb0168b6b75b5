"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: the node it concerns, and what is wrong with it."""

    node: str
    message: str

    def __str__(self) -> str:
        """What is wrong where, on one line."""
        return f"{self.node}: {self.message}"
