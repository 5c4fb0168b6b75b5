"""The page without a mouse, without sight, and without telling colours apart."""

from __future__ import annotations

import math
from itertools import combinations
from operator import mul
from typing import Any

import pytest

from tests.export.html.conftest import Open
from tests.export.html.viewing import View

STATES = {
    "overview": "",
    "node": "at=Person/林晓岚",
    "neighbourhood": "at=Person/林晓岚&around=Person/林晓岚&steps=2",
    "reader": "at=Person/周启明&read=Article/林晓岚到青石县调研",
    "path": "path=Organisation/云河大学&path=Organisation/云河市总工会",
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("address", STATES.values(), ids=STATES.keys())
def test_axe_finds_nothing_serious(open_page: Open, address: str, dark: bool) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    view = open_page(address=address, dark=dark)
    if address == "":
        view.page.click("#filters-button")
        view.search("云河")
    found = [violation for violation in axe.run(view.page).response["violations"] if serious(violation)]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


def serious(violation: dict[str, Any]) -> bool:
    return violation["impact"] in {"serious", "critical"}


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def gamma(value: float) -> float:
    value = min(max(value, 0), 1)
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def test_every_control_has_a_name_and_can_be_reached(view: View) -> None:
    view.choose("林晓岚")
    names = view.page.locator("button:visible, summary:visible, input:visible, a:visible").evaluate_all(
        "found => found.map((one) => one.getAttribute('aria-label') || one.textContent.trim())"
    )
    assert all(names)
    reached = set()
    for _ in range(30):
        view.page.keyboard.press("Tab")
        reached.add(view.page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {"search", "filters-button", "language", "vis-network", "fit"} <= reached


def test_arrow_keys_move_over_the_picture_and_the_choice_is_spoken(view: View) -> None:
    view.page.focus(".vis-network")
    view.page.keyboard.press("ArrowRight")
    first = view.heading
    spoken = view.page.inner_text("#spoken")
    assert spoken.startswith(f"已选 {first}")
    here = view.point(first)
    view.page.keyboard.press("ArrowLeft")
    assert view.heading != first
    assert view.point(view.heading)[0] < here[0]
    view.page.keyboard.press("1")
    assert "周围 1 步" in view.page.inner_text("#banner")
    view.page.keyboard.press("Enter")
    assert view.page.evaluate("document.activeElement.id") == "panel"


def test_the_focus_stays_on_the_button_that_was_pressed(view: View) -> None:
    view.choose("周启明")
    for name in ("固定", "2 步"):
        button = view.page.locator("#panel").get_by_role("button", name=name, exact=True)
        button.focus()
        view.page.keyboard.press("Enter")
        assert button.get_attribute("aria-pressed") == "true"
        assert button.evaluate("one => one === document.activeElement")


def test_keys_zoom_expand_pin_hide_and_tell_what_they_do(view: View) -> None:
    view.choose("周启明")
    view.page.focus(".vis-network")
    scale = view.page.evaluate("inside.network.getScale()")
    view.page.keyboard.press("+")
    assert view.page.evaluate("inside.network.getScale()") > scale
    view.page.keyboard.press("0")
    for key, told in (
        ("p", "pinned=Person/周启明@"),
        ("e", "expanded=Person/周启明"),
        ("h", "hidden=Person/周启明"),
    ):
        view.page.keyboard.press(key)
        assert told in view.address
    view.page.keyboard.press("?")
    assert "移到相邻的节点" in view.page.inner_text("#help")
    view.page.keyboard.press("Escape")
    assert not view.page.locator("#help").is_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_types_are_told_apart_with_any_colour_vision(open_page: Open, dark: bool) -> None:
    view = open_page(dark=dark)
    colours = view.page.evaluate(
        """inside.paint.types.slice(0, inside.ARTICLE)
            .map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255))"""
    )
    # Machado, Oliveira and Fernandes 2009, severity 1.
    visions = {
        "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        "no red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
        "no green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
        "no blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
    }
    for matrix in visions.values():
        seen = [[sum(map(mul, row, map(linear, colour))) for row in matrix] for colour in colours]
        for a, b in combinations(seen, 2):
            assert math.dist(*(map(gamma, one) for one in (a, b))) > 0.2
    shapes = view.page.locator("#legend use").evaluate_all(
        "all => all.map((one) => one.getAttribute('href'))"
    )
    assert len(set(shapes)) == 6


@pytest.mark.parametrize("address", ["", "at=Person/林晓岚", "fold=1", "articles=1"])
def test_no_name_lies_on_another(open_page: Open, address: str) -> None:
    view = open_page(address=address)
    assert sum(map(len, view.labels().values())) > 10
    assert view.collisions() == []
    if not address:
        assert len(view.labels()["names"]) == len(view.drawn())
