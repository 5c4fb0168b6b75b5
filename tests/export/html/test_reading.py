"""The reader: an article with its names and facts marked, from text to node and back."""

from __future__ import annotations

import re

from tests.export.html.conftest import Open
from tests.export.html.viewing import View
from tests.factory import entity, linked


def read(view: View, headline: str) -> None:
    view.page.locator("#panel .row", has_text=headline).click()
    view.press("阅读原文")


def test_the_text_is_whole_and_every_name_marked_in_the_colour_of_its_type(view: View) -> None:
    read(view, "走进云河大学")
    text = re.sub(r"\s", "", view.page.inner_text("#reader .text"))
    assert text.startswith("“工匠讲堂”走进云河大学近日，柳溪镇举办“工匠讲堂”活动，在云河大学开讲。")
    marked = view.page.locator("#reader .mention").evaluate_all(
        "found => found.map((one) => [one.textContent, one.className.split(' ')[1]])"
    )
    assert [name for name, _ in marked].count("云河大学") == 3
    assert ["柳溪镇", "Place"] in marked
    assert ["“工匠讲堂”活动", "Event"] in marked
    colours = view.page.evaluate(
        """["Place", "Event"].map((type) =>
            getComputedStyle(document.querySelector(`#reader .mention.${type}`)).backgroundColor)"""
    )
    assert len(set(colours)) == 2


def test_facts_are_underlined_and_lead_to_the_line(view: View) -> None:
    read(view, "走进云河大学")
    stated = "".join(view.page.locator("#reader .stated").all_inner_texts())
    assert "周启明授课" in stated
    assert "近日" not in stated
    view.page.locator("#reader .stated a:not(.mention)", has_text="授课").click()
    assert re.search(r"周启明\s*→\s*“工匠讲堂”活动", view.page.inner_text("#panel h2"))


def test_from_text_to_node_and_back(view: View) -> None:
    read(view, "部署夏季工作")
    view.page.locator("#reader .mention", has_text="林晓岚").click()
    assert view.heading == "林晓岚"
    assert view.page.locator("#reader .mention.strong").all_inner_texts() == ["林晓岚"]
    view.page.locator("#panel .source", has_text="林晓岚到青石县调研").first.click()
    assert view.heading == "林晓岚"
    assert "一行到" in view.page.inner_text("#reader")
    spot = "".join(view.page.locator("#reader .spot").all_inner_texts())
    assert spot == "云河市总工会主席林晓岚"
    view.page.click("#reader .close")
    assert not view.page.locator("#reader").is_visible()


def test_marks_stand_right_after_characters_of_two_units(open_page: Open) -> None:
    view = open_page([linked("x", "𠮷田\n𡋾𠮷⟦𡋾村|place/𡋾村⟧在𠮷⟦甲县|place/甲县⟧",
                             [("place/𡋾村", "locatedIn", "place/甲县", "𡋾村在𠮷甲县")])])  # fmt: skip
    view.page.evaluate("inside.openArticle(inside.articles[0], null)")
    assert view.page.locator("#reader .mention").all_inner_texts() == ["𡋾村", "甲县"]
    assert "".join(view.page.locator("#reader .stated").all_inner_texts()) == "𡋾村在𠮷甲县"


def test_the_innermost_of_nested_names_is_marked(open_page: Open) -> None:
    article = linked("x", "⟦甲县|place/甲县⟧春季赛", entities=[entity("event/x/甲县春季赛")])
    outer = linked("x", "⟦甲县春季赛|event/x/甲县春季赛⟧").mentions
    view = open_page([type(article)(article.article, article.entities, article.mentions + outer, ())])
    view.page.evaluate("inside.openArticle(inside.articles[0], null)")
    marks = view.page.locator("#reader .mention").evaluate_all(
        "found => found.map((one) => [one.textContent, one.classList[1]])"
    )
    assert marks == [["甲县", "Place"], ["春季赛", "Event"]]
