"""Runs to lines: what stands level and close is one line, whatever order it is given in."""

from __future__ import annotations

from kg.reading.layout.text_lines import TextRun, assemble_lines


def run(text: str, x: float, y: float, size: float = 10.0) -> TextRun:
    return TextRun(text, 1, x, y, x + size * len(text), y + size, size)


def lines(*runs: TextRun) -> list[str]:
    text = "".join(run.text for run in runs)
    return [line.text.text for line in assemble_lines(runs, text, 0)]


def test_runs_that_touch_are_one_line_and_those_of_the_next_column_are_not() -> None:
    assert lines(run("学习会", 30, 0.5), run("县委召", 0, 0), run("另一栏", 80, 0)) == [
        "县委召学习会",
        "另一栏",
    ]


def test_a_gap_within_a_line_is_a_space() -> None:
    assert lines(run("记者", 0, 0), run("田野", 22.8, 0)) == ["记者 田野"]


def test_lines_come_from_the_top_and_know_their_characters() -> None:
    below, above = run("第二行", 0, 15), run("第一行", 0, 0)
    found = assemble_lines([below, above], "第二行第一行", 0)
    assert [(line.text.text, line.text.offsets) for line in found] == [
        ("第一行", (3, 4, 5)),
        ("第二行", (0, 1, 2)),
    ]


def test_a_large_line_beside_a_small_one_is_not_joined_to_it() -> None:
    assert lines(run("标题", 0, 0, size=30.0), run("正文", 61, 10)) == ["标题", "正文"]
