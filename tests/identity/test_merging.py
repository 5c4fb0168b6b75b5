"""Entities of many articles made one."""

from __future__ import annotations

from itertools import permutations

from kg.identity.merging import merge
from kg.model.records import Entity, LinkedArticle
from tests.factory import entity, linked


def mention(id: str, surface: str, known: Entity) -> LinkedArticle:  # noqa: A002
    return linked(id, f"题目\n⟦{surface}|{known.id}⟧开会。", entities=[known])


def test_surfaces_of_all_articles_are_aliases() -> None:
    union = entity("organisation/云河市总工会")
    merged = merge([mention("a", "市总工会", union), mention("b", "云河市总工会", union)])
    assert merged[union.id].attributes()["aliases"] == ["市总工会"]


def test_most_articles_decide_whatever_their_order() -> None:
    key = "place/青石县"
    articles = [
        mention("a", "青石", entity(key, "青石")),
        mention("b", "青石县", entity(key, "青石县", kind="AdministrativeDivision", code="990123")),
        mention("c", "青石县", entity(key, "青石县", code="990124")),
        mention("d", "青石县", entity(key, "青石县", code="990123")),
    ]
    for order in permutations(articles):
        assert merge(order)[key].attributes() == {
            "type": "Place",
            "name": "青石县",
            "kind": "AdministrativeDivision",
            "code": "990123",
            "time": None,
            "first": None,
            "last": None,
            "aliases": ["青石"],
        }


def test_among_equals_the_longer_name_wins() -> None:
    key = "organisation/x"
    merged = merge([mention("a", "乙", entity(key, "市工会")), mention("b", "乙", entity(key, "云河市工会"))])
    assert merged[key].attributes()["name"] == "云河市工会"


def test_an_event_keeps_its_time() -> None:
    key = "event/a/座谈会"
    text = f"题目\n昨日，⟦座谈会|{key}⟧举行。"
    dated, told = (linked("a", text, times={key: ("昨日", day, day)}) for day in ("2025-06-04", None))
    for known, day in ((dated, "2025-06-04"), (told, None)):
        attributes = merge([known])[key].attributes()
        assert (attributes["time"], attributes["first"], attributes["last"]) == ("昨日", day, day)
    assert merge([dated, told])[key].attributes()["first"] == "2025-06-04"
