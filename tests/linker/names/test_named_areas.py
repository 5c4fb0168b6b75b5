"""The areas that an article names, and those of which it speaks without a name."""

from __future__ import annotations

import pytest

from kg.language.divisions import Gazetteer
from kg.linker.names.named_areas import areas_of
from tests.linker.marked import read_marked


@pytest.mark.parametrize(
    ("line", "area"),
    [
        ("{L湘潭市}来客。", "湘潭市"),
        ("{O湘潭市总工会}开会。", "湘潭市"),
        ("{L湘潭}来客。", "湘潭市"),
        # Within the name of another thing.
        ("红光公司湘潭市办事处开业。", "湘潭市"),
        # A level that is shared.
        ("{L棋梓}、{L月山}两镇受灾。", "棋梓镇"),
        # A county only where the article says 县委.
        ("{O县委}开会，{L湘潭县}来客。", "湘潭县"),
    ],
)
def test_named_areas(line: str, area: str) -> None:
    assert area in areas_of(*read_marked(line), Gazetteer.load())


def test_levels_without_a_name() -> None:
    areas = areas_of(*read_marked("{O县委}开会，我市来客。"), Gazetteer.load())
    assert areas.levels == {"县", "市"}
