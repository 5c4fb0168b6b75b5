"""Places to canonical places."""

from __future__ import annotations

import pytest

from kg.language.divisions import Gazetteer
from kg.linker.names.areas import Areas
from kg.linker.names.places import full_name_of_area, level_of_list, same_site


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("美", "美国"),
        ("香港", "香港"),
        # A country of a name that a division has too.
        ("吉布提", "吉布提"),
        # The country that the article names, not the one that the character stands for anywhere.
        ("加", "加纳"),
        ("湘潭", "湘潭市"),
        ("湘潭市", "湘潭市"),
        # What ends in a level may be short for a city; a village that no table has is whole.
        ("景德镇", "景德镇市"),
        ("红光村", "红光村"),
        ("楚雄州", "楚雄彝族自治州"),
        ("棋梓", "棋梓镇"),
        ("红光广场", None),
    ],
)
def test_areas(surface: str, name: str | None) -> None:
    areas = Areas(None, [(0, "棋梓镇"), (3, "加纳")])
    assert full_name_of_area(surface, areas, Gazetteer.load()) == name


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("棋梓、月山两镇受灾", "镇"),
        ("棋梓、月山和壶天3个镇受灾", "镇"),
        ("棋梓和月山等乡受灾", "乡"),
        ("棋梓、月山等五个街道受灾", "街道"),
        # No list, or no level.
        ("棋梓两镇受灾", None),
        ("棋梓、月山受灾", None),
        # A level in another word.
        ("棋梓、月山等区域", None),
        ("棋梓、月山等市县", None),
    ],
)
def test_the_level_of_a_list(text: str, level: str | None) -> None:
    assert level_of_list(text, 2) == level


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("鼓楼遗址", "鼓楼汉代遗址", False),
        ("云河鼓楼遗址", "云河鼓楼汉代遗址", True),
        ("文化广场", "云河市文化广场", True),
        ("广场", "文化广场", False),
        ("红光大厦", "红星大厦", False),
    ],
)
def test_sites(short: str, full: str, *, same: bool) -> None:
    assert same_site(short, full) is same
