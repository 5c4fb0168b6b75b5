"""locatedIn, which place lies in which: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations import located_in
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{L青山古窑遗址}位于{L棋梓镇}。", {"青山古窑遗址 locatedIn 棋梓镇"}),
    ("位于{L棋梓镇}的{O红光公司}投产。", {"红光公司 locatedIn 棋梓镇"}),
    ("位于{L湖南省}{L湘潭市}的{L湘潭}盛产湘莲。", {"湘潭市 locatedIn 湖南省"}),
    ("{L广西壮族自治区}{L云渡镇}来客。", {"云渡镇 locatedIn 广西壮族自治区"}),
    ("{L中}{L法}关系友好。", set()),
    ("{L中}{L巴}友好。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_located_in(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(located_in.RULES, CASES) == set()
