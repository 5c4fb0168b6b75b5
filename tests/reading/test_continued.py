"""Parts of one article on several pages are joined, and nothing else is."""

from __future__ import annotations

import pytest

from kg.reading import cues
from kg.reading.continued import continued
from kg.reading.placed import Placed
from kg.reading.stacks import Stack
from kg.reading.traced import Traced

RIVER = "云泽县的河道治理今年投入三千万元，二十处河堤正在加固"
SCHOOL = "新校舍有二十间教室，三百名学生已经搬进去。"


def stack(*lines: str, page: int = 1, large: bool = False, left: float = 0.0) -> Stack:
    size = 20.0 if large else 10.0
    placed = (
        Placed(
            Traced.of(text, 0, len(text)), page, left, 15 * at, left + size * len(text), 15 * at + size, size
        )
        for at, text in enumerate(lines)
    )
    return Stack(tuple(placed), 0.0, large)


def texts(chains: list[list[Stack]]) -> list[str]:
    return ["".join(part.text for part in chain) for chain in chains]


def test_the_notices_join_the_parts_and_are_left_out() -> None:
    chains = [
        [stack("治理河道", large=True), stack(RIVER, "（下转第二版）")],
        [stack("启用校舍", page=2, large=True), stack(SCHOOL, page=2, left=20)],
        [stack("（上接第一版）", "的有八处。", page=2)],
    ]
    assert texts(continued(chains, indented=True)) == [f"治理河道{RIVER}的有八处。", f"启用校舍{SCHOOL}"]


def test_a_headline_repeated_on_the_further_page_is_not() -> None:
    chains = [
        [stack("治理河道", large=True), stack(RIVER, "（下转第二", "版）")],
        [stack("治理河道", page=2, large=True), stack("（上接第一版）的有八处。", page=2)],
    ]
    assert texts(continued(chains, indented=True)) == [f"治理河道{RIVER}的有八处。"]


def test_whole_articles_of_several_pages_stay_apart() -> None:
    chains = [
        [stack("治理河道", large=True), stack(f"{RIVER}。", left=20)],
        [stack("启用校舍", page=2, large=True), stack(SCHOOL, page=2, left=20)],
    ]
    assert continued(chains, indented=True) == chains


@pytest.mark.parametrize(
    ("text", "page"),
    [("（下转第三版）", "三"), ("▶▶下转02版", "02"), ("（下转A4版）", "A4"), ("下转第2版《河道》", "2")],
)
def test_notices_name_the_further_page(text: str, page: str) -> None:
    found = cues.goes_to_page(f"正在加固{text}")
    assert found is not None
    assert found[1] == page


@pytest.mark.parametrize("text", ["他把车转第三版块的展位", "会议转第二阶段。", "第三版"])
def test_other_words_are_no_notices(text: str) -> None:
    assert cues.goes_to_page(text) is None
    assert cues.comes_from_page(text) is None
