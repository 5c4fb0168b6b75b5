"""The relation rules: one marked text, and all claims but positions that it states."""

from __future__ import annotations

import pytest

from kg.linker import RULES, relations
from kg.linker.relations.surveying import surveyed
from kg.linker.rule import name_of
from tests.linker.marked import facts, linked

CASES = [
    # presidesOver
    ("{O湘潭市总工会}召开安全生产座谈会。{O市总工会}{T主席}{P方知远}主持会议。",
     {"湘潭市总工会 organised 安全生产座谈会", "方知远 presidesOver 安全生产座谈会"}),
    ("安全生产座谈会由{P方知远}主持。", {"方知远 presidesOver 安全生产座谈会"}),
    ("{P方知远}主持召开安全生产座谈会。", {"方知远 presidesOver 安全生产座谈会"}),
    # organised
    ("{O湘潭市总工会}联合{O湘乡市总工会}举办“匠心杯”技能大赛。",
     {"湘潭市总工会 organised “匠心杯”技能大赛", "湘乡市总工会 organised “匠心杯”技能大赛"}),
    ("由{O省科技厅}主办、{O红光公司}承办的科普讲座在{L湘潭市}举行。",
     {"省科技厅 organised 科普讲座", "红光公司 organised 科普讲座", "科普讲座 heldAt 湘潭市"}),
    ("技能大赛开赛。本次大赛由{O省科技厅}主办，{O红光公司}承办，{O红星公司}协办。",
     {"省科技厅 organised 技能大赛", "红光公司 organised 技能大赛", "红星公司 organised 技能大赛"}),
    ("{P方知远}出席{O红光公司}举办的新年晚会。", {"红光公司 organised 新年晚会", "方知远 attended 新年晚会"}),
    ("在{O湘潭市总工会}的指导下，{O红光公司}举办职工运动会。", {"红光公司 organised 职工运动会"}),
    ("{O红光公司}每月发放补贴。通过开展“送清凉”活动、“冬送暖”活动，让职工满意。",
     {"红光公司 organised “送清凉”活动", "红光公司 organised “冬送暖”活动"}),
    ("{L青山镇}举办农民丰收节文艺演出。", {"青山镇 organised 农民丰收节文艺演出"}),
    # What is planned, demanded or denied is not stated.
    ("{O红光公司}计划举办职工运动会。", set()),
    ("会议强调，各级工会要开展技能大赛。", set()),
    ("{P方知远}强调，要开展技能大赛，{O红光公司}要举办职工运动会。", set()),
    ("{P方知远}建议，由{O红光公司}牵头举办职工运动会。", set()),
    # Generic bodies and namings.
    ("{O红光公司}开展各类文体活动。", set()),
    # attended, with and without an event beside the verb
    ("{O红光公司}召开安全生产座谈会。{P方知远}、{P贺青禾}出席并讲话。",
     {"红光公司 organised 安全生产座谈会", "方知远 attended 安全生产座谈会", "贺青禾 attended 安全生产座谈会",
      "方知远 spokeAt 安全生产座谈会", "贺青禾 spokeAt 安全生产座谈会"}),
    ("{O省科技厅}有关负责人出席安全生产座谈会。", set()),
    ("{O省科技厅}、{O省水利厅}负责同志，{O红光公司}参加安全生产座谈会。",
     {"红光公司 attended 安全生产座谈会"}),
    ("“匠心杯”技能大赛落幕，{O红光公司代表队}夺得冠军。", {"红光公司代表队 attended “匠心杯”技能大赛"}),
    # spokeAt
    ("安全生产座谈会召开。会上，{P方知远}强调，要守住底线。", {"方知远 spokeAt 安全生产座谈会"}),
    ("学习{P方知远}在全省工会工作会议上的重要讲话。", {"方知远 spokeAt 全省工会工作会议"}),
    ("安全生产座谈会召开。会议听取了{P方知远}所作的工作报告。", {"方知远 spokeAt 安全生产座谈会"}),
    ("{O红光公司}邀请{P方知远}开展安全知识讲座。",
     {"红光公司 organised 安全知识讲座", "方知远 spokeAt 安全知识讲座"}),
    # surveyed
    ("{P方知远}到{L湘乡市}{L棋梓镇}调研。",
     {"方知远 surveyed 湘乡市", "方知远 surveyed 棋梓镇", "棋梓镇 locatedIn 湘乡市"}),
    ("{P方知远}一行到{L棋梓镇}调研。调研组先后到{L青山古窑遗址}、{O红光公司}，听取介绍。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 青山古窑遗址", "方知远 surveyed 红光公司"}),
    ("{O省科技厅}对{O红光公司}、{O红星公司}开展专项督查。",
     {"省科技厅 surveyed 红光公司", "省科技厅 surveyed 红星公司"}),
    ("{P方知远}走访慰问了{O红光公司}。", {"方知远 surveyed 红光公司"}),
    ("{P方知远}在{P贺青禾}陪同下到{L棋梓镇}调研茶叶生产工作。",
     {"方知远 surveyed 棋梓镇", "贺青禾 attended 调研茶叶生产工作", "调研茶叶生产工作 heldAt 棋梓镇"}),
    ("{P方知远}到{O红光公司}调研工会工作。{P贺青禾}等参加调研。",
     {"方知远 surveyed 红光公司", "贺青禾 attended 调研工会工作", "调研工会工作 heldAt 红光公司"}),
    ("{P方知远}到{L棋梓镇}调研。多路调研组深入{L青山镇}、{L河口镇}，了解实情。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 青山镇", "方知远 surveyed 河口镇"}),
    ("{P方知远}先后到{L棋梓镇}、{L青山镇}检查春耕工作，{P贺青禾}陪同。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 青山镇", "贺青禾 attended 检查春耕工作",
      "检查春耕工作 heldAt 棋梓镇", "检查春耕工作 heldAt 青山镇"}),
    ("{P方知远}一行冒雪前往{L棋梓镇}，看望了困难职工。", {"方知远 surveyed 棋梓镇"}),
    # heldAt
    ("全省茶叶论坛在{L湖南省}{L湘潭市}召开。", {"全省茶叶论坛 heldAt 湘潭市", "湘潭市 locatedIn 湖南省"}),
    # locatedIn
    ("{L青山古窑遗址}位于{L棋梓镇}。", {"青山古窑遗址 locatedIn 棋梓镇"}),
    ("位于{L棋梓镇}的{O红光公司}投产。", {"红光公司 locatedIn 棋梓镇"}),
    ("{L中}{L法}关系友好。", set()),
    # Reporters take no part.
    ("本报讯（记者{P安一舟}）{O红光公司}举办职工运动会。", {"红光公司 organised 职工运动会"}),
    # 我校 is the school of the article.
    ("{O云岭师范学院}消息：我院举办毕业典礼。", {"云岭师范学院 organised 毕业典礼"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_relations(line: str, expected: set[str]) -> None:
    assert {fact for fact in facts(line) if " holdsPosition " not in fact} == expected


def test_every_rule_has_a_case() -> None:
    """A relation rule that no case shows is one that nobody can check; one without a name nobody finds."""
    fired = {claim.rule for line, _ in CASES for claim in linked(line).claims}
    functions = {name_of(rule) for rule in relations.RULES if rule is not surveyed}
    assert functions | {way.name for way in relations.WAYS} <= fired <= RULES.keys()


def test_evidence_holds_both_ends_of_a_claim() -> None:
    """Where subject and object stand in one clause, the quoted evidence shows both."""
    found = linked("今天，{O红光公司}在{L湘潭市}举办职工运动会，职工很高兴。")
    quotes = {claim.predicate: found.article.text[claim.start : claim.end] for claim in found.claims}
    assert quotes == {
        "organised": "今天，红光公司在湘潭市举办职工运动会",
        "heldAt": "在湘潭市举办职工运动会",
    }
