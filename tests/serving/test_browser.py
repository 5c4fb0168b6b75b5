"""The pages in a real browser: they ask for nothing elsewhere, complain of nothing, and need no mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.chromium import PATIENCE

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


PAGES = [
    "/",
    "/doc/person/林晓岚",
    "/doc/person/bad",
    "/doc/article/page-01",
    "/query?name=evidence",
    "/view",
]

# Below 4.5 to 1 (WCAG 2.2, AA).
TEXT_OF_POOR_CONTRAST = """() => {
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (rgb) => rgb.slice(0, 3).map((c) => c / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = (node) => {
        const found = numbers(getComputedStyle(node).backgroundColor);
        return found[3] === 0 && node.parentElement ? ground(node.parentElement) : found;
    };
    return [...document.querySelectorAll("main *, header *")]
        .filter((node) => [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim()))
        .map((node) => {
            const [one, other] = [light(numbers(getComputedStyle(node).color)), light(ground(node))];
            const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            return [contrast, node.className, node.textContent.trim().slice(0, 30)];
        })
        .filter(([contrast]) => contrast < 4.5);
}"""


@pytest.fixture(params=["light", "dark"])
def tab(browser: playwright.Browser, live: str, request: pytest.FixtureRequest) -> Iterator[playwright.Page]:
    context = browser.new_context(
        base_url=live, color_scheme=request.param, viewport={"width": 1200, "height": 800}
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_the_pages_ask_only_this_server_and_complain_of_nothing(tab: playwright.Page, live: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("dialog", lambda dialog: complaints.append(dialog.message))
    for path in PAGES:
        tab.goto(path)
    assert complaints == []
    assert all(address.startswith((live, "data:,")) for address in asked)


def test_text_can_be_read_against_its_ground(tab: playwright.Page) -> None:
    for path in PAGES[:-1]:
        tab.goto(path)
        assert tab.evaluate(TEXT_OF_POOR_CONTRAST) == []


def test_a_query_is_asked_and_its_answer_followed_by_the_keyboard_alone(tab: playwright.Page) -> None:
    tab.goto("/")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    while tab.evaluate("document.activeElement.type") != "search":
        tab.keyboard.press("Tab")
        ring = tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring == "solid"
    tab.keyboard.type("林晓")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/query?*")
    while tab.evaluate("document.activeElement.textContent.trim()") != "林晓岚":
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/doc/**")
    assert tab.inner_text("h1") == "林晓岚"


def test_a_page_fits_a_narrow_screen(tab: playwright.Page) -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    for path in PAGES[:-1]:
        tab.goto(path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_no_script_runs_even_if_one_got_in(tab: playwright.Page) -> None:
    tab.goto("/doc/person/bad")
    tab.evaluate(
        """() => {
            const script = document.createElement("script");
            script.text = "window.owned = 1";
            document.body.append(script);
        }"""
    )
    assert tab.evaluate("window.owned") is None
