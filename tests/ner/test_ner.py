"""Whatever the text holds, mentions are spans of it that do not overlap."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg import ner
from kg.model.records import Article

WORDS = [
    "安庆市", "总工会", "党组书记", "、", "王强", "，", "。", "\n", " ", "　", "县委", "长", "（", "）",
    "《", "》", "“", "”", "和", "公安局", "副", "石牌镇", "职工服务中心", "·", "A.", "Smith", "等",
    "社区", "在", "第一", "12号", "萬縣", "總工會", "😀", "\ud800", "\u200b", "\r", "\t", "第三中学",
    "李主席", "ＡＢＣ", "路18号", "大厦",
]  # fmt: skip


def check(nlp: Language, text: str) -> None:
    mentions = next(ner.mentions(nlp, [Article("a", "", text)]))
    names = [m for m in mentions if m.type != "Title"]
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(before.end <= after.start for before, after in pairwise(names))
    assert all(m.by for m in mentions)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.start, m.end, m.type))


@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
@example("")
@example("王")
@example("\n\n")
@example("\ud800安庆市总工会\udfff")
@settings(max_examples=150)
def test_press_like_text(nlp: Language, text: str) -> None:
    check(nlp, text)


@given(st.text(st.characters(blacklist_categories=()), max_size=60))
@settings(max_examples=80)
def test_any_text(nlp: Language, text: str) -> None:
    check(nlp, text)


def test_a_sentence_of_ten_thousand_characters(nlp: Language) -> None:
    check(nlp, "安庆市总工会主席王强和怀宁县的干部" * 600)
    check(nlp, "王" * 10_000)


def test_a_surrogate_and_an_emoji_move_nothing(nlp: Language) -> None:
    text = "😀\ud800安庆市总工会😀召开会议。"
    names = next(ner.mentions(nlp, [Article("a", "", text)]))
    assert [(text[m.start : m.end], m.type) for m in names] == [("安庆市总工会", "Organisation")]


def test_traditional_script_is_read(nlp: Language) -> None:
    text = "王強在北京工作。"
    names = next(ner.mentions(nlp, [Article("a", "", text)]))
    assert [(text[m.start : m.end], m.type) for m in names] == [("王強", "Person"), ("北京", "Place")]
