"""The filters: by type, relation, article, day and confidence; and events folded away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.html.conftest import Open
from tests.export.html.viewing import View
from tests.factory import corpus, linked


def test_the_legend_filters_by_type(view: View) -> None:
    assert view.legend("Person").inner_text().split() == ["人物", "3"]
    view.legend("Person").click()
    assert "林晓岚" not in view.drawn()
    assert "云河市总工会" in view.drawn()
    assert view.legend("Person").get_attribute("aria-pressed") == "false"
    assert "off=Person" in view.address


def test_whoever_is_chosen_is_shown_though_the_type_is_hidden(view: View) -> None:
    view.legend("Person").click()
    view.choose("林晓岚")
    assert "林晓岚" in view.drawn()
    assert "周启明" not in view.drawn()
    assert ("林晓岚", "云河市总工会") in view.lines()


def test_articles_and_authors_come_in_by_the_legend(view: View) -> None:
    assert not {"苏禾", "林晓岚到青石县调研"} & view.drawn()
    view.legend("Article").click()
    assert {"苏禾", "许文博", "云河市", "林晓岚到青石县调研"} <= view.drawn()
    assert ("云河市总工会部署夏季工作", "云河市") in view.lines()
    view.legend("Article").click()
    assert "苏禾" not in view.drawn()


def test_a_relation_is_left_out_with_whoever_has_no_other(view: View) -> None:
    view.page.click("#filters-button")
    box = view.page.locator("#filters label", has_text="任职")
    assert box.locator("small").inner_text() == "5"
    box.click()
    assert ("林晓岚", "云河市总工会") not in view.lines()
    assert "云河市人大常委会" not in view.drawn()
    assert "云河市总工会" in view.drawn()
    view.page.locator("#filters .action").click()
    assert "云河市人大常委会" in view.drawn()


def test_one_article_alone(view: View) -> None:
    view.page.click("#filters-button")
    box = view.page.locator("#filters [data-filter=article]")
    box.fill("走进云河")
    assert view.page.locator("#headlines option").count() == 1
    box.press("Enter")
    assert view.drawn() == {"云河大学", "柳溪镇", "“工匠讲堂”活动", "周启明"}
    box.fill("")
    box.press("Enter")
    assert "林晓岚" in view.drawn()


@pytest.mark.parametrize(
    ("period", "left"),
    [
        ("since=2025-06-04&until=2025-06-04", {"夏季劳动保护工作会议", "柳溪镇"}),
        ("since=2025-06-05", {"云河市人大常委会", "柳溪镇"}),
        ("until=2025-05-31", set()),
        ("since=2025-07-01", set()),
        ("since=2025-06-30", {"柳溪镇"}),
    ],
)
def test_days_are_those_of_the_event_or_else_of_the_report(
    open_page: Open, period: str, left: set[str]
) -> None:
    """The meeting was on 4 June, reported on the 5th; the visit was in June, the training some day."""
    view = open_page(address=period)
    assert view.drawn() & {"夏季劳动保护工作会议", "云河市人大常委会", "柳溪镇", "云河大学"} == left


def test_what_is_less_sure_is_left_out(open_page: Open) -> None:
    unsure = [
        replace(one, claims=tuple(replace(claim, confidence=0.5) for claim in one.claims))
        if one.article.id == "page-02"
        else one
        for one in corpus()
    ]
    view = open_page(unsure)
    assert ("林晓岚", "柳溪镇") in view.lines()
    view.page.click("#filters-button")
    view.page.locator("#filters [data-filter=sure]").fill("90")
    assert ("林晓岚", "柳溪镇") not in view.lines()
    assert ("周启明", "青石县总工会") in view.lines()
    assert "sure=90" in view.address


def test_folded_events_give_way_to_direct_lines(view: View) -> None:
    view.page.click("#legend .fold")
    assert not {"夏季劳动保护工作会议", "“工匠讲堂”活动"} & view.drawn()
    assert {("周启明", "云河市总工会"), ("林晓岚", "青石县"), ("云河市总工会", "青石县")} <= view.lines()
    assert ("林晓岚", "云河市总工会") in view.lines()
    assert ("周启明", "林晓岚") not in view.lines()
    view.page.evaluate("ends => inside.chooseLink(ends)", [view.number("林晓岚"), view.number("青石县")])
    assert "林晓岚主持会议" in view.panel
    assert "在青石县召开夏季劳动保护工作会议" in view.panel


def test_an_event_of_people_alone_joins_them(open_page: Open) -> None:
    view = open_page(
        [
            linked(
                "a", "⟦林一|person/林一⟧、⟦周二|person/周二⟧出席⟦座谈会|event/a/座谈会⟧",
                [(f"person/{who}", "attended", "event/a/座谈会", "出席") for who in ("林一", "周二")],
            )
        ],
        address="fold=1",
    )  # fmt: skip
    assert len(view.lines()) == 1
