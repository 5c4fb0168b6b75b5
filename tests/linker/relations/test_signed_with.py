"""signedWith, who signed what with whom: one marked text, and all its relations but positions."""

from __future__ import annotations

import pytest

from kg.linker.relations import signed_with
from tests.linker.marked import relations, ways_without_case

CASES = [
    ("{O红光公司}与{O红星公司}、{O云岭师范学院}分别签订《用工协议》。",
     {"红光公司 signedWith 红星公司 用工协议", "红光公司 signedWith 云岭师范学院 用工协议"}),
    ("{O红光公司}与{O红星公司}、{O云岭师范学院}签署三方合作协议。",
     {"红光公司 signedWith 红星公司 三方合作协议", "红光公司 signedWith 云岭师范学院 三方合作协议",
      "红星公司 signedWith 云岭师范学院 三方合作协议"}),
    ("{L湘潭市}、{L贵阳市}在京签署友好城市备忘录。", {"湘潭市 signedWith 贵阳市 友好城市备忘录"}),
    ("{O红光公司}投产，当天还与{O红星公司}签订购销合同。", {"红光公司 signedWith 红星公司 购销合同"}),
    ("{P方知远}、{P贺青禾}分别代表{O红光公司}、{O红星公司}签署合作协议。",
     {"红光公司 signedWith 红星公司 合作协议"}),
    ("与国内的{O红光公司}、{O红星公司}签订购销合同。", set()),
    ("{O红光公司}尚未与{O红星公司}签订协议，将与{O云岭师范学院}签署协议。", set()),
    ("{P方知远}呼吁{O红光公司}、{O红星公司}签署协议。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_signed_with(line: str, expected: set[str]) -> None:
    assert relations(line) == expected


def test_every_rule_has_a_case() -> None:
    assert ways_without_case(signed_with.RULES, CASES) == set()
