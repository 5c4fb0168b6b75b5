"""The relations between what an article names, a module each with its rules.

A relation is a module called after its predicate and a table of its words in `kg/linker/relations.toml`; it
takes its place in `RELATIONS`. In `event_roles` are the parts that someone or some place has in an event.
Positions are read before all others, because a person and the posts around the name are one to these.
"""

from __future__ import annotations

from kg.linker.claims import RelationRule
from kg.linker.relations import (
    appointed,
    awarded,
    donated,
    founded,
    located_in,
    met,
    part_of,
    signed_with,
    surveyed,
)
from kg.linker.relations.event_roles import attended, guided, held_at, organised, presides_over, spoke_at
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.model.records import Claim

# In the order in which they are read: a later rule may build on the claims of those before.
RELATIONS = (
    presides_over,
    organised,
    attended,
    spoke_at,
    surveyed,
    held_at,
    located_in,
    guided,
    awarded,
    signed_with,
    donated,
    appointed,
    met,
    part_of,
    founded,
)
RULES: tuple[RelationRule, ...] = tuple(rule for relation in RELATIONS for rule in relation.RULES)


def find_claims(article: ParsedArticle) -> list[Claim]:
    """All claims of the rules; where two rules state the same, the first stands."""
    unique: dict[tuple[str, str, str, str | None], Claim] = {}
    for rule in RULES:
        claims = list(rule.claims(article))
        article.claims.extend(claims)
        for claim in claims:
            unique.setdefault((claim.subject, claim.predicate, claim.object, claim.title), claim)
    return list(unique.values())
