"""Articles without a part of what they say."""

from __future__ import annotations

import pytest

from kg.graph.parts import Part, parts
from kg.graph.pruning import without
from kg.model.iri import BASE_IRI
from kg.model.records import LinkedArticle
from tests.factory import linked

TEXT = "⟦甲会|organisation/甲会⟧主席⟦李木|person/李木⟧出席⟦会议|event/a/会议⟧"
ARTICLE = linked(
    "a",
    TEXT,
    [
        ("person/李木", "holdsPosition", "organisation/甲会", "甲会主席李木", "主席"),
        ("person/李木", "attended", "event/a/会议", "李木出席会议"),
    ],
)


def pruned(*left_out: Part) -> LinkedArticle:
    (article,) = without([ARTICLE], set(left_out), BASE_IRI)
    return article


def test_an_entity_goes_with_its_mentions_and_claims() -> None:
    article = pruned(Part("entity", f"{BASE_IRI}organisation/甲会"))
    assert [entity.id for entity in article.entities] == ["person/李木", "event/a/会议"]
    assert [mention.entity for mention in article.mentions] == ["person/李木", "event/a/会议"]
    assert [claim.predicate for claim in article.claims] == ["attended"]


def test_a_claim_goes_alone() -> None:
    (claim,) = (part for part in parts(ARTICLE, BASE_IRI) if part.kind == "claim" and "attended" in part.node)
    article = pruned(claim)
    assert article.entities == ARTICLE.entities
    assert [claim.predicate for claim in article.claims] == ["holdsPosition"]


def test_an_article_goes_whole() -> None:
    assert list(without([ARTICLE], {Part("article", f"{BASE_IRI}article/a")}, BASE_IRI)) == []


@pytest.mark.parametrize("left_out", [set(), {Part("entity", f"{BASE_IRI}person/王五")}])
def test_what_is_not_there_changes_nothing(left_out: set[Part]) -> None:
    assert list(without([ARTICLE], left_out, BASE_IRI)) == [ARTICLE]
