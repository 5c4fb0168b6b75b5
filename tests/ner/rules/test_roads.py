from __future__ import annotations

import pytest

from kg.ner.rules.roads import roads
from tests.ner.drawing import after


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("国道/n 318线/m 塌方/n", "⟦L国道318线⟧塌方"),
        ("S205/nz 省道/n 和/c G5/nz 京昆高速/LOC 通行/v", "⟦LS205省道⟧和⟦LG5京昆高速⟧通行"),
        ("宝/LOC 成/v 铁路/n 绵阳/LOC 段/n 中断/v", "⟦L宝成铁路绵阳段⟧中断"),
        ("中老/nz 铁路/n 开通/v", "⟦L中老铁路⟧开通"),
        ("G20/nz 峰会/n 召开/v", "G20峰会召开"),
        ("沿/p 省道/n S118线/nz 行驶/v", "沿⟦L省道S118线⟧行驶"),
        ("省道S118线青石服务区/LOC 建成/v", "⟦L省道S118线青石服务区⟧建成"),
    ],
)
def test_roads_and_railways(tagged: str, drawn: str) -> None:
    assert after(tagged, roads) == drawn
