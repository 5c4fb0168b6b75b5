"""Short names under fuller ones: the index leaves out no name that may be fuller."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.divisions import Gazetteer
from kg.linker.names.fuller import Bodies, Index, Sites, fullest
from kg.linker.names.places import same_site
from kg.linker.names.short_forms import is_short_for

PARTS = ["云河", "市", "红光", "轴承", "有限公司", "公司", "大学", "大", "调查组", "第二", "工会", "总"]
SITE_PARTS = ["鼓楼", "汉代", "青年", "云河市", "遗址", "博物馆", "服务中心", "中心", "广场", "古窑"]


class All(Index):
    """Every name may be fuller."""

    def _pieces(self, _name: str) -> Sequence[str]:
        return ("",)

    def _candidates(self, _short: str) -> Sequence[int]:
        return range(len(self._names))


def names(parts: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.lists(st.sampled_from(parts), min_size=1, max_size=4).map("".join), max_size=8)


@given(names(PARTS))
def test_of_bodies(found: list[str]) -> None:
    is_short: Callable[[str, str], bool] = partial(is_short_for, gazetteer=Gazetteer.load())
    assert fullest(found, Bodies(), is_short) == fullest(found, All(), is_short)


@given(names(SITE_PARTS))
def test_of_sites(found: list[str]) -> None:
    assert fullest(found, Sites(), same_site) == fullest(found, All(), same_site)


@pytest.mark.parametrize("index", [Bodies(), Sites()])
def test_few_names_are_held_against_another(index: Index) -> None:
    for number in range(100):
        index.add(f"{chr(0x4E00 + number)}{chr(0x5E00 + number)}汉代遗址")
    assert len(index.fuller("一师遗址")) < 3
