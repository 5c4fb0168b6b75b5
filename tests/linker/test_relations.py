"""All relations of an article together."""

from __future__ import annotations

from kg.linker import relations
from tests.linker.marked import parsed


def test_where_two_rules_state_the_same_the_first_stands() -> None:
    article = parsed("{P方知远}参加技能大赛。{P方知远}登台。")
    article.claims.clear()
    claims = relations.find_claims(article)
    assert [claim.rule for claim in claims] == ["attended"]
    assert [claim.rule for claim in article.claims] == ["attended", "took-part"]


def test_a_rule_may_build_on_the_claims_of_those_before() -> None:
    article = parsed("{P方知远}主持安全生产座谈会。\n{P方知远}指出，要守住底线。")
    article.claims.clear()
    assert [claim.predicate for claim in relations.find_claims(article)] == ["presidesOver", "spokeAt"]


def test_every_way_of_stating_a_relation_has_a_name_of_its_own() -> None:
    names = [way.name for rule in relations.RULES for way in rule.ways]
    assert len(names) == len(set(names))
