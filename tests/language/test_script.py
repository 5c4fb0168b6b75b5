"""Traditional script and other widths: read as the tables of the rules are written, kept as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import ner
from kg.annotation.pipeline import annotate
from kg.language.script import is_traditional, plain, simplified
from kg.model.records import Article, LinkedArticle
from kg.reading.press.byline import find_credits
from kg.reading.wrapped.page import read_text

SIMPLIFIED = (
    "广德县总工会慰问环卫工人\n本报讯（记者王怀远）6月4日，广德县总工会主席罗启明主持召开职工座谈会。"
    "副县长龙广业出席会议并讲话。"
)
TRADITIONAL = (
    "廣德縣總工會慰問環衛工人\n本報訊（記者王懷遠）6月4日，廣德縣總工會主席羅啟明主持召開職工座談會。"
    "副縣長龍廣業出席會議並講話。"
)


def facts(text: str) -> LinkedArticle:
    article = Article("a", text.split("\n")[0], text, byline=find_credits(text))
    (linked,) = annotate(ner.load(), [article])
    return linked


@pytest.mark.parametrize(
    ("written", "read"),
    {
        "廣東省總工會": "广东省总工会",
        "主席乾隆平说": "主席乾隆平说",
        "主席朱喆、赵淼、沈原": "主席朱喆、赵淼、沈原",
        "三民區沈原動員參加創新活動": "三民区沈原动员参加创新活动",
        "乾隆年間，氣候乾燥": "乾隆年间，气候干燥",
        "臺中市立圖書館后里分館": "台中市立图书馆后里分馆",
        "羅啟明說：「要服務職工」": "罗启明说：“要服务职工”",
        "第１２届ＡＰＥＣ会议(北京),张伟出席": "第12届APEC会议（北京），张伟出席",
        '参加"安康杯"竞赛': "参加“安康杯”竞赛",
        "3.5%, a:b (c)": "3.5%, a:b (c)",
        "⼯会⽼⼲部": "工会老干部",
    }.items(),
)
def test_the_text_is_read_as_the_tables_are_written(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("沈國強主席", True),
        ("沈国强主席，鍾先生", False),
        ("工會主席", True),
        ("主席在台中", False),
        ("云州市总工会为职工开办慰問活动", False),
    ],
)
def test_a_text_as_a_whole_has_one_script(text: str, expected: bool) -> None:
    assert is_traditional(text) is expected


@given(st.text())
def test_every_character_stands_for_one(text: str) -> None:
    assert len(plain(text)) == len(simplified(text)) == len(text)


def test_an_article_in_traditional_script_gives_the_same_facts() -> None:
    ours, theirs = facts(SIMPLIFIED), facts(TRADITIONAL)
    assert theirs.article.text == TRADITIONAL
    assert theirs.mentions == ours.mentions
    assert theirs.claims == ours.claims
    assert len(ours.claims) >= 4


def test_names_are_written_as_the_article_writes_them() -> None:
    linked = facts(TRADITIONAL)
    names = {entity.name for entity in linked.entities}
    assert {"羅啟明", "龍廣業", "廣德縣總工會"} <= names
    assert [credit.name for credit in linked.article.byline] == ["王懷遠"]


def test_the_same_name_in_both_scripts_has_one_key() -> None:
    ours, theirs = facts(SIMPLIFIED), facts(TRADITIONAL)
    assert [entity.id for entity in theirs.entities] == [entity.id for entity in ours.entities]


def test_a_page_in_traditional_script_keeps_its_characters() -> None:
    lines = [TRADITIONAL[i : i + 12] for i in range(0, len(TRADITIONAL), 12)]
    (article,) = [a for a in read_text(Path("page.txt"), "\n".join(lines)) if isinstance(a, Article)]
    assert article.text.replace("\n", "") == TRADITIONAL.replace("\n", "")
