"""founded, who founded which body: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations import founded
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{O红光公司}联合{O红星公司}组建{O云岭研究院}。",
     {"红光公司 founded 云岭研究院", "红星公司 founded 云岭研究院"}),
    ("由教育家{P方知远}、{P贺青禾}发起成立的{O第九中学}招生。",
     {"方知远 founded 第九中学", "贺青禾 founded 第九中学"}),
    ("{L棋梓镇}引进{O红光公司}，由{P方知远}牵头成立{O第九中学}。", {"方知远 founded 第九中学"}),
    ("{O第九中学}由{P方知远}于1938年创办。", {"方知远 founded 第九中学"}),
    ("他领导过{O红光公司}，后来创办{O第九中学}。", set()),
    ("{O红光公司}成立20周年，成立{O红星公司}党支部。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_founded(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(founded.RULES, CASES) == set()
