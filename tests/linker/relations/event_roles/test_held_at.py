"""heldAt, where an event was: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations.event_roles import held_at
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("全省茶叶论坛在{L湖南省}{L湘潭市}召开。", {"全省茶叶论坛 heldAt 湘潭市", "湘潭市 locatedIn 湖南省"}),
    ("{P方知远}先后到{L棋梓镇}、{L青山镇}检查春耕工作，{P贺青禾}陪同。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 青山镇", "贺青禾 attended 检查春耕工作",
      "检查春耕工作 heldAt 棋梓镇", "检查春耕工作 heldAt 青山镇"}),
    ("{O红光公司}赴{L棋梓镇}、{L青山镇}开展科普讲座。",
     {"红光公司 organised 科普讲座", "科普讲座 heldAt 棋梓镇", "科普讲座 heldAt 青山镇"}),
    ("职工运动会举办地点为{L青山体育场}。", {"职工运动会 heldAt 青山体育场"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_held_at(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(held_at.RULES, CASES) == set()
