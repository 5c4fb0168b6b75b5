"""Who acts in a clause: one marked text, and the subjects of its first clause."""

from __future__ import annotations

import pytest

from kg.linker.sentences.subjects import without_times
from tests.linker.marked import parsed

CASES = [
    ("{P方知远}主持会议。", ["方知远"]),
    ("{P方知远}、{P贺青禾}出席会议。", ["方知远", "贺青禾"]),
    # Persons rather than bodies, bodies rather than places, but for what is joined to them.
    ("{L湘潭市}{O红光公司}举办会议。", ["红光公司"]),
    ("{O红光公司}、{P方知远}捐赠图书。", ["红光公司", "方知远"]),
    # Times and asides may stand before.
    ("近日，{O红光公司}举办会议。", ["红光公司"]),
    ("6月4日（星期三）上午，{O红光公司}举办会议。", ["红光公司"]),
    # What other words claim: the object of a preposition, a circumstance, an owner, people of a body.
    ("在{L湘潭市}，{P方知远}主持会议。", ["方知远"]),
    ("{P方知远}在{P贺青禾}陪同下主持会议。", ["方知远"]),
    ("{O红光集团}下属的{O红光公司}举办会议。", ["红光公司"]),
    ("{O红光集团}子公司{O红光公司}举办会议。", ["红光公司"]),
    ("{O红光公司}有关负责人出席会议。", []),
    ("{O红光公司}、{O红星公司}代表出席会议。", []),
    ("{O红光公司}代表团出席会议。", ["红光公司"]),
    # An agent stands after 由.
    ("会议由{P方知远}主持。", ["方知远"]),
]


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_subjects(line: str, expected: list[str]) -> None:
    article = parsed(line)
    subjects = article.sentences[0].clauses[0].subjects
    assert [article.entities[subject.mention.ref].name for subject in subjects] == expected


@pytest.mark.parametrize("time", ["近日，", "6月4日", "（记者方知远）", "据悉：", "晚上", "其中—"])
def test_times_and_asides(time: str) -> None:
    assert without_times(f"{time}Ⓟ来").strip("，") == "Ⓟ来"
