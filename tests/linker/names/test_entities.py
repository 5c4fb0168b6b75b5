"""Canonical names to entities."""

from __future__ import annotations

import pytest

from kg.language.divisions import Gazetteer
from kg.linker.names.areas import Areas
from kg.linker.names.entities import entity_of
from kg.model.records import Article, MentionType


@pytest.mark.parametrize(
    ("type_", "name", "key", "code"),
    [
        ("Person", "方知远", "person/方知远", None),
        ("Organisation", "湘潭市总工会", "organisation/湘潭市总工会", None),
        ("Organisation", "市委", "organisation/a/市委", None),
        ("Place", "湘潭市", "place/湘潭市", "4303"),
        ("Place", "楚雄州", "place/楚雄彝族自治州", "5323"),
        ("Place", "鼓楼遗址", "place/鼓楼遗址", None),
        ("Place", "会议室", "place/a/会议室", None),
        # One of several divisions of the name.
        ("Place", "鼓楼区", "place/a/鼓楼区", None),
    ],
)
def test_entities(type_: MentionType, name: str, key: str, code: str | None) -> None:
    entity = entity_of(Article("a", "", ""), type_, name, Areas(None, []), Gazetteer.load())
    assert (entity.id, entity.type, entity.name, entity.code) == (key, type_, name, code)


def test_a_division_is_known_by_the_area_around_it() -> None:
    areas = Areas(None, [(0, "福州市")])
    entity = entity_of(Article("a", "", ""), "Place", "鼓楼区", areas, Gazetteer.load())
    assert entity.code
    assert entity.id.endswith("鼓楼区")
    assert entity.id != "place/a/鼓楼区"
