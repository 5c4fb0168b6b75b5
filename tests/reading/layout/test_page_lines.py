"""The lines of a page without its furniture, whichever way the text runs."""

from __future__ import annotations

from kg.reading.layout.page_lines import PageLines, line_in_column
from kg.reading.layout.text_lines import TextRun
from tests.reading.layout.drawn import line


def run(text: str, left: float, top: float, *, vertical: bool = False) -> TextRun:
    wide, high = (10.0, 10.0 * len(text)) if vertical else (10.0 * len(text), 10.0)
    return TextRun(text, 1, left, top, left + wide, top + high, 10.0, vertical=vertical)


def page(*runs: TextRun) -> PageLines:
    return PageLines.of(runs, "".join(each.text for each in runs), 0)


def test_the_folio_and_the_words_beside_it_are_furniture() -> None:
    found = page(run("第2版", 0, 0), run("综合新闻", 300, 0), run("云泽县治理河道。", 0, 40))
    assert [each.text.text for each in found.furniture] == ["第2版", "综合新闻"]
    assert [each.text.text for each in found.lines] == ["云泽县治理河道。"]
    assert [each.text.text for each in found.folio] == ["第2版", "综合新闻"]


def test_a_page_of_vertical_text_is_turned_and_its_lines_keep_their_places() -> None:
    right, left = run("云泽县治理河道", 100, 0, vertical=True), run("各乡镇开始清淤", 80, 0, vertical=True)
    found = page(left, right)
    assert found.turned
    assert [each.text.text for each in found.lines] == [right.text, left.text]
    assert not any(each.vertical for each in found.lines)
    assert [(each.x0, each.y0, each.x1, each.y1) for each in found.places] == [
        (run.x0, run.y0, run.x1, run.y1) for run in (right, left)
    ]


def test_a_line_is_measured_in_cells_from_the_edge_of_its_column() -> None:
    found = line_in_column(line("云泽县", 20, 0), 0)
    assert (found.indent, found.width, found.end) == (2, 3, 5)
    assert line_in_column(line("云泽县", 5, 0), 0).indent == 0
