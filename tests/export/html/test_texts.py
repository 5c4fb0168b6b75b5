"""The texts with their marks."""

from __future__ import annotations

import json
from typing import Any

from tests.export.html.test_html import block, data_in, page_of
from tests.factory import linked


class TestTexts:
    def test_each_article_has_its_text_once_with_its_mentions(self, page: str, data: dict[str, Any]) -> None:
        lines = [json.loads(line) for line in block(page, "texts").split("\n")]
        articles = [int(number) for number in data["entities"]["mentioned"]]
        assert articles == sorted(articles)
        for article, (text, marks) in zip(articles, lines, strict=True):
            assert text.startswith(data["entities"]["name"][article])
            surfaces = {text[start:end] for start, end in zip(marks[::3], marks[1::3], strict=True)}
            assert surfaces
        marks = lines[0][1]
        assert lines[0][0][marks[0] : marks[1]] == data["entities"]["name"][marks[2]] == "云河市总工会"

    def test_claims_point_at_their_words(self, page: str, data: dict[str, Any]) -> None:
        lines = [json.loads(line)[0] for line in block(page, "texts").split("\n")]
        articles = [int(number) for number in data["entities"]["mentioned"]]
        claims = data["claims"]
        quotes = {
            lines[articles.index(article)][start:end]
            for article, start, end in zip(claims["article"], claims["start"], claims["end"], strict=True)
        }
        assert {"市总工会在青石县召开夏季劳动保护工作会议", "副县长陈一鸣", "苏禾"} <= quotes

    def test_offsets_count_as_a_browser_does(self) -> None:
        article = linked("x", "𠮷田⟦𡋾村|place/𡋾村⟧", [("place/𡋾村", "locatedIn", "place/𡋾村", "𡋾村")])
        page = page_of(article)
        assert json.loads(block(page, "texts"))[1] == [3, 6, 1]
        assert [data_in(page)["claims"][end] for end in ("start", "end")] == [[3], [6]]
