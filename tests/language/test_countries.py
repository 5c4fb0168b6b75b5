"""Countries and regions of the world by their Chinese names."""

from __future__ import annotations

import pytest

from kg.language.countries import COUNTRIES, REGIONS
from kg.language.divisions import Gazetteer


@pytest.mark.parametrize(
    "name",
    [
        "中国",
        "美国",
        "朝鲜",
        "南非",
        "瑙鲁",
        "斯洛文尼亚",
        "印度尼西亚",
        "印尼",
        "沙特阿拉伯",
        "沙特",
        "阿联酋",
        "蒙古国",
        "波黑",
    ],
)
def test_countries_by_their_names_and_short_forms(name: str) -> None:
    assert name in COUNTRIES


@pytest.mark.parametrize("name", ["亚洲", "欧洲", "非洲", "东南亚", "大洋洲", "拉美", "中东", "欧盟", "东盟"])
def test_regions_of_the_world(name: str) -> None:
    assert name in REGIONS


@pytest.mark.parametrize("name", ["世界", "蒙古", "中非", "联合国", "台湾", "中国香港特别行政区", "美", "中"])
def test_what_is_neither(name: str) -> None:
    assert name not in COUNTRIES | REGIONS


def test_no_division_of_china_is_a_country() -> None:
    """黑山 is Montenegro, and a county too."""
    above_towns = Gazetteer.load().lookup_above_towns
    assert [name for name in sorted(COUNTRIES | REGIONS) if above_towns(name)] == ["黑山"]
