"""spokeAt, who spoke at an event: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations.event_roles import spoke_at
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("安全生产座谈会召开。会上，{P方知远}强调，要守住底线。", {"方知远 spokeAt 安全生产座谈会"}),
    ("安全生产座谈会召开。会上，{P贺青禾}传达了{P方知远}在全省工会工作会议上的讲话精神，并作了报告。",
     {"方知远 spokeAt 全省工会工作会议", "贺青禾 spokeAt 安全生产座谈会"}),
    ("学习{P方知远}在全省工会工作会议上的重要讲话。", {"方知远 spokeAt 全省工会工作会议"}),
    ("安全生产座谈会召开。会议听取了{P方知远}所作的工作报告。", {"方知远 spokeAt 安全生产座谈会"}),
    ("{O红光公司}邀请{P方知远}开展安全知识讲座。",
     {"红光公司 organised 安全知识讲座", "方知远 spokeAt 安全知识讲座"}),
    # Said while a meeting is going on that was told as held; not when another occasion came between.
    ("{O红光公司}召开安全生产座谈会。{P方知远}表示，要守住底线。",
     {"红光公司 organised 安全生产座谈会", "方知远 spokeAt 安全生产座谈会"}),
    ("{O红光公司}召开安全生产座谈会。会后，{P方知远}参观车间。{P方知远}表示，要守住底线。",
     {"红光公司 organised 安全生产座谈会"}),
    ("{O红光公司}召开安全生产座谈会。“很好。”{P方知远}说。", {"红光公司 organised 安全生产座谈会"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_spoke_at(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(spoke_at.RULES, CASES) == set()
