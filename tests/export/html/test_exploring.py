"""Search, nodes, lines, neighbourhoods, paths, and the address that keeps them."""

from __future__ import annotations

import re

import pytest

from tests.export.html.conftest import Open
from tests.export.html.viewing import View
from tests.factory import linked


def test_a_node_tells_its_posts_and_facts_with_their_evidence(view: View) -> None:
    view.click("林晓岚")
    assert view.heading == "林晓岚"
    headings = [text.split("\n")[0] for text in view.page.locator("#panel h3").all_inner_texts()]
    assert headings == ["职务", "事件时间线", "主持 →", "调研 →", "发言 →", "文章"]
    body = view.page.locator(".entity", has_text=re.compile("^云河市总工会$"))
    post = view.page.locator("#panel .fact", has=body)
    assert post.locator(".title").all_inner_texts() == ["主席"]
    assert post.locator("blockquote").all_inner_texts() == [
        "云河市人大常委会副主任、市总工会主席林晓岚",
        "云河市总工会主席林晓岚",
    ]
    assert post.locator(".mention.strong").all_inner_texts() == ["林晓岚", "云河市总工会"]
    assert "《云河市总工会部署夏季工作》 2025-06-05" in post.inner_text()
    assert "置信度 90% · by-hand" in post.inner_text()


def test_a_time_line_tells_the_events_in_the_order_of_their_days(open_page: Open) -> None:
    days = [("座谈会", "2025-07-02"), ("运动会", "2024-12-30"), ("培训班", "2025-03-05")]
    articles = [
        linked(
            name, f"⟦林一|person/林一⟧主持⟦{name}|event/{name}/{name}⟧",
            [("person/林一", "presidesOver", f"event/{name}/{name}", "主持")],
            times={f"event/{name}/{name}": ("主持", day, day)} if name != "培训班" else {}, date=day,
        )
        for name, day in days
    ]  # fmt: skip
    view = open_page(articles)
    view.choose("林一")
    moments = [text.split("\n") for text in view.page.locator(".moment").all_inner_texts()]
    assert moments == [["2024-12-30", "运动会"], ["2025-03-05 报道", "培训班"], ["2025-07-02", "座谈会"]]


def test_a_line_tells_the_claims_behind_it(view: View) -> None:
    (ax, ay), (bx, by) = view.point("周启明"), view.point("青石县总工会")
    view.page.mouse.click((ax + bx) / 2, (ay + by) / 2)
    assert re.search(r"周启明\s*→\s*青石县总工会", view.page.inner_text("#panel h2"))
    assert view.page.locator("#panel .fact").count() == 1
    assert "青石县总工会党组书记周启明" in view.panel


def test_what_is_not_chosen_fades_and_comes_back(view: View) -> None:
    view.click("林晓岚")
    clear = set(view.page.evaluate("[...inside.scene.clear.nodes].map((node) => inside.names[node])"))
    assert "云河市总工会" in clear
    assert "云河大学" not in clear
    view.page.keyboard.press("Escape")
    assert view.page.evaluate("inside.scene.clear") is None
    assert "报道知识图谱" in view.panel


def test_the_panel_leads_from_entity_to_entity_and_to_articles(view: View) -> None:
    view.click("林晓岚")
    view.page.locator("#panel .entity", has_text="柳溪镇").first.click()
    assert view.heading == "柳溪镇"
    view.page.locator("#panel .row", has_text="走进云河大学").click()
    assert view.heading == "“工匠讲堂”走进云河大学"
    assert view.page.locator("#panel .fact").count() == 4
    view.page.locator("#panel .mention", has_text="周启明").first.click()
    assert view.heading == "周启明"


def test_an_article_tells_what_it_also_mentions(view: View) -> None:
    view.page.locator("#panel .row", has_text="部署夏季工作").click()
    others = view.page.locator("#panel h3", has_text="另提及").locator("+ ul")
    assert others.inner_text() == "云河市"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("云河市总工会", ["云河市总工会", "云河市总工会部署夏季工作"]),
        ("市总工会", ["云河市总工会", "云河市总工会部署夏季工作"]),  # an alias
        ("lxl", ["林晓岚", "林晓岚到青石县调研"]),
        ("YHDX", ["云河大学"]),
        ("ldbhgzhy", []),
        ("不存在的人", []),
    ],
)
def test_search_finds_names_aliases_and_initials(view: View, words: str, found: list[str]) -> None:
    assert view.search(words)[: len(found) or 1] == (found or ["没有找到"])


