"""Spans as BIOES tags of characters: S alone, B first, I inside, E last, O outside."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int, str]


def tag_set(labels: Iterable[str]) -> list[str]:
    """The tags of a scheme, O first."""
    return ["O", *(f"{place}-{label}" for label in labels for place in "BIES")]


def spell(length: int, spans: Iterable[Span]) -> list[str]:
    """The tag of each character; spans must not overlap."""
    tags = ["O"] * length
    for start, end, label in spans:
        tags[start:end] = [f"I-{label}"] * (end - start)
        tags[start], tags[end - 1] = f"B-{label}", f"E-{label}"
        if end - start == 1:
            tags[start] = f"S-{label}"
    return tags
