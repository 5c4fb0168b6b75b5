"""organised, who holds an event: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations.event_roles import organised
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{O湘潭市总工会}联合{O湘乡市总工会}举办“匠心杯”技能大赛。",
     {"湘潭市总工会 organised “匠心杯”技能大赛", "湘乡市总工会 organised “匠心杯”技能大赛"}),
    ("由{O省科技厅}主办、{O红光公司}承办的科普讲座在{L湘潭市}举行。",
     {"省科技厅 organised 科普讲座", "红光公司 organised 科普讲座", "科普讲座 heldAt 湘潭市"}),
    ("技能大赛开赛。本次大赛由{O省科技厅}主办，{O红光公司}承办，{O红星公司}协办。",
     {"省科技厅 organised 技能大赛", "红光公司 organised 技能大赛", "红星公司 organised 技能大赛"}),
    ("技能大赛开赛。大赛由{O省科技厅}指导，{O红光公司}主办，{O红星公司}承办。",
     {"省科技厅 guided 技能大赛", "红光公司 organised 技能大赛", "红星公司 organised 技能大赛"}),
    ("职工运动会开幕。由{O红光公司}等主办的职工运动会日前在{L湘潭市}举行。",
     {"红光公司 organised 职工运动会", "职工运动会 heldAt 湘潭市"}),
    ("由{O红光公司}等单位和{O红星公司}主办的技能大赛在{L湘潭市}举行，{L青山镇}的代表出席职工运动会。",
     {"红光公司 organised 技能大赛", "红星公司 organised 技能大赛", "技能大赛 heldAt 湘潭市"}),
    ("{P方知远}出席{O红光公司}举办的新年晚会。", {"红光公司 organised 新年晚会", "方知远 attended 新年晚会"}),
    ("{O红光公司}每月发放补贴。通过开展“送清凉”活动、“冬送暖”活动，让职工满意。",
     {"红光公司 organised “送清凉”活动", "红光公司 organised “冬送暖”活动"}),
    ("{L青山镇}举办农民丰收节文艺演出。", {"青山镇 organised 农民丰收节文艺演出"}),
    # Events of no one and of every kind.
    ("{O红光公司}开展各类文体活动。", set()),
    # What is held again and again is no one event, and who is not named is not who was named before.
    ("{O红光公司}每月召开安全生产例会。", set()),
    ("{O红光公司}开展技能培训80多场次。", set()),
    ("{O红光公司}来人。各部门举行安全生产座谈会。", set()),
    # A person who holds a lecture is no host of it.
    ("{P方知远}举办安全知识讲座。", set()),
    ("{O红光公司}重视安全，为职工深入车间举办安全知识讲座。", {"红光公司 organised 安全知识讲座"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_organised(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(organised.RULES, CASES) == set()
