from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.ner.rules.organisations import (
    RULES,
    bracketed,
    by_tail,
    of_area,
    split_joined,
    teams,
    units,
)
from tests.ner.drawing import after


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        # area, words of the field, tail
        ("由/p 宿松/LOC 竹编/n 家具/n 产业园/n 工联会/n 主办/v", "由⟦O宿松竹编家具产业园工联会⟧主办"),
        ("安庆市/LOC 怀宁县/LOC 石牌镇/LOC 总工会/n 召开/v", "⟦O安庆市怀宁县石牌镇总工会⟧召开"),
        ("安庆市/LOC 人力资源/n 和/c 社会/n 保障局/n 发布/v", "⟦O安庆市人力资源和社会保障局⟧发布"),
        # a department belongs to its body
        ("省水利厅/ORG 法规处/n 介绍/v", "⟦O省水利厅法规处⟧介绍"),
        # 和 between two bodies is no joint
        ("安庆市总工会/ORG 和/c 怀宁县/LOC 工会/n", "⟦O安庆市总工会⟧和⟦L怀宁县⟧工会"),
        # elliptic in a list of bodies, but not alone
        ("县水务局/ORG 、/w 民政局/n 、/w 司法局/n 参加/v", "⟦O县水务局⟧、⟦O民政局⟧、⟦O司法局⟧参加"),
        ("各/r 部门/n 、/w 各/r 学校/n 参加/v", "各部门、各学校参加"),
        # kinds of bodies are no names
        ("各级/r 工会/n 要/v 加强/v 学习/v", "各级工会要加强学习"),
        ("镇/n 街/n 总工会/n 举办/v", "镇街总工会举办"),
        ("上级/n 主管/vn 部门/n 和/c 基层/n 工会/n", "上级主管部门和基层工会"),
        # not cut out of other words
        ("领导/n 干部/n 到处/d 走访/v", "领导干部到处走访"),
        ("安庆市/LOC 全部/n 学校/n", "⟦L安庆市⟧全部学校"),
        # the title of a named body's party group leaves the body as it is
        ("安庆市总工会/ORG 党组/n 书记/n 王强/PER", "⟦O安庆市总工会⟧党组书记⟦P王强⟧"),
        ("安庆市总工会/ORG 党组/n 召开/v 会议/n", "⟦O安庆市总工会党组⟧召开会议"),
        # fused with a title
        ("安庆市/LOC 公安/n 局长/n 王强/PER", "⟦O安庆市公安局⟧长⟦P王强⟧"),
        ("安庆市/LOC 教育局/n 局长/n 王强/PER", "⟦O安庆市教育局⟧局长⟦P王强⟧"),
        ("我/r 院/n 骨科/n 主任/n 王强/PER", "我院⟦O骨科⟧主任⟦P王强⟧"),
        ("骨科/n 收治/v 患者/n", "骨科收治患者"),
        ("省农业厅/ORG 总/a 农艺师/n 王强/PER", "⟦O省农业厅⟧总农艺师⟦P王强⟧"),
        ("来自/v 怀宁县/LOC 云峰/nz 跑团/n 的/u", "来自⟦O怀宁县云峰跑团⟧的"),
        ("怀宁县/LOC 中心/n 小学/n 校长/n 王强/PER", "⟦O怀宁县中心小学⟧校长⟦P王强⟧"),
        # an inquiry named after its accident
        (
            "国务院/ORG “/w 4·18/m ”/w 特别/d 重大/a 火灾/n 事故/n 调查组/n 在/p",
            "⟦O国务院“4·18”特别重大火灾事故调查组⟧在",
        ),
    ],
)
def test_by_tail(tagged: str, drawn: str) -> None:
    assert after(tagged, by_tail) == drawn


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("县委/n 、/w 县政府/n 高度/d 重视/v", "⟦O县委⟧、⟦O县政府⟧高度重视"),
        ("团/n 省委/n 副书记/n 王强/PER", "⟦O团省委⟧副书记⟦P王强⟧"),
        ("安庆/LOC 市委书记/n 王强/PER", "⟦O安庆市委⟧书记⟦P王强⟧"),
        ("我/r 市/n 总工会/n 和/c 各/r 县委/n", "我市总工会和各县委"),
        ("各/r 省/n 、/w 区/n 、/w 市红十字会/n", "各省、区、市红十字会"),
        ("村/n 委会/n 商议/v", "村委会商议"),
    ],
)
def test_bodies_of_an_area(tagged: str, drawn: str) -> None:
    assert after(tagged, of_area) == drawn


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("由/p 市文联和市侨联/ORG 主办/v", "由⟦O市文联⟧和⟦O市侨联⟧主办"),
        ("怀宁县总工会联合团县委/ORG 举办/v", "⟦O怀宁县总工会⟧联合⟦O团县委⟧举办"),
        ("怀宁县公安局会同/ORG 市水利局/ORG 检查/v", "⟦O怀宁县公安局⟧会同⟦O市水利局⟧检查"),
        ("怀宁县工商业联合会/ORG 主办/v", "⟦O怀宁县工商业联合会⟧主办"),
        ("怀宁县供销公司联合社/ORG 主办/v", "⟦O怀宁县供销公司联合社⟧主办"),
    ],
)
def test_bodies_that_were_joined_are_split(tagged: str, drawn: str) -> None:
    assert after(tagged, split_joined) == drawn


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("晨曦服饰/ORG （/w 芜湖/LOC ）/w 有限公司/n 捐款/v", "⟦O晨曦服饰（芜湖）有限公司⟧捐款"),
        ("晨曦/nz 重工/n （/w 集团/n ）/w 有限责任公司/n 捐款/v", "⟦O晨曦重工（集团）有限责任公司⟧捐款"),
        ("江淮大学/ORG （/w 宣城/LOC ）/w 校长/n", "⟦O江淮大学（宣城）⟧校长"),
        ("江淮大学/ORG （/w 以下/f 简称/v ）/w", "⟦O江淮大学⟧（以下简称）"),
    ],
)
def test_names_with_a_place_in_brackets(tagged: str, drawn: str) -> None:
    assert after(tagged, bracketed) == drawn


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("机动/a 二/m 中队/n 、/w 特战/v 中队/n 参演/v", "⟦O机动二中队⟧、⟦O特战中队⟧参演"),
        ("一行/n 来到/v 三公司/m 座谈/v", "一行来到⟦O三公司⟧座谈"),
        ("另/r 二公司/m 出资/v", "另二公司出资"),
        ("东部战区/ORG 海军/n 某/r 驱逐舰/n 支队/n 起航/v", "⟦O东部战区海军某驱逐舰支队⟧起航"),
        ("第72集团军/ORG 某/r 旅/n 旅长/n 王强/PER", "⟦O第72集团军某旅⟧旅长⟦P王强⟧"),
        ("武警安庆支队机动二中队/ORG 参演/v", "⟦O武警安庆支队机动二中队⟧参演"),
    ],
)
def test_units_and_numbered_firms(tagged: str, drawn: str) -> None:
    assert after(tagged, units) == drawn


