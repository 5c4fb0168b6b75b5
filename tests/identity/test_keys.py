"""The keys of entities."""

from __future__ import annotations

import pytest

from kg.identity.keys import (
    body_key,
    division_key,
    elliptic_level,
    event_key,
    is_elliptic,
    person_key,
    place_key,
)


def test_a_name_that_says_enough_is_its_own_key() -> None:
    assert person_key("李木") == "person/李木"
    assert body_key("a", "湘潭市总工会") == body_key("b", "湘潭市总工会") == "organisation/湘潭市总工会"
    assert place_key("a", "鼓楼遗址", ambiguous=False) == "place/鼓楼遗址"
    assert division_key("鼓楼区", "南京市") == "place/南京市鼓楼区"


@pytest.mark.parametrize("name", ["市总工会", "县委", "工会"])
def test_a_body_whose_area_is_unsaid_is_one_of_its_article(name: str) -> None:
    assert body_key("a", name) == f"organisation/a/{name}"


@pytest.mark.parametrize("name", ["棋梓村", "云河社区", "三楼会议室", "现场"])
def test_a_place_that_every_area_has_is_one_of_its_article(name: str) -> None:
    assert place_key("a", name, ambiguous=False) == f"place/a/{name}"


def test_namesakes_are_apart() -> None:
    assert place_key("a", "鼓楼区", ambiguous=True) == "place/a/鼓楼区"
    assert event_key("a", "座谈会") != event_key("b", "座谈会")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("市总工会", "市"),
        ("自治区党委", "自治区"),
        ("街道办", "街道"),
        ("湘潭市总工会", None),
        ("市", None),
        ("省级", None),
    ],
)
def test_levels_that_elliptic_names_open_with(name: str, level: str | None) -> None:
    assert elliptic_level(name) == level
    assert is_elliptic(name) is (level is not None)
