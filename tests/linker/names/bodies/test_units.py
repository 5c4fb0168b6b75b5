"""Departments and the institution of which they are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.language.divisions import Gazetteer
from kg.linker.names.bodies.units import Hosts, unit_of, university


@pytest.mark.parametrize(
    ("names", "unit", "whole"),
    [
        (["江北大学", "江北大学", "教务处"], "教务处", "江北大学教务处"),
        (["江北大学", "江北大学", "校党委"], "校党委", "江北大学党委"),
        (["江北大学", "江北大学文学院", "文学院（筹）"], "文学院（筹）", "江北大学文学院（筹）"),
        # One mention is enough where nothing else may be meant, and the article is one of a school.
        (["江北大学", "农学院"], "农学院", "江北大学农学院"),
        (["江北大学", "教务处"], "教务处", None),
        (["江北大学", "河西大学", "农学院"], "农学院", None),
        # The one named more; a visitor's department says which it is.
        (["江北大学", "江北大学", "河西大学教务处", "农学院"], "农学院", "江北大学农学院"),
        (["江北大学", "江北大学", "河西大学教务处"], "河西大学教务处", None),
        # A university by two of its departments, or by its short form.
        (["江北大学文学院", "江北大学团委", "教务处", "农学院"], "教务处", "江北大学教务处"),
        (["江农大", "江农大", "教务处"], "教务处", "江农大教务处"),
        # In a school what may be anybody's is the school's, not the visitor's.
        (["红光公司", "红光公司", "校工会", "财务处"], "财务处", None),
        (["红光公司", "红光公司", "财务处"], "财务处", "红光公司财务处"),
        (["红光公司", "红光公司", "校工会", "一车间"], "一车间", "红光公司一车间"),
        (["云钢", "云钢", "公司工会"], "公司工会", "云钢工会"),
        (["云河医院", "心内科"], "心内科", "云河医院心内科"),
        (["文法学院", "文法学院", "哲学系"], "哲学系", "文法学院哲学系"),
        # Nobody's department.
        (["江北大学", "江北大学", "教育部"], "教育部", None),
        (["江北大学", "江北大学", "湘潭市档案馆"], "湘潭市档案馆", None),
        (["江北大学", "江北大学", "中国图书馆学会研究所"], "中国图书馆学会研究所", None),
        (["江北大学", "江北大学", "巴西研究中心"], "巴西研究中心", None),
        # Where the school is not named, by one of two names.
        (["校党委", "学校党委"], "学校党委", "校党委"),
        (["学校党委"], "学校党委", None),
    ],
)
def test_units(names: Sequence[str], unit: str, whole: str | None) -> None:
    assert unit_of(names, Gazetteer.load()).get(unit) == whole


def test_the_first_kind_of_which_there_is_one_that_is_named_most() -> None:
    hosts = Hosts(["江北大学", "河西大学", "河西大学", "江北大学", "红光公司", "红光公司"])
    assert hosts.most_named(["院", "校", "司"]) == "红光公司"
    assert hosts.most_named(["院"]) == ""


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("江北大学文学院", "江北大学"),
        ("江北大学", "江北大学"),
        ("江北大学附属医院", None),
        ("大学生艺术团", None),
        ("红光公司", None),
    ],
)
def test_universities(name: str, whose: str | None) -> None:
    assert university(name) == whose
