"""Opening the page: nothing leaves it, nothing moves, and whatever stands in a text stays text."""

from __future__ import annotations

import re

import pytest

from tests.export.html.conftest import Open
from tests.export.html.viewing import View
from tests.factory import entity, linked

HOSTILE = "</script><img src=x onerror=\"document.title='owned'\"><a href='javascript:alert(1)'>甲"


def test_the_page_asks_for_nothing_and_complains_of_nothing(view: View) -> None:
    view.page.click("#fit")
    view.choose("林晓岚")
    view.press("2 步")
    view.page.locator(".source").first.click()
    view.page.click("#filters-button")
    view.settle()
    assert view.foreign == []
    assert view.complaints == []
    assert view.colours() > 20


def test_the_picture_stands_still_at_once_and_wholly_in_sight(view: View) -> None:
    places = view.page.evaluate("inside.network.getPositions()")
    view.settle(300)
    assert view.page.evaluate("inside.network.getPositions()") == places
    for name in view.drawn():
        x, y = view.point(name)
        assert 0 < x < 1040
        assert 50 < y < 900


def test_the_overview_counts_and_lists_the_articles(view: View) -> None:
    assert re.search(r"3\s*文章\s*16\s*实体\s*22\s*事实", view.panel)
    assert "“工匠讲堂”走进云河大学" in view.panel


def test_the_reader_s_language_is_spoken_and_can_be_changed(open_page: Open) -> None:
    view = open_page(locale="en-GB")
    assert view.page.title() == "Press knowledge graph · PressKG"
    assert view.legend("Person").inner_text().split() == ["Person", "3"]
    view.page.click("#language")
    assert view.legend("Person").inner_text().split() == ["人物", "3"]
    assert view.page.evaluate("document.documentElement.lang") == "zh-CN"
    assert "lang=zh" in view.address


def test_light_and_dark_follow_the_system_and_the_reader(open_page: Open) -> None:
    def look(view: View) -> tuple[str, str]:
        fill = view.page.evaluate("inside.paint.types[0]")
        return fill, view.page.evaluate("getComputedStyle(document.body).backgroundColor")

    light, dark = open_page(), open_page(dark=True)
    bright, dim = look(light), look(dark)
    assert all(a != b for a, b in zip(bright, dim, strict=True))
    dark.page.click("#theme")
    assert look(dark) == bright
    light.page.emulate_media(color_scheme="dark")
    light.settle()
    assert look(light) == dim


def test_hostile_names_and_texts_show_as_text(open_page: Open) -> None:
    names = [
        HOSTILE,
        "\u202e倒写的名字\u202c",
        "长" * 10_000,
        "\"quoted' `name` ${x}",
        "javascript:alert(1)",
        "=1+1",
        "__proto__",
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
        view.choose(name)
        assert view.heading == name
        view.page.mouse.move(*view.point(name))
    for name in names[:2]:
        view.choose(name)
        view.page.reload()
        assert view.heading == name
    view.page.evaluate("inside.openArticle(inside.articles[0], [0, 5])")
    assert HOSTILE in str(view.page.text_content("#reader"))
    view.search(HOSTILE)
    view.settle(200)
    assert view.page.title() == title
    assert view.page.locator("img, iframe, [href^='javascript']").count() == 0
    assert view.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert view.foreign == []
    assert view.complaints == []


def test_a_hostile_address_is_passed_over(open_page: Open) -> None:
    view = open_page(
        address="at=Person/nobody&at=%E0%A4%A&steps=99&sure=x&off=constructor&pinned=x@1,2&spot=-1&read=Person/林晓岚"
    )
    assert view.complaints == []
    assert "报道知识图谱" in view.panel
    assert view.drawn() == open_page().drawn()


def test_a_script_put_into_the_page_does_not_run(view: View) -> None:
    view.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'owned'";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", `<img src="https://example.org/x.png">`);
            fetch("https://example.org/x").catch(() => {});
        }"""
    )
    view.settle(200)
    assert view.page.title() != "owned"
    assert sum("Content Security Policy" in complaint for complaint in view.complaints) >= 3


def test_a_graph_of_nothing_opens(open_page: Open) -> None:
    view = open_page([])
    assert view.complaints == []
    assert "报道知识图谱" in view.panel


def test_the_page_is_printed_with_its_picture_and_without_what_is_for_the_screen(open_page: Open) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    view = open_page(dark=True)
    view.choose("林晓岚")
    sheet = pdfium.PdfDocument(view.page.pdf(format="A4", print_background=True))[0]
    words = sheet.get_textpage().get_text_bounded()
    assert "云河大学" in words  # of the picture alone
    assert "职务" in words
    assert "English" not in words
    picture = sheet.render().to_pil().convert("RGB")
    colours = {colour for _, colour in picture.getcolors(1 << 20)}
    assert (0x1D, 0x4F, 0x91) in colours  # light, whatever the screen
    assert picture.getpixel((5, 5)) == (255, 255, 255)
    assert view.page.evaluate("inside.paint.types[0]") != "#1d4f91"


def test_on_a_telephone_everything_fits(open_page: Open) -> None:
    view = open_page(size=(390, 844))
    view.choose("林晓岚")
    assert view.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for part in ("#canvas", "#panel", "#legend", "#search", "#language"):
        box = view.page.locator(part).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    view.page.locator(".source").first.click()
    assert view.page.locator("#reader").bounding_box()["width"] == 390
