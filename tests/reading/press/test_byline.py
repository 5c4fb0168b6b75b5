"""Bylines, credits and signatures: one line a case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.press.byline import find_credits

CASES = {
    "本报讯 （全媒体记者方知行 通讯员柳如烟）近日，": "全媒体记者 方知行, 通讯员 柳如烟",
    "本报讯（记者方知行通讯员柳如烟、欧阳牧）昨日": "记者 方知行, 通讯员 柳如烟, 通讯员 欧阳牧",
    "本报讯（记者 方 禾）近日": "记者 方禾",
    "会议结束。（安庆市融媒体中心 记者 方知行 柳如烟）": "记者 方知行, 记者 柳如烟",
    "会议圆满结束。（集团办公室 方知行）": "署名 方知行",
    "会议圆满结束。(院办 方知行)": "署名 方知行",
    "一审：方知行 二审：柳如烟": "一审 方知行, 二审 柳如烟",
    "新华社拉萨8月15日电（记者格桑旺久、拓小军）近日": "记者 格桑旺久, 记者 拓小军",
    "本报讯（记者 县总工会）近日": "",
    "（记者 多吉旺堆）近日": "记者 多吉旺堆",
    "新华社云州6月1日电(记者方知行)5月31日，": "记者 方知行",
    "云州报讯 记者方知行、通讯员柳如烟报道：近日，": "记者 方知行, 通讯员 柳如烟",
    "作者：方知行、柳如烟": "作者 方知行, 作者 柳如烟",
    "审核人：云州中队中队长   方知行": "审核人 方知行",
    "编辑：方知行 校对：柳如烟": "编辑 方知行, 校对 柳如烟",
    "■本报记者 方知行 实习生 柳如烟": "记者 方知行, 实习生 柳如烟",
    "文/图 方知行": "文/图 方知行",
    "（蒋小禾 文/图）": "署名 蒋小禾",
    "（学生记者 何静 审核 邓红）": "学生记者 何静, 审核 邓红",
    "（本报记者汪小洋、叶青禾综合报道）": "记者 汪小洋, 记者 叶青禾",
    "文/方知行 图/柳如烟": "文 方知行, 摄影 柳如烟",
    "救援人员在现场。新华社发(方知行 摄)": "摄影 方知行",
    "图为采茶现场。方知行 摄": "摄影 方知行",
    "■职工在拔河。 本报记者 方知行 摄": "摄影 方知行",
    "为和谐云州作出贡献。（方知行 柳如烟）": "署名 方知行, 署名 柳如烟",
    "（方知行整理）": "整理 方知行",
    "\n（方知行）": "署名 方知行",
}
NOBODY = [
    "共创美好生活。（云州工）",
    "共创美好生活。（共青团云州市委员会）",
    "共创美好生活。（县妇联）",
    "■职工在拔河。 单位供图",
    "记者从市总工会获悉，活动将持续一个月。",
    "（记者随检查组来到工地）",
    "记者调查",
    "大会（方知行、柳如烟等参加）开幕。",
    "本报记者",
]


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=range(len(CASES)))
def test_every_person_is_found_with_the_role(text: str, expected: str) -> None:
    assert ", ".join(f"{credit.role} {credit.name}" for credit in find_credits(text)) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_bodies_and_sentences_give_nobody(text: str) -> None:
    assert find_credits(text) == ()


@given(st.text("记者通讯员摄图文/：（）() 、，。\n方知行柳如烟报道作者单位供", max_size=40))
def test_a_credit_is_where_it_says(text: str) -> None:
    ends = 0
    for credit in find_credits(text):
        assert "".join(text[credit.start : credit.end].split()) == credit.name
        assert credit.start >= ends
        ends = credit.end
