"""Whose post a title is."""

from __future__ import annotations

import pytest

from kg.language.divisions import Gazetteer
from kg.linker.names.areas import Areas
from kg.linker.names.title_owners import TitleOwners
from kg.model.records import Entity, EntityType


def entity(name: str) -> Entity:
    type_: EntityType = "Place" if name.endswith(("市", "县", "省", "国")) else "Organisation"
    return Entity(name, type_, name)


def owner(title: str, body: str | None, named: list[str]) -> str | None:
    """The name of what has a post, in an article that names some bodies and areas."""
    areas = Areas(None, [(at, name) for at, name in enumerate(named) if name.endswith(("市", "县", "省"))])
    owners = TitleOwners([entity(name) for name in named], areas, Gazetteer.load(), entity)
    return owners.owner_of(title, body)


@pytest.mark.parametrize(
    ("title", "body", "named", "expected"),
    [
        ("主席", "湘潭市总工会", ["湘潭市总工会"], "湘潭市总工会"),
        # Posts of an area.
        ("市长", "湘潭市", ["湘潭市"], "湘潭市"),
        ("市长", "湘潭市委", ["湘潭市", "湘潭市委"], "湘潭市"),
        ("副市长", None, ["湘潭市"], "湘潭市"),
        # … which only a body's name tells.
        ("市长", "湘潭市委", ["湘潭市委"], "湘潭市"),
        ("县长", None, ["湘潭市"], None),
        ("国家主席", None, ["中国"], "中国"),
        # A post that no committee has is its body's.
        ("副院长", "云岭学院党委", ["云岭学院", "云岭学院党委"], "云岭学院"),
        ("副书记", "云岭学院党委", ["云岭学院", "云岭学院党委"], "云岭学院党委"),
        # The body of the kind that the article names most; a branch only where there is no other.
        ("总经理", None, ["红光公司", "红星公司", "红光公司"], "红光公司"),
        ("总经理", None, ["红光公司", "红星公司"], None),
        ("总经理", None, ["红光公司", "青山分公司", "青山分公司"], "红光公司"),
        ("校长", None, ["红光公司"], None),
        ("秘书", None, ["红光公司"], None),
    ],
)
def test_owners(title: str, body: str | None, named: list[str], expected: str | None) -> None:
    assert owner(title, body, named) == expected


@pytest.mark.parametrize(
    ("body", "title", "may"),
    [("云岭大学", "校长", True), ("学位办", "校长", False), ("学位办", "主任", True), (None, "校长", False)],
)
def test_kinds_of_bodies_have_kinds_of_posts(body: str | None, title: str, *, may: bool) -> None:
    bodies = [entity("云岭大学"), entity("学位办")]
    owners = TitleOwners(bodies, Areas(None, []), Gazetteer.load(), entity)
    assert owners.may_have(body, title) is may


def test_an_area_that_only_a_body_names_is_kept() -> None:
    owners = TitleOwners([entity("湘潭市委")], Areas(None, []), Gazetteer.load(), entity)
    assert owners.owner_of("市长", "湘潭市委") == "湘潭市"
    assert owners.implied == {"湘潭市": entity("湘潭市")}


def test_a_prefecture_under_the_name_that_the_press_uses() -> None:
    place = Entity("place/楚雄彝族自治州", "Place", "楚雄州")
    owners = TitleOwners([place], Areas(None, [(0, "楚雄彝族自治州")]), Gazetteer.load(), entity)
    assert owners.owner_of("州长", None) == place.id
