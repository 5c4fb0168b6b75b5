"""Every rule in the order in which they run, each with one sentence before and after it.

What a rule must and must not do beside that is tested in the module of its own component.
"""

from __future__ import annotations

import pytest

from kg.ner.rules import corrections, divisions, exclusions, organisations, people, repeats, sites
from kg.ner.rules.document import Exclusion, Rule
from kg.ner.rules.minorities import minorities
from kg.ner.rules.roads import roads

from .drawing import after, draw, tagged_sheet

# The rule, what the recogniser sees (LOC, ORG and PER are its names), the names after the rule.
FINDING: list[tuple[Rule, str, str]] = [
    (minorities, "村民/n 海/PER 来阿/v 牛/n 说/v", "村民⟦P海来阿牛⟧说"),
    (people.foreign, "部长/n 彼得/PER ./w 汉森/PER 应邀/v", "部长⟦P彼得.汉森⟧应邀"),
    (people.addressed, "李伟/PER 讲课/v 。/w 李/n 老师/n 说/v", "⟦P李伟⟧讲课。⟦P李老师⟧说"),
    (divisions.abroad, "伦敦奥运会/nz 开幕/v", "⟦L伦敦⟧奥运会开幕"),
    (divisions.full_names, "到/p 怀宁县/n 石牌镇/n 调研/v", "到⟦L怀宁县⟧⟦L石牌镇⟧调研"),
    (divisions.lower_levels, "石牌镇/LOC 柳湾村/nz 村民/n", "⟦L石牌镇⟧⟦L柳湾村⟧村民"),
    (divisions.datelines, "本报/r 安庆/n 讯/n 记者/n", "本报⟦L安庆⟧讯记者"),
    (divisions.one_character, "中美/LOC 关系/n", "⟦L中⟧⟦L美⟧关系"),
    (roads, "国道/n 318线/m 塌方/n", "⟦L国道318线⟧塌方"),
    (organisations.split_joined, "由/p 市文联和市侨联/ORG 主办/v", "由⟦O市文联⟧和⟦O市侨联⟧主办"),
    (organisations.units, "一行/n 来到/v 三公司/m 座谈/v", "一行来到⟦O三公司⟧座谈"),
    (organisations.offices, "书记/n 王强/PER 、/w 工会/n 主席/n 李伟/PER", "书记⟦P王强⟧、⟦O工会⟧主席⟦P李伟⟧"),
    (organisations.bare, "局/n 党委/n 研究/v", "⟦O局党委⟧研究"),
    (organisations.of_area, "县委/n 、/w 县政府/n 重视/v", "⟦O县委⟧、⟦O县政府⟧重视"),
    (organisations.known, "国务院/n 部署/v", "⟦O国务院⟧部署"),
    (
        organisations.by_tail,
        "安庆市/LOC 教育局/n 发布/v ，/w 怀宁县总工会联合团县委/ORG 举办/v",
        "⟦O安庆市教育局⟧发布，⟦O怀宁县总工会⟧联合⟦O团县委⟧举办",
    ),
    (
        organisations.bracketed,
        "晨曦服饰/ORG （/w 芜湖/LOC ）/w 有限公司/n 捐款/v",
        "⟦O晨曦服饰（芜湖）有限公司⟧捐款",
    ),
    (
        organisations.joint_taken_in,
        "⟦O县农办⟧/ORG ⟦O和县财政局⟧/ORG 验收/v",
        "⟦O县农办⟧和⟦O县财政局⟧验收",
    ),
    (organisations.teams, "中国/LOC 队/n 夺冠/v", "⟦O中国队⟧夺冠"),
    (
        organisations.shared_teams,
        "大观区/LOC 、/w 宜秀区代表队/ORG 参赛/v",
        "⟦O大观区⟧、⟦O宜秀区代表队⟧参赛",
    ),
    (
        organisations.behind_chain,
        "到/p 德兴市花桥镇江西晨曦纺织有限公司/ORG 走访/v",
        "到⟦L德兴市⟧⟦L花桥镇⟧⟦O江西晨曦纺织有限公司⟧走访",
    ),
    (organisations.union_of_area, "擦亮/v 安庆工会/ORG 品牌/n", "擦亮⟦L安庆⟧工会品牌"),
    (sites.regions, "河北地区/LOC", "⟦L河北⟧地区"),
    (sites.towns_in_list, "颛桥/LOC 、/w 马桥/n 等/u", "⟦L颛桥⟧、⟦L马桥⟧等"),
    (sites.sites, "石马坡/LOC 遗址/n 公园/n 开放/v", "⟦L石马坡遗址公园⟧开放"),
    (sites.venues, "在/p 安庆市服务中心/ORG 举行/v", "在⟦L安庆市服务中心⟧举行"),
    (sites.own_names, "安庆市蓝月酒吧/LOC", "⟦L安庆市⟧⟦L蓝月酒吧⟧"),
    (sites.house_numbers, "在/p 解放路18号/LOC 起火/v", "在⟦L解放路⟧18号起火"),
    (repeats.repeats, "王强/PER 讲话/v 。/w 王强/n 说/v", "⟦P王强⟧讲话。⟦P王强⟧说"),
]

