from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.ner.rules import people
from tests.ner.drawing import after


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("部长/n 彼得/PER ./w 汉森/PER 应邀/v", "部长⟦P彼得.汉森⟧应邀"),
        ("约翰/PER ·/w 史密斯/nz 说/v", "⟦P约翰·史密斯⟧说"),
        ("学者/n J.Smith/xc ，/w A/xc ./w Rossi/nz 到场/v", "学者⟦PJ.Smith⟧，⟦PA.Rossi⟧到场"),
    ],
)
def test_foreign_names(tagged: str, drawn: str) -> None:
    assert after(tagged, people.foreign) == drawn


def test_surname_and_title_only_of_someone_named() -> None:
    assert after("李伟/PER 讲课/v 。/w 李/n 老师/n 说/v", people.addressed) == "⟦P李伟⟧讲课。⟦P李老师⟧说"
    assert after("王强/PER 讲课/v 。/w 李/n 老师/n 说/v", people.addressed) == "⟦P王强⟧讲课。李老师说"
    assert after("濮阳明/PER 。/w 濮阳/n 老师/n 说/v", people.addressed) == "⟦P濮阳明⟧。⟦P濮阳老师⟧说"


def test_whole_pipeline(drawn: Callable[[str], str]) -> None:
    text = "工会主席王强、李伟，副主席陈晓明出席。"
    assert drawn(text) == "工会主席⟦P王强⟧、⟦P李伟⟧，副主席⟦P陈晓明⟧出席。"
