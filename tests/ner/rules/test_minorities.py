from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.ner.rules.minorities import minorities
from tests.ner.drawing import after


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("州/n 长吉/LOC 克日/PER 哈/xc ，/w 县长/n", "州长⟦P吉克日哈⟧，县长"),
        ("村民/n 海/PER 来阿/v 牛/n 说/v", "村民⟦P海来阿牛⟧说"),
        ("学生/n 代表/v 古丽/PER 米热用/v 汉语/nz", "学生代表⟦P古丽米热⟧用汉语"),
        ("副/a 政委/n 那/r 日/q 苏/LOC 到场/v", "副政委⟦P那日苏⟧到场"),
        ("丹增旺/PER 堆/v 主持/v", "⟦P丹增旺堆⟧主持"),
        # nobody is introduced, or a place follows
        ("沿/p 巴图/n 达来/v 走/v", "沿巴图达来走"),
        ("县长/n 到/v 达瓦曲珍/nz 乡/n", "县长到达瓦曲珍乡"),
        ("巴特尔乡/LOC 党委/n", "⟦L巴特尔乡⟧党委"),
    ],
)
def test_names_of_other_peoples(tagged: str, drawn: str) -> None:
    assert after(tagged, minorities) == drawn


def test_with_a_dot(drawn: Callable[[str], str]) -> None:
    assert drawn("副县长古丽娜尔·买买提讲话。") == "副县长⟦P古丽娜尔·买买提⟧讲话。"
