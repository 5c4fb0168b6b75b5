"""Which lines of a run are headlines that its setting does not part from the text."""

from __future__ import annotations

import pytest

from kg.reading.wrapped.heading_lines import HeadingLines
from kg.reading.wrapped.line_flow import LineFlow
from kg.reading.wrapped.lines import split_lines
from kg.reading.wrapped.page_style import PageStyle


def count(raw: str, *, indent: float = 0.0, width: float = 12.0, at: int = 0, done: int = 0) -> int:
    lines = split_lines(raw, 0, len(raw))
    style = PageStyle(indent, 0, indent > 0, (width,) * len(lines), squeezes=False, ragged=False)
    return HeadingLines(LineFlow(lines, style)).count(at, done, len(lines))


@pytest.mark.parametrize(
    "raw",
    [
        "云州举办运动会\n近日，代表队参加。",
        "云州举办运动会\n为丰富职工生活，开幕。",
        "云州举办职工运动会\n职工运动会在云州举办，代表队参加。",
    ],
    ids=["date", "occasion", "its words"],
)
def test_a_line_is_a_headline_where_the_text_below_shows_it(raw: str) -> None:
    assert count(raw) == 1


def test_both_lines_of_a_headline_are_counted() -> None:
    assert count("云州举办运动会\n三十二队同场竞技\n近日，代表队参加。") == 2


def test_a_run_of_headlines_alone_is_all_headlines() -> None:
    assert count("云州举办运动会\n三十二队同场竞技") == 2


@pytest.mark.parametrize(
    "line",
    [
        "云州，举办运动会",
        "会议强调做好工作",
        "云州举办运动会。",
        "云州举办运动会和",
        "云州（举办运动会",
        "2025年6月4日",
        "本报讯 云州",
        "（方知行）",
        "■职工在拔河",
        "会",
    ],
)
def test_what_is_worded_otherwise_is_no_headline(line: str) -> None:
    assert count(f"{line}\n近日，代表队参加。") == 0


def test_the_name_of_a_body_above_a_date_is_a_signature() -> None:
    assert count("云州市总工会\n2025年6月4日") == 0


def test_an_indented_line_is_no_headline_where_paragraphs_are() -> None:
    assert count("　　云州举办运动会", indent=2.0) == 0
    assert count("云州举办运动会", indent=2.0) == 1


def test_no_headline_stands_within_a_sentence() -> None:
    assert count("职工代表队在云州\n云州举办运动会\n近日，代表队参加。", at=1) == 0
    assert count("职工参加。\n云州举办运动会\n近日，代表队参加。", at=1) == 1


def test_a_sentence_that_goes_on_in_the_next_line_is_no_headline() -> None:
    assert count("云州举办运动会，三十二队\n同场竞技") == 0
