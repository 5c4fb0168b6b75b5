"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: the node it concerns, and what is wrong with it.

    `shape` is the shape that is broken, "" where it is none. `properties` are the prefixed names of those of
    the node's properties that are wrong, none where the node itself is; `value` is the value that is wrong,
    "" where it is all together.
    """

    node: str
    message: str
    shape: str = ""
    properties: tuple[str, ...] = ()
    value: str = ""

    def __str__(self) -> str:
        """What is wrong where, on one line."""
        return f"{self.node}: {self.reason}"

    @property
    def reason(self) -> str:
        """What is wrong, with the shape that says so."""
        return f"{self.message} ({self.shape})" if self.shape else self.message