def test_search_works_by_keyboard(view: View) -> None:
    view.page.keyboard.press("/")
    view.page.keyboard.type("青石")
    assert view.page.get_attribute("#search", "aria-expanded") == "true"
    view.page.keyboard.press("ArrowDown")
    chosen = view.page.inner_text(".suggestion[aria-selected=true] span")
    view.page.keyboard.press("Enter")
    assert view.heading == chosen
    assert not view.page.locator("#suggestions").is_visible()


def test_searching_someone_merely_mentioned_brings_them_into_sight(view: View) -> None:
    assert "苏禾" not in view.drawn()
    view.search("苏禾")
    view.page.keyboard.press("Enter")
    assert "苏禾" in view.drawn()
    assert view.page.locator("#panel .title").all_inner_texts() == ["通讯员", "署名"]


def test_a_neighbourhood_grows_by_steps_and_gives_way_to_the_whole(view: View) -> None:
    whole = view.drawn()
    view.choose("云河大学")
    view.press("1 步")
    assert view.drawn() == {"云河大学", "“工匠讲堂”活动", "周启明"}
    assert view.page.evaluate("inside.scene.clear") is None
    view.press("2 步")
    assert view.drawn() > {"云河大学", "柳溪镇", "青石县总工会"}
    assert "林晓岚" not in view.drawn()
    assert "“云河大学”周围 2 步" in view.page.inner_text("#banner")
    view.press("3 步")
    assert "林晓岚" in view.drawn()
    view.page.click("#banner button")
    assert view.drawn() == whole


def test_searching_what_lies_elsewhere_leaves_the_neighbourhood(view: View) -> None:
    view.choose("云河大学")
    view.press("1 步")
    view.choose("柳溪农机公司")
    assert not view.page.locator("#banner").is_visible()
    assert {"柳溪农机公司", "云河市人大常委会"} <= view.drawn()


def test_around_an_article_stand_those_who_wrote_it(view: View) -> None:
    view.page.locator("#panel .row", has_text="部署夏季工作").click()
    assert "云河市总工会部署夏季工作" not in view.drawn()
    view.press("1 步")
    assert view.drawn() == {"云河市总工会部署夏季工作", "许文博", "苏禾", "云河市"}


def test_whatever_can_be_done_with_a_node_can_be_done_with_an_article_that_is_not_drawn(view: View) -> None:
    for action in ("固定", "展开", "隐藏", "路径…"):
        view.page.locator("#panel .row", has_text="部署夏季工作").click()
        view.press(action)
        view.page.keyboard.press("Escape")
        view.page.keyboard.press("Escape")
    assert view.complaints == []


def test_a_double_click_expands_a_node(view: View) -> None:
    view.choose("云河大学")
    view.press("1 步")
    view.page.mouse.dblclick(*view.point("周启明"))
    view.settle()
    assert view.drawn() >= {"云河大学", "周启明", "青石县总工会", "夏季劳动保护工作会议"}
    assert "expanded=Person/周启明" in view.address
    view.press("展开")
    assert "青石县总工会" not in view.drawn()


def test_a_node_is_hidden_and_let_back(view: View) -> None:
    view.choose("林晓岚")
    view.press("隐藏")
    assert "林晓岚" not in view.drawn()
    view.page.click("#filters-button")
    view.page.locator("#filters .tag", has_text="林晓岚").click()
    assert "林晓岚" in view.drawn()


