from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.ner.rules.sites import (
    house_numbers,
    own_names,
    regions,
    sites,
    towns_in_list,
    venues,
)
from tests.ner.drawing import after


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("石马坡/LOC 遗址/n 公园/n 开放/v", "⟦L石马坡遗址公园⟧开放"),
        ("察看/v 盐业/n 公所/n 旧址/n", "察看⟦L盐业公所旧址⟧"),
        ("在/p 思齐/n 报告厅/n 举行/v", "在⟦L思齐报告厅⟧举行"),
        ("安庆市/LOC 规划/vn 展示馆/n", "⟦L安庆市规划展示馆⟧"),
        # a kind of site, not a name
        ("老年/n 活动/n 中心/n 和/c 文化/n 广场/n", "老年活动中心和文化广场"),
        ("建设/v 一个/m 主题/n 公园/n", "建设一个主题公园"),
        ("安庆市/LOC 基地/n", "⟦L安庆市⟧基地"),
    ],
)
def test_sites(tagged: str, drawn: str) -> None:
    assert after(tagged, sites) == drawn


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("安庆市蓝月酒吧/LOC", "⟦L安庆市⟧⟦L蓝月酒吧⟧"),
        ("安庆市规划展示馆/LOC", "⟦L安庆市规划展示馆⟧"),
        ("怀宁县石牌镇青阳文化广场/LOC", "⟦L怀宁县⟧⟦L石牌镇⟧⟦L青阳文化广场⟧"),
        ("解放路18号银河大厦/LOC", "⟦L解放路18号⟧⟦L银河大厦⟧"),
    ],
)
def test_a_site_with_a_name_of_its_own_stands_alone(tagged: str, drawn: str) -> None:
    assert after(tagged, own_names) == drawn


def test_the_street_without_its_number() -> None:
    assert after("在/p 解放路18号/LOC 起火/v", house_numbers) == "在⟦L解放路⟧18号起火"
    assert after("大观区/LOC 解放/v 路/n 18号/m", house_numbers) == "⟦L大观区⟧⟦L解放路⟧18号"


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("河北地区/LOC", "⟦L河北⟧地区"),
        ("青阳岭/LOC 地区/n", "⟦L青阳岭地区⟧"),
        ("大兴安岭地区/LOC", "⟦L大兴安岭地区⟧"),
    ],
)
def test_regions(tagged: str, drawn: str) -> None:
    assert after(tagged, regions) == drawn


def test_towns_beside_places_in_a_list() -> None:
    assert after("颛桥/LOC 、/w 马桥/n 、/w 吴泾/n 等/u", towns_in_list) == "⟦L颛桥⟧、⟦L马桥⟧、⟦L吴泾⟧等"
    assert after("和平/n 、/w 发展/v 、/w 团结/n", towns_in_list) == "和平、发展、团结"


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("在/p 安庆市服务中心/ORG 举行/v", "在⟦L安庆市服务中心⟧举行"),
        ("参观/v 安庆市服务中心/ORG 、/w 怀宁图书馆/ORG", "参观⟦L安庆市服务中心⟧、⟦L怀宁图书馆⟧"),
        ("安庆市服务中心/LOC 举办/v 讲座/n", "⟦O安庆市服务中心⟧举办讲座"),
        ("怀宁工业园区/LOC 与/p 县委/ORG 签订/v", "⟦O怀宁工业园区⟧与⟦O县委⟧签订"),
        ("怀宁图书馆/LOC 馆长/n 王强/PER", "⟦O怀宁图书馆⟧馆长⟦P王强⟧"),
    ],
)
def test_venues_are_places_where_someone_is_and_bodies_where_they_act(tagged: str, drawn: str) -> None:
    assert after(tagged, venues) == drawn


@pytest.mark.parametrize(
    "sentence",
    [
        "比赛在⟦L安庆市⟧⟦L怀宁县⟧⟦L石牌镇⟧⟦L青阳文化广场⟧举行。",
        "调研组先后到⟦L石牌镇职工服务中心⟧、⟦L孔雀湖公园⟧。",
    ],
)
def test_whole_pipeline(sentence: str, drawn: Callable[[str], str]) -> None:
    text = "".join(c for c in sentence if c not in "⟦⟧OPL")
    assert drawn(text) == sentence


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("走访/v 了/u 青石水厂/LOC 并/c", "走访了⟦O青石水厂⟧并"),
        ("察看/v 了/u 青石水厂/ORG 的/u 泵房/n", "察看了⟦L青石水厂⟧的泵房"),
    ],
)
def test_plants_are_firms(tagged: str, drawn: str) -> None:
    assert after(tagged, venues) == drawn
