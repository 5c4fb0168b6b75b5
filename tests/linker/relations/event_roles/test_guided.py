"""guided, who guided an event: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations.event_roles import guided
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("在{O湘潭市总工会}、{O省科技厅}的指导下，{O红光公司}举办职工运动会。",
     {"湘潭市总工会 guided 职工运动会", "省科技厅 guided 职工运动会", "红光公司 organised 职工运动会"}),
    ("{O红光公司}在{O湘潭市总工会}的指导下举办职工运动会。",
     {"湘潭市总工会 guided 职工运动会", "红光公司 organised 职工运动会"}),
    ("职工运动会由{O湘潭市总工会}指导，{O红光公司}协助。", {"湘潭市总工会 guided 职工运动会"}),
    ("{P方知远}参加{O湘潭市总工会}指导的职工运动会。",
     {"湘潭市总工会 guided 职工运动会", "方知远 attended 职工运动会"}),
    ("职工运动会落幕。指导单位：{O湘潭市总工会}", {"湘潭市总工会 guided 职工运动会"}),
    ("{P方知远}到{O红光公司}指导工作，{P贺青禾}在{P武定国}指导下完成手术。",
     {"方知远 surveyed 红光公司"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_guided(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(guided.RULES, CASES) == set()
