"""The record of an article: its byline, and the day and newspaper that a line at its top states."""

from __future__ import annotations

import pytest

from kg.model.errors import InputError
from kg.reading.article import TOP_LINES, new_article
from kg.reading.formats import limits

LINE = "《云州日报》（2025年6月4日 第 01 版）"


def test_the_byline_is_found() -> None:
    article = new_article("a", "标题", "标题\n本报讯（记者方知行）近日，云州市总工会开会。")
    assert [(credit.role, credit.name) for credit in article.byline] == [("记者", "方知行")]


def test_a_line_at_the_top_gives_the_day_and_the_newspaper() -> None:
    article = new_article("a", "标题", f"标题\n{LINE}\n正文有一句话。")
    assert (article.date, article.source) == ("2025-06-04", "云州日报")


def test_what_is_known_goes_before_the_line() -> None:
    article = new_article("a", "标题", f"标题\n{LINE}\n正文。", date="2024-01-01", source="云州晚报")
    assert (article.date, article.source) == ("2024-01-01", "云州晚报")


def test_a_line_further_below_says_nothing() -> None:
    article = new_article("a", "标题", "正文。\n" * TOP_LINES + LINE)
    assert (article.date, article.source) == (None, None)


def test_what_is_too_long_for_an_article_is_refused() -> None:
    with pytest.raises(InputError, match="longer than"):
        new_article("a", "", "会" * (limits.ARTICLE_CHARACTERS + 1))
