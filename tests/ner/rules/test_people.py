from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.ner.rules import people
from tests.ner.drawing import after


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("副县长/n 简/PER 志远/n 赶到/v", "副县长⟦P简志远⟧赶到"),
        ("局长/n 欧阳/n 明/a 介绍/v", "局长⟦P欧阳明⟧介绍"),
        ("副会长/n 买/v 春梅/PER 出席/v", "副会长⟦P买春梅⟧出席"),
        ("局长/n 铁树林/n 等/u 赶到/v", "局长⟦P铁树林⟧等赶到"),
        ("总经理/n 虎振山/LOC 致辞/v", "总经理⟦P虎振山⟧致辞"),
        # what follows a title need not be a name
        ("书记/n 高度/d 重视/v", "书记高度重视"),
        ("负责人/n 强调/v 伊/LOC 应/v", "负责人强调⟦L伊⟧应"),
        ("总统/n 候选人/n 提出/v", "总统候选人提出"),
        ("总书记/n 曾/d 讲到/v", "总书记曾讲到"),
        ("主任/n 和/c 李强/PER 出席/v", "主任和⟦P李强⟧出席"),
        ("市长/n 安庆/LOC 讲话/v", "市长⟦L安庆⟧讲话"),
    ],
)
def test_behind_a_title(tagged: str, drawn: str) -> None:
    assert after(tagged, people.behind_title) == drawn


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("主任/n 李云/PER 海/n 、/w 王强/PER", "主任⟦P李云海⟧、⟦P王强⟧"),
        ("周伟/PER 建/v 副院长/n 讲话/v", "⟦P周伟建⟧副院长讲话"),
        ("王强/PER 说/v ，/w 大家/r", "⟦P王强⟧说，大家"),
        ("总工程师/n 陆敏/PER 之/u 介绍/v", "总工程师⟦P陆敏之⟧介绍"),
    ],
)
def test_cut_short(tagged: str, drawn: str) -> None:
    assert after(tagged, people.cut_short) == drawn


def test_in_a_list_of_names() -> None:
    tagged = "王强/PER 、/w 高/a 长/a 发/v 、/w 李伟/PER 参加/v"
    assert after(tagged, people.in_list) == "⟦P王强⟧、⟦P高长发⟧、⟦P李伟⟧参加"


def test_before_a_title() -> None:
    assert after("杨林森/LOC 县长/n 要求/v", people.before_title) == "⟦P杨林森⟧县长要求"
    assert after("楚雄州/LOC 州长/n 要求/v", people.before_title) == "⟦L楚雄州⟧州长要求"


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


def test_villages_and_firms_are_no_persons() -> None:
    assert after("到/p 石家村/PER 视察/v", people.villages) == "到⟦L石家村⟧视察"
    assert after("明亮眼镜/PER 工会/n 主席/n", people.before_body) == "⟦O明亮眼镜⟧工会主席"


def test_whole_pipeline(drawn: Callable[[str], str]) -> None:
    text = "工会主席王强、李伟，副主席陈晓明出席。"
    assert drawn(text) == "工会主席⟦P王强⟧、⟦P李伟⟧，副主席⟦P陈晓明⟧出席。"


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        # what the person does follows the last character
        ("校长/n 周友/PER 来/v 致/v 欢迎辞/v", "校长⟦P周友来⟧致欢迎辞"),
        ("种植户/n 李满/PER 发/v 笑/v 了/u", "种植户⟦P李满发⟧笑了"),
        ("局长/n 赵学/PER 刚/d 致辞/v", "局长⟦P赵学刚⟧致辞"),
        ("局长/n 王强/PER 也/d 表示/v", "局长⟦P王强⟧也表示"),
        ("王强/PER 刚/d 说/v 完/v", "⟦P王强⟧刚说完"),
    ],
)
def test_the_last_character_before_a_verb(tagged: str, drawn: str) -> None:
    assert after(tagged, people.cut_short) == drawn


@pytest.mark.parametrize(
    ("tagged", "drawn"),
    [
        ("班长/n 包/v 金山/PER 代表/n 参训/v 官兵/n", "班长⟦P包金山⟧代表参训官兵"),
        ("检察长/n 于/p 海涛/n 列席/v", "检察长⟦P于海涛⟧列席"),
        ("教师/n 雷鸣/v 远/ad 夺得/v 冠军/n", "教师⟦P雷鸣远⟧夺得冠军"),
        ("总统/n 和/c 夫人/n 表示/v 感谢/v", "总统和夫人表示感谢"),
        ("教师/n 代表/n 共/d 90人/m 参加/v", "教师代表共90人参加"),
        ("主任/n 冷霜/n 到/v 驿站/n", "主任冷霜到驿站"),
        ("主任/n 于/p 会议/n 结束/v 后/f", "主任于会议结束后"),
    ],
)
def test_surnames_that_are_other_words(tagged: str, drawn: str) -> None:
    assert after(tagged, people.behind_title) == drawn


def test_a_surname_that_looks_like_a_joint() -> None:
    assert after("跑团/n 的/u 和/c 志刚/PER 夺冠/v", people.surname_left_off) == "跑团的⟦P和志刚⟧夺冠"
    assert after("王强/PER 和/c 志刚/PER 夺冠/v", people.surname_left_off) == "⟦P王强⟧和⟦P志刚⟧夺冠"
