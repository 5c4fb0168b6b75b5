"""surveyed, who visited what: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations import surveyed
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{P方知远}到{L湘乡市}{L棋梓镇}调研。",
     {"方知远 surveyed 湘乡市", "方知远 surveyed 棋梓镇", "棋梓镇 locatedIn 湘乡市"}),
    ("{P方知远}一行到{L棋梓镇}调研。调研组先后到{L青山古窑遗址}、{O红光公司}，听取介绍。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 青山古窑遗址", "方知远 surveyed 红光公司"}),
    ("{O省科技厅}对{O红光公司}、{O红星公司}开展专项督查。",
     {"省科技厅 surveyed 红光公司", "省科技厅 surveyed 红星公司"}),
    ("{P方知远}走访慰问了{O红光公司}。", {"方知远 surveyed 红光公司"}),
    ("{P方知远}一行先后走进位于{L棋梓镇}的{O红光公司}。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 红光公司", "红光公司 locatedIn 棋梓镇"}),
    ("{P方知远}来{L湘乡市}调研茶叶生产工作。{P贺青禾}陪同{P方知远}到{L棋梓镇}走访。",
     {"方知远 surveyed 湘乡市", "方知远 surveyed 棋梓镇", "贺青禾 attended 调研茶叶生产工作",
      "调研茶叶生产工作 heldAt 湘乡市"}),
    # Of the levels of one area the narrowest, down to the county.
    ("{P方知远}到{L湖南省}{L湘潭市}{L湘乡市}调研。",
     {"方知远 surveyed 湘乡市", "湘乡市 locatedIn 湘潭市", "湘潭市 locatedIn 湖南省"}),
    ("{P方知远}在{P贺青禾}陪同下到{L棋梓镇}调研茶叶生产工作。",
     {"方知远 surveyed 棋梓镇", "贺青禾 attended 调研茶叶生产工作", "调研茶叶生产工作 heldAt 棋梓镇"}),
    ("{P方知远}到{O红光公司}调研工会工作。{P贺青禾}等参加调研。",
     {"方知远 surveyed 红光公司", "贺青禾 attended 调研工会工作", "调研工会工作 heldAt 红光公司"}),
    ("{P方知远}到{L棋梓镇}调研。多路调研组深入{L青山镇}、{L河口镇}，了解实情。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 青山镇", "方知远 surveyed 河口镇"}),
    ("{P方知远}一行冒雪前往{L棋梓镇}，看望了困难职工。", {"方知远 surveyed 棋梓镇"}),
    ("为学习{P方知远}视察{O红光公司}重要讲话精神，全厂停工半天。", {"方知远 surveyed 红光公司"}),
    # A state visit, a plan, and people that a body sent.
    ("{P方知远}访问{L德国}。", set()),
    ("{P方知远}将到{L棋梓镇}调研。", set()),
    ("{P方知远}看望慰问{O红光公司}选派的干部。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_surveyed(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(surveyed.RULES, CASES) == set()