def test_teams_of_countries_and_areas() -> None:
    assert after("中国/LOC 队/n 战胜/v 安徽/LOC 女排/n", teams) == "⟦O中国队⟧战胜⟦O安徽女排⟧"
    assert after("中国/LOC 队员/n", teams) == "⟦L中国⟧队员"


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦O安庆市总工会⟧联合⟦O石牌镇总工会⟧举办培训班。",
        "活动由⟦O安庆市怀宁县教育局⟧、⟦O民政局⟧主办。",
        "擦亮⟦L安庆⟧工会品牌。",
        "调研组到⟦L德兴市⟧⟦L花桥镇⟧⟦O江西晨曦纺织有限公司⟧走访。",
        "会议传达了⟦O国务院⟧和⟦O应急管理部⟧的部署。",
        "⟦O省委⟧常委、⟦O安庆市委⟧书记⟦P王强⟧，⟦O市公安局⟧长⟦P李伟⟧参加。",
        "全市各级工会和基层工会要认真学习。",
        "⟦O区委办⟧主任⟦P王强⟧，⟦O区市场监管局⟧局长⟦P李伟⟧。",
        "⟦O晨曦路桥有限公司宝成铁路项目部⟧经理⟦P王强⟧，⟦O李伟劳模创新工作室⟧揭牌。",
        "⟦O晨曦集团⟧党委委员、⟦O工会⟧主席⟦P王强⟧，李明当选⟦O村委会⟧主任。".replace("李明", "⟦P李明⟧"),
        "警方成立⟦O“3·12”专案组⟧，⟦O专案组⟧民警赶赴⟦L安庆⟧。",
        "⟦O院党委⟧书记⟦P王强⟧、副院长⟦P李伟⟧出席。",
    ],
)
def test_whole_pipeline(sentence: str, drawn: Callable[[str], str]) -> None:
    text = "".join(c for c in sentence if c not in "⟦⟧OPL")
    assert drawn(text) == sentence


def test_rules_are_listed_by_name() -> None:
    assert [rule.__name__ for rule in RULES][:3] == ["split_joined", "units", "offices"]


def test_units_have_a_number_for_a_name() -> None:
    assert after("第三/m 项目部/n 获奖/v", units) == "⟦O第三项目部⟧获奖"
