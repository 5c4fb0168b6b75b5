from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.ner.rules.exclusions import honours
from tests.ner.drawing import tagged_sheet


@pytest.mark.parametrize(
    "sentence",
    [
        "建设美丽中国，坚持中国特色社会主义，推进中国式现代化。",
        "⟦L中国⟧代表参加会议。",
        "印发《安庆市总工会工作条例》。",
        "据《⟦O江淮日报⟧》报道，大会闭幕。",
        "通过了“安庆市总工会工作报告”。",
        "少先队和共青团要做好工作。",
        "⟦L安庆⟧有很多好经验。（安庆工）",
    ],
)
def test_what_is_no_name(sentence: str, drawn: Callable[[str], str]) -> None:
    text = "".join(c for c in sentence if c not in "⟦⟧OPL")
    assert drawn(text) == sentence


def test_a_body_that_signs_is_no_mention(drawn: Callable[[str], str]) -> None:
    assert drawn("会议圆满结束。（安庆市教育局）") == "会议圆满结束。（安庆市教育局）"
    assert drawn("会议圆满结束。\n安庆市教育局\n2014年7月28日").endswith("\n安庆市教育局\n2014年7月28日")


@pytest.mark.parametrize(
    "sentence",
    [
        "犯罪嫌疑人赵某某、陈某被抓获。",
        "78岁的患者陈大爷和李奶奶康复出院。",
        "⟦P李明⟧来到现场，⟦P李老师⟧很激动。",
        "区人大代表、快递员⟦P王晓亮⟧发言。",
        "各乡镇卫生院要开展演练，各区县工会要加强学习。",
        "作题为“从一粒米说起”的报告。",
        "民警联合网安部门行动，沿河两岸变了样。",
    ],
)
def test_who_and_what_is_not_named(sentence: str, drawn: Callable[[str], str]) -> None:
    text = "".join(c for c in sentence if c not in "⟦⟧OPL")
    assert drawn(text) == sentence


def test_names_in_honours() -> None:
    tagged = "获/v “/w 绿色学校/ORG ”/w 称号/n 和/c 安徽省/LOC 五一劳动奖章/nz 的/u 怀宁县/LOC"
    sheet = tagged_sheet(tagged)
    assert [sheet[name] for name in honours(sheet)] == ["绿色学校", "安徽省"]