# The same of the corrections; the recogniser's names are marked where they are not words.
CORRECTING: list[tuple[Rule, str, str]] = [
    (
        corrections.always_continued,
        "⟦P陈建⟧行出席/v 。/w ⟦P陈建⟧行说/v 。/w ⟦P陈建⟧/PER 行/k 的/u 话/n",
        "⟦P陈建行⟧出席。⟦P陈建行⟧说。⟦P陈建行⟧的话",
    ),
    (
        corrections.among_persons,
        "⟦P王强⟧/PER 、/w ⟦L高怀厅⟧/n 、/w ⟦P李伟⟧/PER",
        "⟦P王强⟧、⟦P高怀厅⟧、⟦P李伟⟧",
    ),
    (
        corrections.union_posts,
        "⟦O晨曦纺织工会⟧/ORG 主席/n 、/w ⟦P耀华⟧/PER 纺织/n 工会/n 主席/n 、/w ⟦O怀宁县总工会⟧/ORG 主席/n",
        "⟦O晨曦纺织⟧工会主席、⟦O耀华纺织⟧工会主席、⟦O怀宁县总工会⟧主席",
    ),
    (corrections.ministers, "⟦O法国国防部⟧/ORG 长/n ⟦P王强⟧/PER", "⟦L法国⟧国防部长⟦P王强⟧"),
    (
        corrections.half_quoted,
        "按/p ⟦O市委/n 《/w 安庆市委办公室⟧/ORG 通知/n 》/w",
        "按⟦O市委⟧《⟦O安庆市委办公室⟧通知》",
    ),
    (corrections.mistaken_places, "⟦O青龙茶园⟧/ORG 和/c ⟦O青龙茶社⟧/ORG", "⟦L青龙茶园⟧和⟦O青龙茶社⟧"),
]

