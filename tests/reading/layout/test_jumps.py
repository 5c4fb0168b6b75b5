"""Parts of one article on several pages are joined, and nothing else is."""

from __future__ import annotations

import pytest

from kg.reading.layout.jumps import join_jumps
from kg.reading.layout.text_blocks import TextBlock
from kg.reading.layout.text_lines import TextLine
from kg.reading.offset_text import OffsetText

RIVER = "云泽县的河道治理今年投入三千万元，二十处河堤正在加固"
SCHOOL = "新校舍有二十间教室，三百名学生已经搬进去。"


def block(*lines: str, page: int = 1, large: bool = False, left: float = 0.0) -> TextBlock:
    size = 20.0 if large else 10.0
    placed = (
        TextLine(
            OffsetText.of(text, 0, len(text)),
            page,
            left,
            15 * at,
            left + size * len(text),
            15 * at + size,
            size,
        )
        for at, text in enumerate(lines)
    )
    return TextBlock(tuple(placed), 0.0, large)


def texts(chains: list[list[TextBlock]]) -> list[str]:
    return ["".join(part.text for part in chain) for chain in chains]


def test_the_notices_join_the_parts_and_are_left_out() -> None:
    chains = [
        [block("治理河道", large=True), block(RIVER, "（下转第二版）")],
        [block("启用校舍", page=2, large=True), block(SCHOOL, page=2, left=20)],
        [block("（上接第一版）", "的有八处。", page=2)],
    ]
    assert texts(join_jumps(chains, indented=True)) == [f"治理河道{RIVER}的有八处。", f"启用校舍{SCHOOL}"]


def test_a_headline_repeated_on_the_further_page_is_not() -> None:
    chains = [
        [block("治理河道", large=True), block(RIVER, "（下转第二", "版）")],
        [block("治理河道", page=2, large=True), block("（上接第一版）的有八处。", page=2)],
    ]
    assert texts(join_jumps(chains, indented=True)) == [f"治理河道{RIVER}的有八处。"]


def test_whole_articles_of_several_pages_stay_apart() -> None:
    chains = [
        [block("治理河道", large=True), block(f"{RIVER}。", left=20)],
        [block("启用校舍", page=2, large=True), block(SCHOOL, page=2, left=20)],
    ]
    assert join_jumps(chains, indented=True) == chains


def test_a_notice_alone_is_no_part_of_anything() -> None:
    chains = [
        [block("治理河道", large=True), block(f"{RIVER}。", left=20)],
        [block("（下转第二版）")],
        [block("（上接第一版）", page=2)],
        [block("启用校舍", page=2, large=True), block(SCHOOL, page=2, left=20)],
    ]
    assert join_jumps(chains, indented=True) == [chains[0], chains[3]]
    assert join_jumps([chains[1]], indented=True) == []
    assert join_jumps([], indented=True) == []


@pytest.mark.parametrize(
    ("before", "after", "pages"),
    [
        ("（下转第三版）", "（上接第一版）", (1, 3)),
        ("（下转第十二版）", "（上接第一版）", (1, 12)),
        ("（下转第七版）", "（上接第五版）", (41, 43)),
        ("（下转A12版）", "（上接A9版）", (1, 4)),
        ("（下转第九版）", "（上接第一版）", (1, 2)),
    ],
    ids=["as in the file", "beyond ten", "of another issue", "of a section", "of the pages kept"],
)
def test_notices_join_parts_however_the_pages_are_counted(
    before: str, after: str, pages: tuple[int, int]
) -> None:
    first, last = pages
    between = [[block(f"{SCHOOL}", page=page, left=20)] for page in range(first + 1, last)]
    chains = [[block(RIVER, before, page=first)], *between, [block(after, "的有八处。", page=last)]]
    assert texts(join_jumps(chains, indented=True)) == [f"{RIVER}的有八处。", *[SCHOOL] * len(between)]


def test_of_several_parts_each_goes_on_in_its_own() -> None:
    chains = [
        [block(RIVER, "（下转第二版）")],
        [block("新校舍的工程款已经付清，施工单位", "（下转第二版）")],
        [block("（上接第一版）", "正在拆除新校舍的脚手架。", page=2)],
        [block("（上接第一版）", "河堤的加固还要三千万元。", page=2)],
    ]
    river, school = texts(join_jumps(chains, indented=True))
    assert river.endswith("河堤的加固还要三千万元。")
    assert school.endswith("正在拆除新校舍的脚手架。")
