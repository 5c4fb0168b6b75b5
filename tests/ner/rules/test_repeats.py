from __future__ import annotations

from kg.ner.rules.repeats import repeats
from tests.ner.drawing import after


def test_a_name_is_a_name_wherever_it_stands() -> None:
    assert after("王强/PER 讲话/v 。/w 王强/n 说/v", repeats) == "⟦P王强⟧讲话。⟦P王强⟧说"


def test_a_longer_name_takes_the_place_of_its_parts() -> None:
    tagged = "储怀安/PER 致辞/v 。/w 储/v 怀安/LOC 表示/v"
    assert after(tagged, repeats) == "⟦P储怀安⟧致辞。⟦P储怀安⟧表示"


def test_short_forms_of_divisions_are_found() -> None:
    assert after("到/p 石牌镇/LOC 调研/v 。/w 石牌/n 群众/n", repeats) == "到⟦L石牌镇⟧调研。⟦L石牌⟧群众"


def test_two_characters_that_only_the_model_knows_are_not_spread() -> None:
    assert after("大众/ORG 和/c 大众/n 评委/n", repeats) == "⟦O大众⟧和大众评委"


def test_names_are_not_found_inside_words() -> None:
    assert after("安庆市/LOC 人/n 。/w 新安庆人/n", repeats) == "⟦L安庆市⟧人。新安庆人"


def test_a_name_that_the_words_cut_is_repeated() -> None:
    assert after("王正/PER 来/v 。/w 王/PER 正在/d 讲话/v", repeats) == "⟦P王正⟧来。⟦P王正⟧在讲话"
    assert after("王强/PER 来/v 。/w 王/PER 强调/v 了/u", repeats).endswith("⟦P王⟧强调了")