def test_a_pinned_node_keeps_its_place_under_physics_and_in_the_address(view: View) -> None:
    view.choose("林晓岚")
    view.press("固定")
    pinned = view.page.evaluate("inside.network.getPositions()")
    view.page.click("#physics")
    view.page.wait_for_function(
        """before => Object.entries(inside.network.getPositions())
            .filter(([node, { x }]) => Math.abs(x - before[node].x) > 2).length > 5""",
        arg=pinned,
    )
    view.page.click("#physics")
    moved = view.page.evaluate("inside.network.getPositions()")
    number = str(view.number("林晓岚"))
    assert moved[number] == pytest.approx(pinned[number], abs=1)
    view.page.reload()
    view.settle()
    assert view.page.evaluate("inside.network.getPositions()")[number] == pytest.approx(pinned[number], abs=1)


def test_a_dragged_node_stays_where_it_was_put(view: View) -> None:
    x, y = view.point("云河大学")
    view.page.mouse.move(x, y)
    view.page.mouse.down()
    view.page.mouse.move(x + 60, y + 40, steps=4)
    view.page.mouse.up()
    view.choose("林晓岚")
    view.page.keyboard.press("Escape")
    assert view.point("云河大学") == pytest.approx((x + 60, y + 40), abs=3)


def test_the_shortest_path_between_two_is_found_by_clicking_both(view: View) -> None:
    view.choose("云河大学")
    view.press("路径…")
    assert "从“云河大学”出发" in view.page.inner_text("#banner")
    view.click("云河市总工会")
    assert view.heading == "最短路径"
    steps = view.page.locator("#panel .step").all_inner_texts()
    assert steps == ["云河大学", "周启明", "夏季劳动保护工作会议", "云河市总工会"]
    assert view.drawn() == set(steps)
    assert view.page.locator("#panel .evidence").count() >= 3


def test_a_path_that_does_not_exist_is_said_so(open_page: Open) -> None:
    view = open_page(
        [
            linked(
                f"a{n}", f"⟦{a}|organisation/{a}⟧到⟦{b}|place/{b}⟧",
                [(f"organisation/{a}", "surveyed", f"place/{b}", "到")],
            )
            for n, (a, b) in enumerate([("甲局", "乙镇"), ("丙局", "丁镇")])
        ],
        address="path=Organisation/甲局&path=Place/丁镇",
    )  # fmt: skip
    assert "没有联系" in view.panel


def test_back_and_forward_walk_through_what_was_chosen(view: View) -> None:
    view.click("林晓岚")
    view.page.locator("#panel .entity", has_text="柳溪镇").first.click()
    view.page.click("#back")
    view.page.locator("#panel h2", has_text="林晓岚").wait_for()
    view.page.click("#forward")
    view.page.locator("#panel h2", has_text="柳溪镇").wait_for()


def test_a_shared_address_opens_the_same_view(open_page: Open) -> None:
    view = open_page()
    view.legend("Place").click()
    view.choose("周启明")
    view.press("1 步")
    view.page.locator(".source").first.click()
    view.page.click("#filters-button")
    view.page.locator("#filters label", has_text="任职").click()
    other = open_page(address=view.address.removeprefix("#"))
    assert other.panel == view.panel
    assert other.drawn() == view.drawn()
    assert other.page.inner_text("#reader") == view.page.inner_text("#reader")
    assert other.legend("Place").get_attribute("aria-pressed") == "false"


def test_nodes_of_one_name_have_addresses_of_their_own(open_page: Open) -> None:
    view = open_page(
        [
            linked(
                f"a{n}", f"⟦{who}|person/{who}⟧主持⟦座谈会|event/a{n}/座谈会⟧",
                [(f"person/{who}", "presidesOver", f"event/a{n}/座谈会", "主持")],
            )
            for n, who in enumerate(["林一", "周二"])
        ],
        address="at=Event/座谈会~2",
    )  # fmt: skip
    assert "周二" in view.panel
    assert "林一" not in view.panel


def test_tooltips_tell_type_aliases_and_articles(view: View) -> None:
    view.page.mouse.move(*view.point("云河市总工会"))
    tooltip = view.page.locator("#tooltip")
    tooltip.wait_for(state="visible")
    assert [text.strip() for text in tooltip.inner_text().split("\n")] == [
        "云河市总工会",
        "机构",
        "又称 市总工会",
        "见于 2 篇文章，提及 3 次",
    ]
    view.page.mouse.move(20, 880)
    tooltip.wait_for(state="hidden")
