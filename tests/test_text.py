from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.text import LONGEST_SENTENCE, sentences


def test_sentences_keep_closing_quotes() -> None:
    text = "他说：“好。”大家鼓掌！\n第二段；完"
    assert [text[start:end] for start, end in sentences(text)] == [
        "他说：“好。”",
        "大家鼓掌！",
        "第二段；",
        "完",
    ]


def test_a_sentence_without_end_is_cut_at_a_comma() -> None:
    text = "甲" * 700 + "，" + "乙" * 700
    assert [end - start for start, end in sentences(text)] == [701, 700]


@given(st.text(alphabet="甲乙，。！”\n 、", max_size=3000))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(0 < end - start <= LONGEST_SENTENCE for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
