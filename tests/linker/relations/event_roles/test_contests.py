"""attended, of contests and shows: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations.event_roles import contests
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("“匠心杯”技能大赛落幕。比赛吸引了众多选手。{O红光公司代表队}夺得冠军。",
     {"红光公司代表队 attended “匠心杯”技能大赛"}),
    ("{O红光公司代表队}在男子篮球决赛中战胜{O红星公司代表队}。",
     {"红光公司代表队 attended 男子篮球决赛", "红星公司代表队 attended 男子篮球决赛"}),
    ("技能大赛动员会上，{P方知远}来到前排。", set()),
    # Named once, a contest is not what the text tells of.
    ("技能大赛落幕。{O红光公司代表队}夺得冠军。", set()),
    ("{O红光公司}学子在技能大赛中战胜对手。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_contests(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(contests.RULES, CASES) == set()
