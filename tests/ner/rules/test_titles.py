from __future__ import annotations

import pytest

from kg.language.titles import candidates
from kg.ner.rules.titles import titles
from tests.ner.drawing import draw, tagged_sheet


def found(tagged: str) -> list[str]:
    sheet = tagged_sheet(tagged)
    return [sheet[title] for title in titles(sheet)]


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("安庆市总工会/ORG 党组/n 书记/n 、/w 常务/a 副主席/n 王强/PER", ["党组书记", "常务副主席"]),
        ("怀宁县/LOC 副县长/n 王强/PER", ["副县长"]),
        ("王强/PER 教授/n 说/v", ["教授"]),
        ("省委/ORG 书记/n 指出/v", ["书记"]),
        # chained across the body of the second
        ("副市长/n 、/w 市公安局/ORG 局长/n 王强/PER", ["副市长", "局长"]),
        ("副主席/n 兼/v 秘书长/n 王强/PER", ["副主席", "秘书长"]),
        ("选举/v 王强/PER 当选/v 会长/n", ["会长"]),
        ("首席/n 制茶师/n 王强/PER", ["首席制茶师"]),
        ("中队长/n  /w 王强/PER", ["中队长"]),
        ("原/a 主席/n 王强/PER", ["原主席"]),
        # any nouns between a body and the title, or the person
        ("法国/LOC 国防/n 部长/n 王强/PER", ["国防部长"]),
        ("红光公司/ORG 供应链/n 总监/n 王强/PER", ["供应链总监"]),
        ("红光公司/ORG 三层/n 窗口/n 切菜工/n 王强/PER", ["三层窗口切菜工"]),
        ("法国/LOC 驻/v 华/LOC 大使/n 王强/PER", ["驻华大使"]),
        ("红光公司/ORG 慰问/v 王强/PER", []),
        ("安庆大学/ORG 学生/n 王强/PER", []),
        # not beside a name
        ("全体/n 委员/n 和/c 书记/n 参加/v", []),
        # part of another word
        ("安庆市/LOC 委员会/n 和/c 主席台/n", []),
        ("王强/PER 成员/n", []),
    ],
)
def test_titles_beside_names(tagged: str, expected: list[str]) -> None:
    assert found(tagged) == expected


def test_a_fused_title_shares_its_first_character_with_the_body() -> None:
    sheet = tagged_sheet("市公安局/ORG 长/n 王强/PER")
    assert draw(sheet.text, sheet.names) == "⟦O市公安局⟧长⟦P王强⟧"
    assert [(t.start, t.end, sheet[t]) for t in titles(sheet)] == [(3, 5, "局长")]


def test_every_title_says_why() -> None:
    sheet = tagged_sheet("副市长/n 、/w 市公安局/ORG 局长/n 王强/PER")
    assert [t.by for t in titles(sheet)] == ["title-in-chain", "title-after-body"]


def test_the_end_of_a_body_is_no_part_of_a_title() -> None:
    assert found("安庆市纪委/ORG 书记/n 王强/PER") == ["书记"]
    assert found("安庆市总/ORG 副主席/n 王强/PER") == ["副主席"]


def test_modifiers_and_heads_combine() -> None:
    text = "常务副主席 党组成员 执行副总裁 名誉会长 党委副书记"
    assert [text[s:e] for s, e in candidates(text)] == text.split()
