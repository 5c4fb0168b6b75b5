"""Captions go to the article that they stand in and that shares their words."""

from __future__ import annotations

from dataclasses import replace

from kg.reading.layout.photo_captions import ArticleBlocks, give_captions, is_caption
from kg.reading.layout.text_blocks import TextBlock
from tests.reading.layout.drawn import SIZE, line, text


def caption(words: str, left: float, top: float, page: int = 1) -> TextBlock:
    return TextBlock((line(words, left, top, 8.0, page),), left)


RIVER = text(0, 0, "云泽县召开河道治理", "现场会，察看河堤。"), text(0, 200, "各乡镇完成了清淤。")
SCHOOL = (text(200, 0, "第二小学的新校舍启", "用，学生搬进教室。"), text(200, 200, "家长们前来参观。"))


def given(*captions: TextBlock) -> list[list[str]]:
    articles = [ArticleBlocks(list(chain), []) for chain in (RIVER, SCHOOL)]
    give_captions(captions, articles)
    return [[block.text for block in article.captions] for article in articles]


def test_a_caption_is_small_and_short() -> None:
    small = caption("河堤上的现场会。", 0, 0)
    assert is_caption(small, SIZE)
    assert not is_caption(replace(small, large=True), SIZE)
    assert not is_caption(text(0, 0, "河堤上的现场会。"), SIZE)
    assert not is_caption(TextBlock(small.lines * 6, 0), SIZE)


def test_a_caption_goes_to_the_article_it_stands_in() -> None:
    assert given(caption("上午的风景", 20, 100)) == [["上午的风景"], []]
    assert given(caption("上午的风景", 220, 100)) == [[], ["上午的风景"]]


def test_a_caption_between_articles_goes_to_the_one_that_shares_its_words() -> None:
    assert given(caption("新校舍的教室", 130, 400)) == [[], ["新校舍的教室"]]


def test_a_caption_on_a_page_without_articles_goes_to_one_near_it() -> None:
    assert given(caption("察看河堤", 0, 0, page=2)) == [["察看河堤"], []]
