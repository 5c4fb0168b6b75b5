"""Which gaps of a line are the typesetter's."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.offset_text import INKLESS, OffsetText
from kg.reading.wrapped.whitespace import tidy_spaces


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("云州市总 工 会 成 立大会", "云州市总工会成立大会"),
        ("从 5 月份起，超 1 万人", "从5月份起，超1万人"),
        ("成立100 周年", "成立100周年"),
        ("记者方知行 通讯员柳如烟", "记者方知行 通讯员柳如烟"),
        ("凝心聚力开新局 实干笃行谱新篇", "凝心聚力开新局 实干笃行谱新篇"),
        ("本报讯 （记者方知行）近日", "本报讯 （记者方知行）近日"),
        ("责编：柳  烟", "责编：柳  烟"),
        ("Smart City 大会", "Smart City大会"),
        ("云州举办技能竞赛 86名能手同台", "云州举办技能竞赛 86名能手同台"),
        ("奋进　新征程", "奋进　新征程"),
        ("云\u200b州\t市", "云 州 市"),
        ("云州市", "云州市"),
    ],
)
def test_gaps_in_words_go_and_gaps_between_words_stay(line: str, expected: str) -> None:
    assert tidy_spaces(OffsetText.of(line, 0, len(line))).text == expected


@given(st.text("云州5Aa 　\t\u200b，（", max_size=30))
def test_no_ink_is_lost_and_every_character_keeps_its_offset(line: str) -> None:
    found = tidy_spaces(OffsetText.of(line, 0, len(line)))
    assert re.sub(f"[{INKLESS}]", "", found.text) == re.sub(f"[{INKLESS}]", "", line)
    assert all(
        offset < 0 or line[offset] == char for char, offset in zip(found.text, found.offsets, strict=True)
    )
