"""Which institution an article is of."""

from __future__ import annotations

import pytest

from kg.linker.names.context.home import Home


def home(*bodies: str, headline: str = "") -> Home:
    return Home(headline, headline + "，".join(bodies), frozenset(bodies), {})


@pytest.mark.parametrize(
    ("kind", "bodies", "institution"),
    [
        ("学校", ["云岭大学", "云岭大学农学院", "湘潭市第一中学"], "云岭大学"),
        ("学校", ["湘潭市第一中学", "湘潭市第一中学"], "湘潭市第一中学"),
        ("学校", ["云岭大学", "云河大学"], None),
        ("学校", ["红光公司"], None),
        ("公司", ["红光公司工会", "红光公司"], "红光公司"),
        ("公司", ["红钢工会", "红钢", "红钢党委"], "红钢"),
        ("公司", ["红钢"], None),
        ("医院", ["云岭医院", "云岭大学"], "云岭医院"),
    ],
)
def test_the_institution_of_a_kind_is_that_which_is_named_most(
    kind: str, bodies: list[str], institution: str | None
) -> None:
    assert home(*bodies).of_kind(kind) == institution


def test_the_headline_counts_more() -> None:
    assert home("云河大学", "云岭大学", headline="云岭大学开学").of_kind("学校") == "云岭大学"


def test_the_school_of_departments_is_named_by_itself_and_clearly_more_than_others() -> None:
    assert home("云岭大学", "教务处").school == "云岭大学"
    assert home("云岭大学农学院", "教务处").school is None
    assert home("云岭大学", "云岭大学农学院", "云河大学").school == "云岭大学"
    assert home("云岭大学", "云岭大学农学院", "云河大学", "云河大学农学院").school is None


def test_pupils_are_no_school() -> None:
    assert home("云岭大学生艺术团").schools == frozenset()
