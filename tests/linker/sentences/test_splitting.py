"""Articles in sentences."""

from __future__ import annotations

import pytest

from kg.linker.sentences.splitting import split_sentences
from kg.model.records import Article


def test_each_sentence_has_its_place() -> None:
    article = Article("a", "市总工会开会", "市总工会开会\n会议召开。张三主持。\n李四讲话。")
    spans = split_sentences(article)
    assert [article.text[span.start : span.end].strip() for span in spans] == [
        "市总工会开会",
        "会议召开。",
        "张三主持。",
        "李四讲话。",
    ]
    assert [(span.paragraph, span.headline) for span in spans] == [
        (0, True),
        (1, False),
        (1, False),
        (2, False),
    ]


@pytest.mark.parametrize(
    "dateline",
    ["本报讯（记者张三）", "云岭网消息（记者张三）：", "云岭社云河5月1日电（张三）"],
)
def test_a_dateline_is_no_part_of_the_story(dateline: str) -> None:
    text = f"{dateline}红光公司开会。"
    (span,) = split_sentences(Article("a", "", text))
    assert text[span.start :] == "红光公司开会。"


def test_a_dateline_may_follow_a_subheading_without_a_line_between() -> None:
    text = "三千职工参赛，红光队夺冠新华社云河5月1日电（记者张三）红光公司开会。"
    spans = split_sentences(Article("a", "", text))
    assert [text[span.start : span.end] for span in spans] == ["三千职工参赛，红光队夺冠", "红光公司开会。"]