# The names that the rule drops are without marks.
DROPPING: list[tuple[Exclusion, str, str]] = [
    (corrections.without_surname, "⟦P列席⟧/v 会议/n 的/u ⟦P王强⟧/n", "列席会议的⟦P王强⟧"),
    (
        corrections.common_elsewhere,
        "夺得/v ⟦P比武⟧/PER 第一/m ，/w 大/a 比武/vn 后/f ⟦P白云⟧/PER 离开/v",
        "夺得比武第一，大比武后⟦P白云⟧离开",
    ),
    (corrections.in_proper_nouns, "⟦L运河⟧杯/nz 在/p ⟦L扬州⟧/LOC", "运河杯在⟦L扬州⟧"),
    (corrections.with_joint, "⟦L惠/LOC 及⟧/c 职工/n 和/c ⟦L惠山⟧/LOC", "惠及职工和⟦L惠山⟧"),
    (
        corrections.half_closed,
        "各/r 县/n （/w 市/n 、/w ⟦O区/n ）/w 总工会⟧/ORG 和/c ⟦O县总工会⟧/ORG",
        "各县（市、区）总工会和⟦O县总工会⟧",
    ),
    (corrections.without_tail, "⟦O网吧⟧/n 和/c ⟦O市公安局⟧/n", "网吧和⟦O市公安局⟧"),
    (corrections.generic_bodies, "⟦O职工/n 中心⟧/n 和/c ⟦O水工/n 中心⟧/n", "职工中心和⟦O水工中心⟧"),
    (corrections.common_places, "⟦L绿水/n 青山⟧/n 和/c ⟦L国脉/n 大楼⟧/n", "绿水青山和⟦L国脉大楼⟧"),
    (
        corrections.unnamed_groups,
        "⟦O验收/vn 小组⟧/n 和/c ⟦O“/w 6·1/m ”/w 调查组⟧/n",
        "验收小组和⟦O“6·1”调查组⟧",
    ),
    (corrections.congresses, "⟦O十八大⟧/nz 和/c ⟦O中共⟧/ORG", "十八大和⟦O中共⟧"),
    (exclusions.slogans, "美丽/a 中国/LOC 和/c 中国/LOC 代表/n", "美丽中国和⟦L中国⟧代表"),
    (exclusions.kinds, "共青团/ORG 学习/v", "共青团学习"),
    (exclusions.events, "亚洲论坛/ORG 开幕/v", "亚洲论坛开幕"),
    (exclusions.mistaken, "乡镇/LOC 和/c 安庆/LOC", "乡镇和⟦L安庆⟧"),
    (exclusions.anonymous, "马某某/PER 、/w 李明/PER 、/w 刘大爷/PER", "马某某、⟦P李明⟧、刘大爷"),
    (exclusions.plural, "各乡镇卫生院/ORG 演练/v", "各乡镇卫生院演练"),
    (exclusions.deputies, "区人大/ORG 代表/n 发言/v", "区人大代表发言"),
    (exclusions.in_works, "《/w 安庆市/LOC 条例/n 》/w 印发/v", "《安庆市条例》印发"),
    (exclusions.honours, "获/v “/w 绿色学校/ORG ”/w 称号/n", "获“绿色学校”称号"),
    (exclusions.signatures, "会议/n 结束/v 。/w （/w 安庆市教育局/ORG ）/w", "会议结束。（安庆市教育局）"),
]


@pytest.mark.parametrize(
    ("rule", "tagged", "drawn"),
    [*CORRECTING, *FINDING],
    ids=[rule.__name__ for rule, *_ in [*CORRECTING, *FINDING]],
)
def test_what_a_rule_finds(rule: Rule, tagged: str, drawn: str) -> None:
    assert after(tagged, ()) != drawn
    assert after(tagged, rule) == drawn


@pytest.mark.parametrize(("rule", "tagged", "drawn"), DROPPING, ids=[rule.__name__ for rule, *_ in DROPPING])
def test_what_a_rule_drops(rule: Exclusion, tagged: str, drawn: str) -> None:
    sheet = tagged_sheet(tagged)
    dropped = rule(sheet)
    assert dropped
    assert draw(sheet.text, [name for name in sheet.names if name not in dropped]) == drawn


def test_no_rule_is_without_an_example() -> None:
    finding = (people, divisions, organisations, sites, repeats)
    assert [rule for rule, *_ in FINDING] == [rule for component in finding for rule in component.RULES]
    assert [rule for rule, *_ in CORRECTING] == list(corrections.FINDING)
    dropping = (*corrections.DROPPING, *corrections.DROPPING_AFTER, *exclusions.RULES)
    assert [rule for rule, *_ in DROPPING] == list(dropping)


def test_every_rule_says_what_it_reads() -> None:
    assert all(rule.__doc__ for rule, *_ in (*CORRECTING, *FINDING, *DROPPING))
