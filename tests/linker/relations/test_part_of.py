"""partOf, which body is a part of which: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations import part_of
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{O红星公司}、{O红旗公司}均为{O红光集团}全资子公司。",
     {"红星公司 partOf 红光集团", "红旗公司 partOf 红光集团"}),
    ("{O红星公司}隶属于{O红光集团}。", {"红星公司 partOf 红光集团"}),
    ("{O红光集团}投产，其下设的{O红星公司}增资。", {"红星公司 partOf 红光集团"}),
    ("{O红星公司}不隶属于{O红光集团}。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_part_of(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(part_of.RULES, CASES) == set()
