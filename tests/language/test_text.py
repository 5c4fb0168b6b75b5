from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.text import LONGEST_SENTENCE, alternation, inert, legible, occurrences, sentences, visible


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


def test_of_words_that_begin_alike_the_longest_is_matched() -> None:
    pattern = re.compile(alternation(["总工会", "总工会委员会", "总", "（A.B）"]))
    assert pattern.findall("总工会委员会的总工会（A.B）（AxB）") == ["总工会委员会", "总工会", "（A.B）"]


def test_what_could_command_a_terminal_is_shown_as_an_escape() -> None:
    assert visible("甲\x1b[2J\n\u202e乙\udcd4") == "甲\\u001b[2J\\u000a\\u202e乙\\udcd4"


@given(st.binary(max_size=9), st.binary(max_size=9))
def test_the_names_of_files_are_legible_and_differ_as_they_do(one: bytes, other: bytes) -> None:
    names = [name.decode("utf-8", "surrogateescape") for name in (one, other)]
    shown = [legible(name) for name in names]
    assert all(legible(name) == name for name in shown)
    assert "\\u" in "".join(names) or (shown[0] == shown[1]) == (one == other)


def test_a_name_in_another_encoding_is_escaped() -> None:
    assert legible("云州.txt") == "云州.txt"
    assert legible("云州".encode("gb18030").decode("utf-8", "surrogateescape")) == r"\udcd4\udcc6\udcd6\udcdd"


@given(st.text(alphabet="甲乙丙", max_size=30), st.lists(st.text(alphabet="甲乙丙", min_size=1, max_size=4)))
def test_occurrences_are_those_of_the_alternation(text: str, words: list[str]) -> None:
    expected = [match.span() for match in re.finditer(alternation(words), text)] if words else []
    assert list(occurrences(text, words)) == expected


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠A1", "'=1", "'"]
)
def test_a_cell_that_could_be_a_formula_is_inert_and_gives_its_text_back(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


def test_a_plain_cell_stays_as_it_is() -> None:
    assert [inert(cell) for cell in ("", "云河市", "1=1")] == ["", "云河市", "1=1"]
