"""Names to entities, and the relations between them, each with its evidence in the text."""

from __future__ import annotations

from kg.linker.article import Workings, link, link_with_workings
from kg.linker.catalogue import RULES
from kg.linker.sentences.verbs import Verb, find_verbs

__all__ = ["RULES", "Verb", "Workings", "find_verbs", "link", "link_with_workings"]
