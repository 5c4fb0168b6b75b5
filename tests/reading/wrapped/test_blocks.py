"""What is reckoned from the blocks of a page."""

from __future__ import annotations

from kg.reading.wrapped.blocks import ParagraphRange
from tests.reading.wrapped.blocks_by_hand import caption, heading, page, paragraph

PAGE = page(
    heading("治理河道"),
    paragraph("河道治理。", blanks=1),
    caption("图为河道"),
    paragraph("新校舍。", blanks=1),
)


def test_paragraphs_and_headings_are_told_apart_and_counted_among_all_blocks() -> None:
    assert (PAGE.paragraphs, PAGE.headings) == ([1, 3], [0])
    assert PAGE.indices(ParagraphRange(1, 2)) == [3]
    assert PAGE.text(3) == "新校舍。"


def test_the_words_of_blocks_are_those_of_each() -> None:
    assert PAGE.words_of([0, 3]) == PAGE.words[0] | PAGE.words[3]
    assert PAGE.words_of([]) == frozenset()


def test_the_usual_blank_lines_are_those_above_paragraphs() -> None:
    assert PAGE.blanks == 1
    assert page(heading("治理河道", blanks=3)).blanks == 0
