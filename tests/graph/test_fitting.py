"""What no graph can hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.graph.fitting import misfits, require_iri
from kg.model.errors import InputError
from kg.model.iri import BASE_IRI
from kg.model.records import Credit, Entity, EntityMention, LinkedArticle, Time
from tests.factory import corpus, linked

TEXT = "⟦甲会|organisation/甲会⟧主席⟦李木|person/李木⟧"
ARTICLE = linked("a", TEXT, [("person/李木", "holdsPosition", "organisation/甲会", "甲会主席李木", "主席")])


def wrong(article: LinkedArticle) -> list[str]:
    return [message for _, message in misfits(article, BASE_IRI)]


def test_what_fits() -> None:
    assert [message for article in corpus() for message in wrong(article)] == []


@pytest.mark.parametrize("key", ["article/甲", "person/../甲", "a:b/甲", "person/甲?乙", "person//甲"])
def test_keys_that_name_no_entity(key: str) -> None:
    (message,) = wrong(replace(ARTICLE, entities=(*ARTICLE.entities, Entity(key, "Person", "甲"))))
    assert repr(key) in message


def test_annotations_of_nothing_and_of_nowhere() -> None:
    stranger = EntityMention(0, 2, "person/王五", "by-hand")
    (message,) = wrong(replace(ARTICLE, mentions=(*ARTICLE.mentions, stranger)))
    assert "person/王五" in message
    (claim,) = ARTICLE.claims
    assert len(wrong(replace(ARTICLE, claims=(replace(claim, end=99),)))) == 1
    byline = replace(ARTICLE.article, byline=(Credit("记者", "李木", 90, 92),))
    assert len(wrong(replace(ARTICLE, article=byline))) == 1
    timed = replace(ARTICLE.entities[0], time=Time(3, 3, None, None))
    assert len(wrong(replace(ARTICLE, entities=(timed, *ARTICLE.entities[1:])))) == 1


def test_iris() -> None:
    require_iri("https://example.org/李木")
    with pytest.raises(InputError, match="not a legal IRI"):
        require_iri("https://example.org/a b")
