"""Names to entities, and the relations between them, each with its evidence in the text."""

from __future__ import annotations

from kg.linker.article import Reading, link, read
from kg.linker.catalogue import RULES
from kg.linker.sentences.verbs import Verb, verbs

__all__ = ["RULES", "Reading", "Verb", "link", "read", "verbs"]
