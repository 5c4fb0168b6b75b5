"""attended, who was at an event: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations.event_roles import attended, contests
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{O红光公司}召开安全生产座谈会。{P方知远}、{P贺青禾}出席并讲话。",
     {"红光公司 organised 安全生产座谈会", "方知远 attended 安全生产座谈会", "贺青禾 attended 安全生产座谈会",
      "方知远 spokeAt 安全生产座谈会", "贺青禾 spokeAt 安全生产座谈会"}),
    ("安全生产座谈会召开。到场的嘉宾有{P方知远}、{P贺青禾}。",
     {"方知远 attended 安全生产座谈会", "贺青禾 attended 安全生产座谈会"}),
    ("{O省科技厅}有关负责人出席安全生产座谈会。", set()),
    ("{O省科技厅}、{O省水利厅}负责同志，{O红光公司}参加安全生产座谈会。",
     {"红光公司 attended 安全生产座谈会"}),
    # Who came and who stands for a body.
    ("{O省科技厅}会见出席全省茶叶论坛的客商{P方知远}、{P武定国}。",
     {"方知远 attended 全省茶叶论坛", "武定国 attended 全省茶叶论坛"}),
    ("{O红光公司}工会委员参加安全生产座谈会。", set()),
    ("{P方知远}对{P武定国}莅临安全生产座谈会表示欢迎。", set()),
    ("技能大赛落幕。{P方知远}担任大赛评委。参赛选手各显身手。", {"方知远 attended 技能大赛"}),
    # A visit, which others came along on.
    ("{P方知远}一行到{O红光公司}开展“送清凉”慰问活动，{P贺青禾}陪同。",
     {"方知远 surveyed 红光公司", "方知远 organised “送清凉”慰问活动", "贺青禾 attended “送清凉”慰问活动",
      "“送清凉”慰问活动 heldAt 红光公司"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_attended(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    of_contests = set(contests.RULES)
    own = [rule for rule in attended.RULES if rule not in of_contests]
    assert ways_without_case(own, CASES) == set()
