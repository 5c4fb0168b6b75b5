"""Blocks chained to articles: headline first, columns from left to right, each block once."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kg.reading.layout.reading_order import chain_blocks
from kg.reading.layout.text_blocks import TextBlock
from tests.reading.layout.drawn import headline, text

RIVER = headline("治理河道", 0, 0)
FIRST = text(0, 30, "　　云泽县召开河道", "治理现场会，县长", "主持会议，要求在")
SECOND = text(90, 30, "汛期之前完成清淤", "和加固的工程，各", "乡镇负责人参加。")
SCHOOL = headline("启用校舍", 0, 120)
OTHER = text(0, 150, "　　第二小学的新校", "舍启用，学生搬进", "了明亮的新教室。")


def chains(*blocks: TextBlock) -> list[list[str]]:
    return [[block.text for block in chain] for chain in chain_blocks(blocks, indented=True)]


def words(*blocks: TextBlock) -> list[str]:
    return [block.text for block in blocks]


def test_a_page_without_blocks_has_no_articles() -> None:
    assert chains() == []


def test_columns_below_a_headline_are_read_from_left_to_right_whatever_their_order() -> None:
    for blocks in permutations((RIVER, FIRST, SECOND)):
        assert chains(*blocks) == [words(RIVER, FIRST, SECOND)]


def test_articles_below_one_another_stay_apart() -> None:
    assert chains(OTHER, SECOND, SCHOOL, FIRST, RIVER) == [words(RIVER, FIRST, SECOND), words(SCHOOL, OTHER)]


def test_a_column_with_a_lead_of_its_own_opens_an_article() -> None:
    lead = text(90, 30, "　　本报讯 新校舍", "启用，学生搬进了", "明亮的新教室里。")
    assert chains(RIVER, FIRST, lead) == [words(RIVER, FIRST), words(lead)]


def test_a_text_that_jumps_to_another_page_is_followed_by_nothing() -> None:
    jump = text(0, 30, "　　云泽县召开河道", "治理现场会，县长", "（下转第二版）")
    assert chains(RIVER, jump, SECOND) == [words(RIVER, jump), words(SECOND)]


PLACES = st.tuples(st.sampled_from([0.0, 90.0, 180.0]), st.integers(0, 40).map(lambda step: 30.0 * step))


@given(st.lists(st.tuples(PLACES, st.booleans()), max_size=12, unique_by=lambda each: each[0]))
def test_every_block_is_in_one_article_and_headlines_are_first(
    places: list[tuple[tuple[float, float], bool]],
) -> None:
    blocks = [
        headline(f"标题{number}", left, top) if large else text(left, top, f"第{number}段的文字。")
        for number, ((left, top), large) in enumerate(places)
    ]
    found = chain_blocks(blocks, indented=False)
    assert sorted(block.text for chain in found for block in chain) == sorted(words(*blocks))
    assert not any(block.large for chain in found for block in chain[1:])
