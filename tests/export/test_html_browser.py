"""The page in a real browser with the network off: what a reader sees and can do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.export.html import to_html
from kg.graph import KnowledgeGraph
from kg.records import LinkedArticle
from tests.factory import corpus, entity, linked

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

HOSTILE = "</script><img src=x onerror=\"document.title='owned'\"><a href='javascript:alert(1)'>甲"


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class View:
    """An open page, with what it asked for and what it complained of."""

    def __init__(self, browser: playwright.Browser, path: Path, *, dark: bool = False) -> None:
        self.context = browser.new_context(
            offline=True,
            viewport={"width": 1440, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        self.page.goto(path.as_uri())
        self.page.wait_for_function("network.getScale() > 0")

    @property
    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))

    def number(self, name: str) -> int:
        return int(self.page.evaluate("name => entities.findIndex((one) => one.name === name)", name))

    def in_sight(self) -> set[str]:
        return set(self.page.evaluate("sight.getIds().map((id) => entities[id].name)"))

    def point(self, name: str) -> tuple[float, float]:
        """Where a node stands on the screen."""
        spot = self.page.evaluate("id => network.canvasToDOM(network.getPosition(id))", self.number(name))
        box = self.page.locator("#canvas").bounding_box()
        assert box is not None
        return box["x"] + spot["x"], box["y"] + spot["y"]

    def colours(self) -> int:
        """How many colours the canvas shows: one where nothing is drawn."""
        return int(
            self.page.evaluate(
                """() => {
                    const canvas = document.querySelector("canvas");
                    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                    return new Set(new Uint32Array(data.buffer)).size;
                }"""
            )
        )

    def search(self, words: str) -> list[str]:
        self.page.fill("#search", words)
        return [str(text) for text in self.page.locator(".suggestion").all_inner_texts()]

    def legend(self, type_: str) -> playwright.Locator:
        return self.page.locator(f"#legend [data-type={type_}]")


Open = Callable[..., View]


@pytest.fixture
def open_page(browser: playwright.Browser, tmp_path: Path) -> Iterator[Open]:
    views: list[View] = []

    def open_(articles: list[LinkedArticle], *, dark: bool = False) -> View:
        path = tmp_path / "graph.html"
        path.write_text(to_html(KnowledgeGraph.from_articles(articles)), encoding="utf-8")
        views.append(View(browser, path, dark=dark))
        return views[-1]

    yield open_
    for view in views:
        view.context.close()


@pytest.fixture
def view(open_page: Open) -> View:
    return open_page(corpus())


def test_the_page_asks_for_nothing_and_complains_of_nothing(view: View) -> None:
    view.page.click("#fit")
    view.page.wait_for_timeout(300)
    assert [url for url in view.requests if not url.endswith("graph.html")] == []
    assert view.complaints == []
    assert view.colours() > 20


def test_the_picture_stands_still_at_once_and_wholly_in_sight(view: View) -> None:
    places = view.page.evaluate("network.getPositions()")
    view.page.wait_for_timeout(300)
    assert view.page.evaluate("network.getPositions()") == places
    for name in view.in_sight():
        x, y = view.point(name)
        assert 0 < x < 1040
        assert 0 < y < 900


def test_the_overview_counts_and_lists_the_articles(view: View) -> None:
    assert re.search(r"3\s*文章 articles\s*16\s*实体 entities\s*22\s*事实 claims", view.panel)
    assert "“工匠讲堂”走进云河大学" in view.panel


def test_a_node_tells_its_facts_by_relation_with_their_evidence(view: View) -> None:
    view.page.mouse.click(*view.point("林晓岚"))
    assert view.page.inner_text("#panel h2") == "林晓岚"
    headings = view.page.locator("#panel h3").all_inner_texts()
    assert any("主持 →" in heading and "presides over →" in heading for heading in headings)
    body = view.page.locator(".entity", has_text=re.compile("^云河市总工会$"))
    post = view.page.locator("#panel .fact", has=body)
    assert post.locator(".title").all_inner_texts() == ["主席"]
    assert post.locator("blockquote").all_inner_texts() == [
        "云河市人大常委会副主任、市总工会主席林晓岚",
        "云河市总工会主席林晓岚",
    ]
    assert "《云河市总工会部署夏季工作》 2025-06-05" in post.inner_text()
    assert "置信度 90% · by-hand" in post.inner_text()


def test_an_edge_tells_the_claims_behind_it(view: View) -> None:
    (ax, ay), (bx, by) = view.point("周启明"), view.point("青石县总工会")
    view.page.mouse.click((ax + bx) / 2, (ay + by) / 2)
    assert re.search(r"周启明\s*→\s*青石县总工会", view.page.inner_text("#panel h2"))
    assert view.page.locator("#panel .fact").count() == 1
    assert "青石县总工会党组书记周启明" in view.panel


def test_what_is_not_chosen_fades_and_comes_back(view: View) -> None:
    fill = "id => nodes.get(id).color.background"
    far, near = view.number("云河大学"), view.number("云河市总工会")
    before = view.page.evaluate(fill, far)
    view.page.mouse.click(*view.point("林晓岚"))
    assert view.page.evaluate(fill, far) != before
    assert view.page.evaluate(fill, near) == before
    view.page.keyboard.press("Escape")
    assert view.page.evaluate(fill, far) == before
    assert "报道知识图谱" in view.panel


def test_the_panel_leads_from_entity_to_entity_and_to_articles(view: View) -> None:
    view.page.mouse.click(*view.point("林晓岚"))
    view.page.locator("#panel .entity", has_text="柳溪镇").first.click()
    assert view.page.inner_text("#panel h2") == "柳溪镇"
    view.page.locator("#panel .row", has_text="走进云河大学").click()
    assert view.page.inner_text("#panel h2") == "“工匠讲堂”走进云河大学"
    assert view.page.locator("#panel .fact").count() == 4
    view.page.locator("#panel mark", has_text="周启明").first.click()
    assert view.page.inner_text("#panel h2") == "周启明"


def test_an_article_tells_what_it_also_mentions(view: View) -> None:
    view.page.locator("#panel .row", has_text="部署夏季工作").click()
    others = view.page.locator("#panel h3", has_text="另提及").locator("+ ul")
    assert others.inner_text() == "云河市"


def test_search_finds_names_and_aliases_and_works_by_keyboard(view: View) -> None:
    assert [text.split("\n")[0] for text in view.search("市总工会")] == [
        "云河市总工会",
        "云河市总工会部署夏季工作",
    ]
    assert "市总工会" in view.search("市总工会")[0].split("\n")[1]
    view.search("青石")
    assert view.page.get_attribute("#search", "aria-expanded") == "true"
    view.page.keyboard.press("ArrowDown")
    chosen = view.page.inner_text(".suggestion[aria-selected=true]")
    view.page.keyboard.press("Enter")
    assert view.page.inner_text("#panel h2") == chosen
    assert view.search("不存在的人") == ["没有找到 Nothing found"]


def test_the_legend_filters_by_type(view: View) -> None:
    assert view.legend("Person").inner_text().split() == ["人物", "Person", "3"]
    view.legend("Person").click()
    assert "林晓岚" not in view.in_sight()
    assert "云河市总工会" in view.in_sight()
    assert view.legend("Person").get_attribute("aria-pressed") == "false"
    view.search("林晓岚")
    view.page.keyboard.press("Enter")
    assert "林晓岚" in view.in_sight()
    assert view.legend("Person").get_attribute("aria-pressed") == "true"


def test_articles_and_authors_come_in_by_the_legend(view: View) -> None:
    assert not {"苏禾", "林晓岚到青石县调研"} & view.in_sight()
    view.legend("Article").click()
    assert {"苏禾", "许文博", "云河市", "林晓岚到青石县调研"} <= view.in_sight()
    view.legend("Article").click()
    assert "苏禾" not in view.in_sight()


def test_searching_someone_merely_mentioned_brings_them_into_sight(view: View) -> None:
    view.search("苏禾")
    view.page.keyboard.press("Enter")
    assert "苏禾" in view.in_sight()
    assert view.page.locator("#panel .title").all_inner_texts() == ["通讯员", "署名"]


def test_tooltips_tell_type_aliases_and_articles_in_chinese(view: View) -> None:
    view.page.mouse.move(*view.point("云河市总工会"))
    tooltip = view.page.locator("#tooltip")
    tooltip.wait_for(state="visible")
    assert [text.strip() for text in tooltip.inner_text().split("\n")] == [
        "云河市总工会",
        "机构 Organisation",
        "又称：市总工会",
        "见于 2 篇文章，提及 3 次",
    ]
    view.page.mouse.move(20, 880)
    tooltip.wait_for(state="hidden")


def test_the_dark_theme_changes_page_and_picture(open_page: Open) -> None:
    def look(view: View) -> tuple[str, str]:
        fill = view.page.evaluate("nodes.get(0).color.background")
        return fill, view.page.evaluate("getComputedStyle(document.body).backgroundColor")

    light, dark = look(open_page(corpus())), look(open_page(corpus(), dark=True))
    assert light[0] != dark[0]
    assert light[1] != dark[1]


def test_hostile_names_and_texts_show_as_text(open_page: Open) -> None:
    names = [
        HOSTILE,
        "\u202e倒写的名字\u202c",
        "长" * 10_000,
        "\"quoted' `name` ${x}",
        "javascript:alert(1)",
        "=1+1",
    ]
    keys = [f"person/p{index}" for index in range(len(names))]
    text = f"{HOSTILE}标题\n" + "，".join(f"⟦{name}|{key}⟧" for name, key in zip(names, keys, strict=True))
    article = linked(
        "x", f"{text}到⟦乙县|place/乙县⟧",
        [(key, "surveyed", "place/乙县", name) for name, key in zip(names, keys, strict=True)],
        entities=[entity(key, name) for name, key in zip(names, keys, strict=True)],
        rule=HOSTILE, source=HOSTILE, byline=[(HOSTILE, names[1])],
    )  # fmt: skip
    view = open_page([article])
    title = view.page.title()
    view.legend("Article").click()
    for name in [*names, f"{HOSTILE}标题", "乙县"]:
        view.page.evaluate("node => choose({ node }, { near: true })", view.number(name))
        assert view.page.text_content("#panel h2") == name
        view.page.mouse.move(*view.point(name))
    view.search(HOSTILE)
    view.page.wait_for_timeout(200)
    assert view.page.title() == title
    assert view.page.locator("img, a, iframe").count() == 0
    assert view.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [url for url in view.requests if not url.endswith("graph.html")] == []
    assert view.complaints == []


def test_a_script_put_into_the_page_does_not_run(view: View) -> None:
    view.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'owned'";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", `<img src="https://example.org/x.png">`);
        }"""
    )
    view.page.wait_for_timeout(200)
    assert view.page.title() != "owned"
    assert any("Content Security Policy" in complaint for complaint in view.complaints)


def test_a_graph_of_nothing_opens(open_page: Open) -> None:
    view = open_page([])
    assert view.complaints == []
    assert "报道知识图谱" in view.panel


def test_a_thousand_nodes_open_and_answer(open_page: Open) -> None:
    articles = [
        linked(
            f"a{index}", f"⟦第{index}局|organisation/第{index}局⟧到⟦第{index % 60}镇|place/第{index % 60}镇⟧",
            [(f"organisation/第{index}局", "surveyed", f"place/第{index % 60}镇", "到")],
        )
        for index in range(1000)
    ]  # fmt: skip
    view = open_page(articles)
    assert len(view.in_sight()) == 1060
    assert view.colours() > 20
    assert view.search("第777局") == ["第777局", "第777局到第57镇"]
    view.page.keyboard.press("Enter")
    assert view.page.inner_text("#panel h2") == "第777局"
    assert view.page.locator("#panel .fact").count() == 1
    view.page.keyboard.press("Escape")
    assert view.page.locator("#panel .row").count() == 60
    view.page.click("#panel .more")
    assert view.page.locator("#panel .row").count() == 120
