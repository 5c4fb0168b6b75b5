"""More than can be drawn at once: an overview first, the rest by zoom, search and expansion."""

from __future__ import annotations

from pathlib import Path

from tests.export.html.conftest import Open


def test_the_first_picture_is_of_the_heads_of_all_communities(open_page: Open, large: Path) -> None:
    view = open_page(large)
    drawn = view.page.evaluate("inside.scene.nodes.length")
    assert drawn <= 700
    assert view.page.evaluate("inside.scene.whole") > 2000
    assert "放大可见更多" in view.page.inner_text("#counted")
    heads = view.page.evaluate("inside.largeCommunities.map(([head]) => head)")
    assert len(heads) > 20
    assert set(heads) <= set(view.page.evaluate("inside.scene.nodes"))
    assert view.page.evaluate("heads => heads.every(inside.isNodeOn)", heads)
    named = {label["node"] for label in view.labels()["names"]}
    assert len(named & set(heads)) > 0.8 * len(heads)
    assert view.page.evaluate("inside.scene.links.length") > 200
    assert view.complaints == []


def test_zooming_in_shows_what_the_overview_left_out(open_page: Open, large: Path) -> None:
    view = open_page(large)
    left_out = view.page.evaluate(
        "inside.allNodes.find((node) => inside.isNodeOn(node) && !inside.scene.nodes.includes(node))"
    )
    view.page.evaluate("node => inside.framePlaces([inside.mapPlace(node)], { closest: 1 })", left_out)
    view.settle()
    assert left_out in view.page.evaluate("inside.nodeItems.getIds()")
    assert view.page.evaluate("inside.nodeItems.length") <= 700


def test_at_no_zoom_does_a_name_lie_on_another(open_page: Open, large: Path) -> None:
    view = open_page(large)
    for scale in (None, 0.2, 0.6, 1.5):
        if scale:
            view.page.evaluate(
                "closest => inside.framePlaces([inside.mapPlace(inside.nodesByRank[0])], { closest })", scale
            )
            view.settle()
        assert sum(map(len, view.labels().values())) > 5
        assert view.collisions() == []


def test_search_reaches_what_is_not_drawn_with_its_neighbours(open_page: Open, large: Path) -> None:
    view = open_page(large)
    name = view.page.evaluate(
        """inside.names[inside.allNodes.find(
            (node) => inside.typeName(node) === "Person" && !inside.scene.nodes.includes(node))]"""
    )
    view.search(name)
    view.page.keyboard.press("Enter")
    view.settle()
    assert view.heading == name
    assert name in view.drawn()
    number = view.page.evaluate("inside.state.at")
    beside = set(view.page.evaluate("node => inside.neighboursOn(node, 50)", number))
    assert beside <= set(view.page.evaluate("inside.nodeItems.getIds()"))
    x, y = view.point(name)
    assert 0 < x < 1040
    assert 0 < y < 900


def test_a_community_in_the_overview_leads_to_its_place(open_page: Open, large: Path) -> None:
    view = open_page(large)
    scale = view.page.evaluate("inside.network.getScale()")
    view.page.locator("#panel button.row").first.click()
    view.settle()
    assert view.page.evaluate("inside.network.getScale()") > 2 * scale
    members = set(view.page.evaluate("inside.membersOf[0]"))
    assert members <= set(view.page.evaluate("inside.nodeItems.getIds()"))


def test_filters_reach_the_whole_graph_with_little_work(open_page: Open, large: Path) -> None:
    view = open_page(large)
    whole = view.page.evaluate("inside.scene.whole")
    sorting = view.processor_seconds("void [...Array(200_000).keys()].map(String).sort()")
    filtering = view.processor_seconds("inside.changeState({ without: ['attended'] })")
    assert filtering < 20 * sorting  # it takes two of these
    view.page.evaluate("inside.changeState({ without: [], off: ['Event', 'Place'] })")
    assert view.page.evaluate("inside.scene.whole") < whole


def test_the_view_of_a_whole_but_middling_graph_draws_it_all(open_page: Open, large: Path) -> None:
    view = open_page(large, address="off=Person,Organisation")
    assert view.page.evaluate("inside.scene.whole") == view.page.evaluate("inside.scene.nodes.length") < 1400
    assert not view.page.locator("#counted").is_visible()
