"""presidesOver, who presides over an event: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations.event_roles import presides_over
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{O湘潭市总工会}召开安全生产座谈会。{O市总工会}{T主席}{P方知远}主持会议。",
     {"湘潭市总工会 organised 安全生产座谈会", "方知远 presidesOver 安全生产座谈会"}),
    ("安全生产座谈会由{P方知远}主持。", {"方知远 presidesOver 安全生产座谈会"}),
    ("{P方知远}主持召开安全生产座谈会。", {"方知远 presidesOver 安全生产座谈会"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_presides_over(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(presides_over.RULES, CASES) == set()
