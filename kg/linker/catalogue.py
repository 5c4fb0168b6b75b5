"""All rules of the linker by name, and what each says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from kg.linker import relations
from kg.linker.names import resolution
from kg.linker.relations import holds_position
from kg.linker.rule import name_of, summary_of

# In the order in which they are tried: names first, then posts, then the other relations.
RULES: Mapping[str, str] = {
    **{name_of(rule): summary_of(rule) for rule in resolution.RULES},
    **{rule.name: rule.summary for rule in holds_position.RULES},
    **{way.name: way.summary for rule in relations.RULES for way in rule.ways},
}
