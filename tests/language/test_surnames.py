"""What may be a person's name, and what its surname is."""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.language.surnames import BY_FREQUENCY, COMMON, COMPOUND, RARE, is_name, surname, surname_length


@pytest.mark.parametrize(
    "name",
    [
        "方禾",
        "柳如烟",
        "欧阳牧",
        "诸葛知行",
        "张王知行",
        "阿依古丽·买买提",
        "上官云",
        "郗晓峰",
        "常禾",
        "傅知行",
        "濮阳明",
    ],
)
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "word",
    ["单位", "资料", "职工", "工会", "方", "春茶飘香", "方知行说", "Smith", "", "相关新闻", "金台随笔"],
)
def test_no_names(word: str) -> None:
    assert not is_name(word)


def test_no_surname_has_two_rarities() -> None:
    assert len(BY_FREQUENCY) == len(COMMON)
    assert not any(a & b for a, b in combinations((COMMON, RARE, COMPOUND), 2))


def test_every_single_surname_is_one_character_and_every_compound_two() -> None:
    assert {len(name) for name in COMMON | RARE} == {1}
    assert {len(name) for name in COMPOUND} == {2}


@pytest.mark.parametrize("name", sorted(COMPOUND))
def test_a_compound_surname_is_one_to_everybody(name: str) -> None:
    assert surname(name + "明") == name
    assert surname_length(name + "明", 0) == 2
    assert is_name(name + "明")
    assert is_name(name + "明远")


@pytest.mark.parametrize("name", sorted(COMMON))
def test_a_common_surname_is_one_to_everybody(name: str) -> None:
    assert surname(name + "晓峰") == name
    assert surname_length(name + "晓峰", 0) == 1
    assert is_name(name + "晓峰")


def test_a_rare_surname_counts_where_a_name_stands_and_not_in_running_text() -> None:
    assert is_name("和志刚")
    assert surname_length("和志刚", 0) == 0
    assert surname_length("和志刚", 0, RARE) == 1


def test_no_surname_begins_behind_the_end_of_a_text() -> None:
    assert surname_length("王", 1) == 0
