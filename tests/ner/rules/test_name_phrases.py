"""How far a name goes to the left of its tail."""

from __future__ import annotations

import re

import pytest

from kg.ner.rules.name_phrases import Lexicon, begins_with_division, phrase

from ..drawing import tagged_sheet

LEXICON = Lexicon(
    stops=frozenset({"有关"}),
    generic=frozenset({"职工", "服务"}),
    fields=frozenset({"住房", "建设"}),
    joints=frozenset({"和"}),
    umbrella=frozenset({"共青团"}),
    quoted=re.compile("“[0-9·]+”$"),
    lenient=False,
)


def walked(tagged: str, tail: str) -> tuple[str, bool, bool]:
    """The name up to the tail, whether an area or body holds it, whether a word of it is its own."""
    document = tagged_sheet(tagged)
    start = document.text.index(tail)
    ends = {name.end: name for name in document.names}
    found = phrase(document, LEXICON, ends, start, start + len(tail))
    return document.text[found.start : found.end], found.anchored, found.own


@pytest.mark.parametrize(
    ("tagged", "name", "anchored", "own"),
    [
        ("到/p 安庆市/LOC 服务/vn 中心/n", "安庆市服务中心", True, False),
        ("到/p 晨曦/nz 服务/vn 中心/n", "晨曦服务中心", False, True),
        ("到/p 市/n 服务/vn 中心/n", "市服务中心", True, False),
        # Pointed at, and no part of the name.
        ("到/p 全/a 市/n 服务/vn 中心/n", "服务中心", False, False),
        ("到/p 有关/vn 服务/vn 中心/n", "服务中心", False, False),
        # 和 between words of a field, not between names.
        ("到/p 安庆市/LOC 住房/n 和/c 建设/vn 中心/n", "安庆市住房和建设中心", True, True),
        ("由/p 王强/PER 和/c 服务/vn 中心/n", "服务中心", False, False),
        ("“/w 4·18/m ”/w 中心/n", "“4·18”中心", False, True),
        # Common words before a name of its own.
        ("到/p 职工/n 晨曦/nz 中心/n", "晨曦中心", False, True),
        ("由/p 共青团/ORG 安庆市/LOC 中心/n", "共青团安庆市中心", True, True),
    ],
)
def test_where_a_name_begins(tagged: str, name: str, anchored: bool, own: bool) -> None:
    assert walked(tagged, "中心") == (name, anchored, own)


@pytest.mark.parametrize(
    ("text", "expected"), [("市教育局", True), ("安庆教育局", True), ("晨曦公司", False)]
)
def test_beginning_with_an_area(text: str, expected: bool) -> None:
    assert begins_with_division(text) is expected
