"""awarded, who honoured whom with what: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations import awarded
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{O省总工会}授予{P方知远}、{P贺青禾}“金牌工人”称号，授予{O红光公司}“工人先锋号”。",
     {"省总工会 awarded 方知远 金牌工人", "省总工会 awarded 贺青禾 金牌工人",
      "省总工会 awarded 红光公司 工人先锋号"}),
    ("{O省总工会}向{O红光公司}颁发“工人先锋号”奖牌，{P方知远}向{P贺青禾}颁发“金牌工人”证书。",
     {"省总工会 awarded 红光公司 工人先锋号"}),
    ("{P方知远}去年被{O省总工会}评为“金牌工人”。", {"省总工会 awarded 方知远 金牌工人"}),
    ("{O红光集团}下属的{O红光公司}荣获{O省总工会}颁发的“工人先锋号”奖牌。",
     {"省总工会 awarded 红光公司 工人先锋号", "红光公司 partOf 红光集团"}),
    ("{P方知远}获评{O省总工会}“金牌工人”。", {"省总工会 awarded 方知远 金牌工人"}),
    # Nobody is said to have given it; the winner is not the one named before.
    ("{P方知远}荣获“金牌工人”称号。", set()),
    ("{O红光公司}很高兴，三名外来女工被{O省总工会}评为“金牌工人”。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_awarded(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(awarded.RULES, CASES) == set()
