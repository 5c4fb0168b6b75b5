"""The relation rules, each a small named function from a scene to claims, in their order."""

from __future__ import annotations

from kg.linker.relations import (
    appointed,
    attended,
    awarded,
    donated,
    founded,
    guided,
    held_at,
    located_in,
    met,
    organised,
    part_of,
    presides_over,
    signed_with,
    spoke_at,
    surveyed,
)
from kg.linker.sentences.clauses import Scene
from kg.model.records import Claim

RULES = (
    *presides_over.RULES,
    *organised.RULES,
    *attended.RULES,
    *spoke_at.RULES,
    *surveyed.RULES,
    *held_at.RULES,
    *located_in.RULES,
    *guided.RULES,
    *awarded.RULES,
    *signed_with.RULES,
    *donated.RULES,
    *appointed.RULES,
    *met.RULES,
    *part_of.RULES,
    *founded.RULES,
)
# Rules of their own that one function of RULES reads together.
WAYS = surveyed.WAYS


def read(scene: Scene) -> list[Claim]:
    """All claims of the rules; where two rules state the same, the first stands."""
    claims: dict[tuple[str, str, str, str | None], Claim] = {}
    for rule in RULES:
        said = list(rule(scene))
        scene.stated.extend(said)
        for claim in said:
            claims.setdefault((claim.subject, claim.predicate, claim.object, claim.title), claim)
    return list(claims.values())
