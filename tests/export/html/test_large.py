"""More than can be drawn at once: an overview first, the rest by zoom, search and expansion."""

from __future__ import annotations

from pathlib import Path

from tests.export.html.conftest import Open


def test_the_first_picture_is_of_the_heads_of_all_communities(open_page: Open, large: Path) -> None:
    view = open_page(large)
    drawn = view.page.evaluate("seen.nodes.length")
    assert drawn <= 700
    assert view.page.evaluate("seen.whole") > 2000
    assert "放大可见更多" in view.page.inner_text("#counted")
    heads = view.page.evaluate("membersOf.filter((all) => all.length >= LARGE).map(([head]) => head)")
    assert len(heads) > 20
    assert set(heads) <= set(view.page.evaluate("seen.nodes"))
    assert view.page.evaluate("heads => heads.every((node) => nodeOn[node])", heads)
    named = set(view.page.evaluate("labels.names.map(({ node }) => node)"))
    assert len(named & set(heads)) > 0.8 * len(heads)
    assert view.page.evaluate("seen.links.length") > 200
    assert view.complaints == []


def test_zooming_in_shows_what_the_overview_left_out(open_page: Open, large: Path) -> None:
    view = open_page(large)
    left_out = view.page.evaluate("all.find((node) => nodeOn[node] && !seen.nodes.includes(node))")
    view.page.evaluate("node => moveCamera(mapPlace(node), 1)", left_out)
    view.settle()
    assert left_out in view.page.evaluate("nodes.getIds()")
    assert view.page.evaluate("nodes.length") <= 700


def test_at_no_zoom_does_a_name_lie_on_another(open_page: Open, large: Path) -> None:
    view = open_page(large)
    for scale in (None, 0.2, 0.6, 1.5):
        if scale:
            view.page.evaluate("scale => moveCamera(mapPlace(byRank[0]), scale)", scale)
            view.settle()
        assert view.labels() > 5
        assert view.collisions() == []


def test_search_reaches_what_is_not_drawn_with_its_neighbours(open_page: Open, large: Path) -> None:
    view = open_page(large)
    name = view.page.evaluate(
        "names[all.find((node) => types[typeOf[node]] === 'Person' && !seen.nodes.includes(node))]"
    )
    view.search(name)
    view.page.keyboard.press("Enter")
    view.settle()
    assert view.heading == name
    assert name in view.drawn()
    number = view.page.evaluate("state.at")
    beside = set(view.page.evaluate("node => near(node, 50)", number))
    assert beside <= set(view.page.evaluate("nodes.getIds()"))
    x, y = view.page.evaluate("id => Object.values(network.canvasToDOM(network.getPosition(id)))", number)
    assert 0 < x < 1040
    assert 0 < y < 850


def test_a_community_in_the_overview_leads_to_its_place(open_page: Open, large: Path) -> None:
    view = open_page(large)
    scale = view.page.evaluate("network.getScale()")
    view.page.locator("#panel button.row").first.click()
    view.settle()
    assert view.page.evaluate("network.getScale()") > 2 * scale
    members = set(view.page.evaluate("membersOf[0]"))
    assert members <= set(view.page.evaluate("nodes.getIds()"))


def test_filters_reach_the_whole_graph_with_little_work(open_page: Open, large: Path) -> None:
    view = open_page(large)
    whole = view.page.evaluate("seen.whole")
    sorting = view.processor_seconds("void [...Array(200_000).keys()].map(String).sort()")
    assert view.processor_seconds("go({ without: ['attended'] })") < 20 * sorting  # it takes two of these
    view.page.evaluate("go({ without: [], off: ['Event', 'Place'] })")
    assert view.page.evaluate("seen.whole") < whole


def test_the_view_of_a_whole_but_middling_graph_draws_it_all(open_page: Open, large: Path) -> None:
    view = open_page(large, address="off=Person,Organisation")
    assert view.page.evaluate("seen.whole") == view.page.evaluate("seen.nodes.length") < 1400
    assert not view.page.locator("#counted").is_visible()
