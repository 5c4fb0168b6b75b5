"""met, who received whom: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations import met
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{P方知远}在{L湘潭市}会见了来访的{L德国}客商{P安娜·莫里}、{P武定国}一行。",
     {"方知远 met 安娜·莫里", "方知远 met 武定国"}),
    ("{P方知远}今天与{P武定国}举行会谈。", {"方知远 met 武定国"}),
    ("{P武定国}受到{P方知远}的接见。", {"方知远 met 武定国"}),
    ("{P方知远}会见{P武定国}事迹报告团，{P贺青禾}期待着与{P安一舟}会晤。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_met(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(met.RULES, CASES) == set()
