"""The relation rules, each a small named function from a scene to claims, in their order."""

from __future__ import annotations

from kg.linker.relations import attending, holding, locating, organising, presiding, speaking, surveying
from kg.linker.scene import Scene
from kg.records import Claim

RULES = (
    *presiding.RULES,
    *organising.RULES,
    *attending.RULES,
    *speaking.RULES,
    *surveying.RULES,
    *holding.RULES,
    *locating.RULES,
)
# Rules of their own that one function of RULES reads together.
WAYS = surveying.WAYS


def read(scene: Scene) -> list[Claim]:
    """All claims of the rules; where two rules state the same, the first stands."""
    claims: dict[tuple[str, str, str], Claim] = {}
    for rule in RULES:
        said = list(rule(scene))
        scene.stated.extend(said)
        for claim in said:
            claims.setdefault((claim.subject, claim.predicate, claim.object), claim)
    return list(claims.values())
