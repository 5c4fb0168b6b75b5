"""Linked articles become nodes and edges."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.assembly import assemble
from kg.model.errors import InputError
from kg.model.iri import BASE_IRI, key
from kg.model.records import Claim, Credit, EntityMention, LinkedArticle
from tests.factory import corpus, entity, linked

TEXT = "⟦甲会|organisation/甲会⟧主席⟦李木|person/李木⟧（李木）"


def post(title: str = "主席", quote: str = "甲会主席李木") -> LinkedArticle:
    return linked("a", TEXT, [("person/李木", "holdsPosition", "organisation/甲会", quote, title)])


def test_the_order_of_articles_does_not_matter() -> None:
    shapes = {
        repr((list(network.nodes(data=True)), list(network.edges(keys=True, data=True))))
        for network in (assemble(order, BASE_IRI) for order in permutations(corpus()))
    }
    assert len(shapes) == 1


def test_an_article_keeps_what_is_known_of_it() -> None:
    (meeting, *_) = corpus()
    node = assemble([meeting], "https://example.org/").nodes["https://example.org/article/page-01"]
    assert node["text"] == meeting.article.text
    assert (node["date"], node["source"], node["path"]) == ("2025-06-05", "云河工人报", "云河工人报.txt")
    assert node["offsets"][10] == 111
    first = meeting.mentions[0]
    assert node["mentions"][0] == (0, first.end, "https://example.org/organisation/云河市总工会", "by-hand")


def test_a_byline_reports_by_the_person_that_the_linker_found() -> None:
    article = linked("a", "题\n记者⟦李木|person/b/李木⟧", byline=[("记者", "李木")])
    ((reporter, attributes),) = assemble([article], BASE_IRI)[BASE_IRI + "article/a"].items()
    assert reporter == BASE_IRI + "person/b/李木"
    (edge,) = attributes.values()
    assert (edge["predicate"], edge["role"], edge["quote"]) == ("reportedBy", "记者", "李木")


def test_a_byline_without_a_mention_makes_its_person() -> None:
    network = assemble([linked("a", "题\n记者李木", byline=[("记者", "李木")])], BASE_IRI)
    assert network.nodes[BASE_IRI + "person/李木"]["name"] == "李木"


def test_a_relation_stated_twice_keeps_its_surest_evidence() -> None:
    article = post()
    (claim,) = article.claims
    again = replace(claim, start=claim.start + 1, confidence=0.95)
    later = replace(claim, start=claim.start + 2, confidence=0.95)
    network = assemble([replace(article, claims=(claim, later, again))], BASE_IRI)
    ((_, _, edge),) = network.edges(data=True)
    assert (edge["start"], edge["confidence"]) == (claim.start + 1, 0.95)


@given(title=st.text(min_size=1), other=st.text(min_size=1))
def test_claims_that_differ_have_different_iris(title: str, other: str) -> None:
    article = post(title)
    claims = (*article.claims, replace(article.claims[0], title=other))
    network = assemble([replace(article, claims=claims)], BASE_IRI)
    assert network.number_of_edges() == len({key(title), key(other)})


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (replace(post(), mentions=(EntityMention(0, 2, "person/无", "x"),)), "no entity of it"),
        (
            replace(post(), claims=(Claim("person/李木", "attended", "event/无", 0, 1, 1.0, "x"),)),
            "no entity",
        ),
        (replace(post(), mentions=(EntityMention(0, 99, "person/李木", "x"),)), "no characters 0 to 99"),
        (replace(post(), article=replace(post().article, byline=(Credit("记者", "李木", 5, 2),))), "5 to 2"),
        (replace(post(), entities=(*post().entities, entity("person/李 木"))), "not a legal IRI"),
        (replace(post(), entities=(*post().entities, entity("person/../x"))), "cannot name an entity"),
        (replace(post(), entities=(*post().entities, entity("person/x#y"))), "cannot name an entity"),
        (replace(post(), entities=(*post().entities, replace(entity("person/x"), id="article/a"))), "cannot"),
    ],
)
def test_annotations_that_do_not_fit_are_refused(broken: LinkedArticle, message: str) -> None:
    with pytest.raises(InputError, match=message):
        assemble([broken], BASE_IRI)


def test_one_id_for_two_articles_is_refused() -> None:
    with pytest.raises(InputError, match="two articles"):
        assemble([linked("a b", "甲"), linked("a_b", "乙")], BASE_IRI)


@pytest.mark.parametrize(
    "base",
    ["", "id/", "https://example.org/id", "https://example.org/a#", "https://x.org/../", "https://x y/"],
)
def test_a_base_that_cannot_carry_keys_is_refused(base: str) -> None:
    with pytest.raises(InputError):
        assemble([], base)
