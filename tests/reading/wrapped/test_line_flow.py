"""Which line goes on with the line before."""

from __future__ import annotations

import pytest

from kg.reading.wrapped.line_flow import LineFlow
from kg.reading.wrapped.lines import split_lines
from kg.reading.wrapped.page_style import PageStyle

WIDTH = 10


def flow(raw: str, *, indent: float = 2.0, ragged: bool = False) -> LineFlow:
    lines = split_lines(raw, 0, len(raw))
    columns = (float(WIDTH),) * len(lines)
    return LineFlow(lines, PageStyle(indent, 0, indent > 0, columns, squeezes=False, ragged=ragged))


def runs(raw: str, *, indent: float = 2.0, ragged: bool = False) -> list[str]:
    found = flow(raw, indent=indent, ragged=ragged)
    return [found.text(*run) for run in found.runs()]


FULL = "　　近日，云州市总工会"  # ten cells and an indent


@pytest.mark.parametrize(
    ("second", "goes_on"),
    [
        ("召开座谈会。", True),
        ("　　次日，活动结束。", False),
        ("\n召开座谈会。", False),
        ("本报讯 活动结束。", False),
        ("■职工在拔河。", False),
        ("召开一次规模空前的座谈会议了。", False),
    ],
    ids=["text", "indent", "blank line", "lead", "caption", "too wide"],
)
def test_a_full_line_goes_on_unless_something_opens(second: str, goes_on: bool) -> None:
    assert len(runs(f"{FULL[:10]}\n{second}")) == (1 if goes_on else 2)


def test_a_line_that_ends_early_ends_its_run() -> None:
    assert runs("云州市总工会开会\n职工参加", indent=0) == ["云州市总工会开会", "职工参加"]
    assert runs("云州市总工会开会\n职工参加", indent=0, ragged=True) == ["云州市总工会开会职工参加"]


def test_a_comma_or_an_open_bracket_goes_on_however_short_the_line() -> None:
    assert len(runs("云州，\n职工参加", indent=0)) == 1
    assert len(runs("（方知行\n柳如烟）", indent=0)) == 1


def test_a_broken_byline_goes_on_from_its_dateline() -> None:
    assert len(runs("新华社云州6月1日电\n（记者方知行）近日", indent=0, ragged=True)) == 1


def test_what_a_line_shows_by_itself() -> None:
    found = flow("　　近日开会。\n云州市总工会的座谈会\n职工")
    assert [found.is_indented(index) for index in range(3)] == [True, False, False]
    assert [found.is_finished(index) for index in range(3)] == [True, False, False]
    assert [found.is_full(index) for index in range(2)] == [False, True]
    assert not found.has_wide_lines
    assert flow("云州市总工会召开的座谈会议").has_wide_lines


def test_lines_are_joined_with_the_spaces_that_breaks_stood_for() -> None:
    assert flow("建设Smart\nCity").joined(0, 2).text == "建设Smart City"
    assert flow("云州\n 职工").joined(0, 2).text == "云州 职工"
    assert flow("云州\n职工").joined(0, 2).text == "云州职工"
