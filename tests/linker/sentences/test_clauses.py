"""Sentences in clauses: one marked text, and its clauses; a plus says that the subjects are taken over."""

from __future__ import annotations

import pytest

from tests.linker.marked import parsed

CASES = [
    ("{P方知远}主持会议，{P贺青禾}讲话。", ["Ⓟ主持会议，", "Ⓟ讲话。"]),
    # A list is joined to the piece with its verb.
    ("{P方知远}，{P贺青禾}，{P武定国}出席会议。", ["Ⓟ，Ⓟ，Ⓟ出席会议。"]),
    # Without a subject of its own, a clause has that of the one before …
    ("{P方知远}主持会议，强调安全。", ["Ⓟ主持会议，", "+强调安全。"]),
    # … also of the sentence before, but not of another paragraph's.
    ("{P方知远}主持会议。强调安全。", ["Ⓟ主持会议。", "+强调安全。"]),
    ("{P方知远}主持会议。\n强调安全。", ["Ⓟ主持会议。", "-强调安全。"]),
]


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_clauses(line: str, expected: list[str]) -> None:
    shown = [
        ("+" if clause.subjects else "-") * clause.inherited + sentence.code[clause.start : clause.end]
        for sentence, clause in parsed(line).clauses()
    ]
    assert [text.strip().replace("Ⓥ", "会议") for text in shown] == expected
