"""Which names of bodies are short for which."""

from __future__ import annotations

import pytest

from kg.language.divisions import Gazetteer
from kg.linker.names.short_forms import is_short_for


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("市检察院", "湘潭市检察院"),
        ("工会", "湘潭市总工会"),
        ("湘大", "湘潭大学"),
        ("国务院调查组", "国务院安全生产调查组"),
        ("红光轴承", "湘潭市红光轴承有限公司"),
        ("中山工会", "中山市总工会"),
        ("红光", "红光集团"),
        ("红光轴承", "湘潭市红光轴承科技股份有限公司"),
        ("红光股份", "湘潭市红光机电轴承股份有限公司"),
        ("湘潭红光", "湘潭市红光轴承有限公司"),
        ("红光轴承公司", "红光轴承有限公司"),
        ("湘潭市三中", "湘潭市第三中学"),
        ("江农大", "江北农业大学"),
    ],
)
def test_short(short: str, full: str) -> None:
    assert is_short_for(short, full, Gazetteer.load())


@pytest.mark.parametrize(
    ("other", "full"),
    [
        ("湖南大学", "湖南工商大学"),
        ("教育部", "法国教育部"),
        ("湘潭市总工会", "湘潭市总工会"),
        ("部队", "武警部队"),
        ("红星公司", "红光公司"),
        # What follows the short name is another body.
        ("审计处", "云河学院审计处党支部"),
        ("云河足协", "云河足协裁判委员会"),
        ("江北大学", "江北航空大学"),
        ("巴军", "巴西海军"),
        ("校党委", "学校党委"),
        # A group is no company of its name.
        ("红光集团", "红光不动产股份有限公司"),
        ("红光厂", "红光厂房有限公司"),
    ],
)
def test_not_short(other: str, full: str) -> None:
    assert not is_short_for(other, full, Gazetteer.load())
