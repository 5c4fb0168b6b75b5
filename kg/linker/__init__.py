"""Names to entities, and the relations between them, each with its evidence in the text."""

from __future__ import annotations

from kg.linker.article import link

__all__ = ["link"]
