from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.ner.rules.divisions import (
    abroad,
    datelines,
    full_names,
    lower_levels,
    one_character,
)
from tests.ner.drawing import after


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("到/p 怀宁县/n 石牌镇/n 调研/v", "到⟦L怀宁县⟧⟦L石牌镇⟧调研"),
        ("在/p 安庆/LOC 市区/n 检查/v", "在⟦L安庆市区⟧检查"),
        ("安庆/LOC 市民/n 说/v", "⟦L安庆⟧市民说"),
        ("占/v 城镇/n 住宅/n", "占城镇住宅"),
        ("会同/v 县/n 领导/n", "会同县领导"),
        ("城区/n 和/c 郊区/n", "城区和郊区"),
        # an area inside the name of a body stays there, unless that is no body
        ("安庆市总工会/ORG 召开/v", "⟦O安庆市总工会⟧召开"),
        ("安庆市绿色/ORG 学校/n", "⟦L安庆市⟧绿色学校"),
    ],
)
def test_full_names(tagged: str, drawn: str) -> None:
    assert after(tagged, full_names) == drawn


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("石牌镇/LOC 柳湾村/nz 三组/m 村民/n", "⟦L石牌镇⟧⟦L柳湾村⟧⟦L三组⟧村民"),
        ("安庆市/LOC 山区/n 和/c 股市/n", "⟦L安庆市⟧山区和股市"),
    ],
)
def test_lower_levels(tagged: str, drawn: str) -> None:
    assert after(tagged, lower_levels) == drawn


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("中美/LOC 关系/n", "⟦L中⟧⟦L美⟧关系"),
        ("来/v 法/n 出席/v", "来⟦L法⟧出席"),
        ("赴美/v 访问/v", "赴⟦L美⟧访问"),
        ("会议/n 在/p 温/n 召开/v", "会议在⟦L温⟧召开"),
        ("在/p 法律/n 上/f", "在法律上"),
    ],
)
def test_names_of_one_character(tagged: str, drawn: str) -> None:
    assert after(tagged, one_character) == drawn


def test_places_abroad_at_the_head_of_a_word() -> None:
    assert after("伦敦奥运会/nz 开幕/v", abroad) == "⟦L伦敦⟧奥运会开幕"
    assert after("西班牙语/nz 和/c 发展/v 中国家/n", abroad) == "西班牙语和发展中国家"


def test_whole_pipeline(drawn: Callable[[str], str]) -> None:
    text = "安徽省安庆市怀宁县石牌镇发生火灾。"
    assert drawn(text) == "⟦L安徽省⟧⟦L安庆市⟧⟦L怀宁县⟧⟦L石牌镇⟧发生火灾。"


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("中柬/ORG 友谊/n", "⟦L中⟧⟦L柬⟧友谊"),
        ("中巴/n 友谊/n", "⟦L中⟧⟦L巴⟧友谊"),
        ("巴西/LOC 经贸/n 代表团/n", "⟦L巴西⟧经贸代表团"),
        ("村民/n 海来日则/PER 说/v", "村民⟦P海来日则⟧说"),
    ],
)
def test_countries_of_one_character(tagged: str, drawn: str) -> None:
    assert after(tagged, one_character) == drawn


def test_the_place_at_the_head_of_a_report() -> None:
    assert after("本报酒泉讯/nz 多/a", datelines) == "本报⟦L酒泉⟧讯多"
    assert after("本报综合讯/nz 多/a", datelines) == "本报综合讯多"


def test_a_county_by_its_short_name_stands_between_levels() -> None:
    assert after("安徽/LOC 怀宁/nz 柳湾镇/n 人/n", lower_levels) == "⟦L安徽⟧⟦L怀宁⟧⟦L柳湾镇⟧人"
