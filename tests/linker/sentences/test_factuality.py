"""What is stated as a fact: one marked text, and the word that makes its first verb a plan or a demand."""

from __future__ import annotations

import pytest

from kg.linker import find_verbs
from kg.linker.sentences.factuality import is_not_done
from tests.linker.marked import parsed, relations

CASES = [
    ("{O红光公司}举办职工运动会。", None),
    ("{O红光公司}计划举办职工运动会。", "计划"),
    ("{O红光公司}要举办职工运动会。", "要"),
    # 主要, 要求 and the like are no 要.
    ("{O红光公司}主要举办职工运动会。", None),
    ("{P方知远}建议，由{O红光公司}牵头举办职工运动会。", "建议"),
    # Reported speech without a subject of its own asks more often than it tells.
    ("会议强调，开展技能大赛。", "强调，"),
]


@pytest.mark.parametrize(("line", "cue"), CASES, ids=[line for line, _ in CASES])
def test_cues(line: str, cue: str | None) -> None:
    assert next(find_verbs(parsed(line))).nonfactual_cue == cue


@pytest.mark.parametrize(
    "line",
    [
        "{O红光公司}计划举办职工运动会。",
        "会议强调，各级工会要开展技能大赛。",
        "{P方知远}强调，要开展技能大赛，{O红光公司}要举办职工运动会。",
        "{P方知远}建议，由{O红光公司}牵头举办职工运动会。",
    ],
)
def test_what_is_no_fact_makes_no_claim(line: str) -> None:
    assert relations(line) == set()


@pytest.mark.parametrize(
    ("line", "not_done"),
    [
        ("{O红光公司}签署协议。", False),
        ("{O红光公司}将签署协议。", True),
        ("{O红光公司}未签署协议。", True),
        # 不断 denies nothing, 未来 neither.
        ("{O红光公司}不断签署协议。", False),
        ("{O红光公司}未来签署协议。", False),
        ("{O红光公司}呼吁签署协议。", True),
    ],
)
def test_what_is_not_done(line: str, *, not_done: bool) -> None:
    sentence, clause = next(parsed(line).clauses())
    assert is_not_done(sentence, clause, sentence.code.index("签署")) is not_done
