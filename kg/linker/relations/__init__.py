"""The relation rules, each a small named function from a scene to claims, in their order."""

from __future__ import annotations

from kg.linker.relations import (
    appointing,
    attending,
    awarding,
    belonging,
    donating,
    founding,
    guiding,
    holding,
    locating,
    meeting,
    organising,
    presiding,
    signing,
    speaking,
    surveying,
)
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
    *guiding.RULES,
    *awarding.RULES,
    *signing.RULES,
    *donating.RULES,
    *appointing.RULES,
    *meeting.RULES,
    *belonging.RULES,
    *founding.RULES,
)
# Rules of their own that one function of RULES reads together.
WAYS = surveying.WAYS


def read(scene: Scene) -> list[Claim]:
    """All claims of the rules; where two rules state the same, the first stands."""
    claims: dict[tuple[str, str, str, str | None], Claim] = {}
    for rule in RULES:
        said = list(rule(scene))
        scene.stated.extend(said)
        for claim in said:
            claims.setdefault((claim.subject, claim.predicate, claim.object, claim.title), claim)
    return list(claims.values())
