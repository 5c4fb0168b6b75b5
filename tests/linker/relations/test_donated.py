"""donated, who gave whom what: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations import donated
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{O红光公司}、{P方知远}向{L棋梓镇}、{O第九中学}捐赠图书500册、课桌40套，用于助学。",
     {"红光公司 donated 棋梓镇 图书500册、课桌40套", "红光公司 donated 第九中学 图书500册、课桌40套",
      "方知远 donated 棋梓镇 图书500册、课桌40套", "方知远 donated 第九中学 图书500册、课桌40套"}),
    ("{O红光公司}将价值3万元的药品捐赠给{O第九中学}。", {"红光公司 donated 第九中学 价值3万元的药品"}),
    ("{O红光公司}捐赠电脑20台给{O第九中学}。", {"红光公司 donated 第九中学 电脑20台"}),
    ("{O第九中学}收到{O红光公司}捐赠的电脑20台。", {"红光公司 donated 第九中学 电脑20台"}),
    ("由{O红光公司}捐赠的电脑20台运抵{O第九中学}。", {"红光公司 donated 第九中学 电脑20台"}),
    ("{P方知远}代表{O红光公司}向{O第九中学}捐款5万元。", {"红光公司 donated 第九中学 5万元"}),
    ("{P方知远}创办的{O红光公司}向{O第九中学}捐款5万元。",
     {"方知远 founded 红光公司", "红光公司 donated 第九中学 5万元"}),
    ("{O红光公司}由{P方知远}创办，已向{O第九中学}捐款5万元。",
     {"方知远 founded 红光公司", "红光公司 donated 第九中学 5万元"}),
    ("{O红光公司}计划投产，向{O第九中学}捐款5万元。", set()),
    ("{O红光公司}向{O第九中学}的学生捐款5万元。", set()),
    ("{O第九中学}向{O红光公司}赠送锦旗。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_donated(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(donated.RULES, CASES) == set()
