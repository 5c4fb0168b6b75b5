"""appointed, who made whom what: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations import appointed
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{O红光公司}聘任{P方知远}为{T总经理}，{P贺青禾}为特邀顾问。",
     {"红光公司 appointed 方知远 总经理", "红光公司 appointed 贺青禾 特邀顾问"}),
    ("{P方知远}被{O云岭师范学院}聘为客座教授。", {"云岭师范学院 appointed 方知远 客座教授"}),
    ("{O湘潭市人大常委会}召开第五次会议。{P贺青禾}主持会议。会议任命{P方知远}为{O市公安局}{T局长}。",
     {"湘潭市人大常委会 organised 第五次会议", "贺青禾 presidesOver 第五次会议",
      "湘潭市人大常委会 appointed 方知远 局长"}),
    ("{O红光公司}宣布，{O红光集团}决定，任命{P方知远}为{T总经理}。",
     {"红光集团 appointed 方知远 总经理"}),
    ("{P方知远}被任命为{O红光公司}{T总经理}，{O红光集团}拟任命{P贺青禾}为{T董事长}。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_appointed(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(appointed.RULES, CASES) == set()
