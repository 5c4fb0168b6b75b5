"""A printer for the tests: our own articles as PDF pages of a newspaper, set by Chromium.

What a page says is known, where its text stands is up to a real layout engine.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tests.reading.typeset import Piece, pieces

FOLIO = "2025年9月12日 星期五"
DATE = "2025-09-12"


@dataclass(frozen=True)
class Design:
    """How a newspaper is set; lengths in points.

    `span` is how many columns an article may be wide, `upright` and `photos` say how many articles in ten
    have a vertical headline and a photograph.
    """

    columns: int = 4
    width: float = 190
    gap: float = 18
    size: float = 10.5
    leading: float = 1.5
    font: str = "Noto Serif CJK SC"
    headline: float = 2.2
    align: str = "left"
    indent: float = 2
    span: tuple[int, int] = (1, 3)
    rule: bool = False
    upright: int = 1
    photos: int = 2
    furniture: bool = True


@dataclass(frozen=True)
class Printed:
    """One article as it is printed: what a reader should find, and the caption that belongs to it."""

    title: str
    body: str
    caption: str = ""


def random_design(rng: random.Random) -> Design:
    """A design that nobody chose."""
    columns = rng.randint(3, 5)
    return Design(
        columns=columns,
        width=rng.choice([120, 140, 160, 190, 220]),
        gap=rng.choice([12, 16, 20, 26]),
        size=rng.choice([8.5, 9, 10, 10.5, 12]),
        leading=rng.choice([1.25, 1.4, 1.5, 1.7]),
        font=rng.choice(["Noto Serif CJK SC", "Noto Sans CJK SC"]),
        headline=rng.choice([1.6, 2, 2.4, 3]),
        align=rng.choice(["left", "center", "justify"]),
        indent=rng.choice([2, 2, 2, 0]),
        span=rng.choice([(1, 2), (1, 3), (2, 3), (2, columns)]),
        rule=rng.random() < 0.5,
        upright=rng.choice([0, 1, 3]),
        photos=rng.choice([0, 2, 4]),
        furniture=rng.random() < 0.7,
    )


def stock() -> list[Piece]:
    """Every article of ours."""
    texts = [
        json.loads(line)["text"]
        for name in ("press-blind", "press-blind-2")
        for line in (Path(__file__).parents[1] / "data" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    return [*pieces(), *(Piece(*text.split("\n", 1)) for text in texts if "\n" in text)]


def page(articles: Sequence[Piece], design: Design, seed: int) -> tuple[str, list[Printed]]:
    """The HTML of a page with the articles, and what it prints."""
    rng = random.Random(seed)
    rows: list[str] = []
    printed: list[Printed] = []
    left = list(articles)
    while left:
        free, boxes = design.columns, []
        while free and left:
            least, most = design.span
            span = min(free, rng.randint(least, most))
            if free - span < least or len(left) == 1:
                span = free
            free -= span
            article = left.pop(0)
            box, one = _box(article, span, design, rng)
            boxes.append(box)
            printed.append(one)
        rows.append(f'<div class="row">{"".join(boxes)}</div>')
    head = _FURNITURE if design.furniture else ""
    foot = '<div class="foot">责任编辑：江流 版式：沈舟 校对：白石</div>' if design.furniture else ""
    return f"{_style(design)}<body>{head}{''.join(rows)}{foot}</body>", printed


_FURNITURE = f"""<div class="mast">江南工人报</div><div class="folio"><span>第1版</span><span>要闻</span>
<span>{FOLIO}</span></div>"""


def _style(design: Design) -> str:
    wide = design.columns * design.width + (design.columns - 1) * design.gap
    return f"""<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page {{ size: {wide + 80}pt 1500pt; margin: 40pt }}
body {{ margin: 0; font: {design.size}pt/{design.leading} "{design.font}"; text-align: justify }}
.row {{ display: flex; gap: {design.gap}pt; margin-bottom: {1.5 * design.size}pt; align-items: flex-start }}
.cols {{ column-gap: {design.gap}pt; {"column-rule: 0.5pt solid" if design.rule else ""} }}
p {{ margin: 0 0 {0 if design.indent else 0.8 * design.size}pt; text-indent: {design.indent}em; orphans: 1; widows: 1 }}
h1 {{ font-size: {design.headline}em; line-height: 1.3; margin: 0 0 0.3em; text-align: {design.align} }}
.over {{ column-span: all }}
.upright {{ display: flex; gap: {design.gap}pt }}
.upright h1 {{ writing-mode: vertical-rl; max-height: 22em }}
figure {{ margin: 0.5em 0; break-inside: avoid }}
figure div {{ background: #bbb; height: 90pt }}
figcaption {{ font: {0.85 * design.size}pt/1.4 "Noto Sans CJK SC"; text-indent: 0 }}
.mast {{ font-size: 44pt; font-weight: bold }}
.folio {{ display: flex; justify-content: space-between; border-bottom: 1pt solid; margin-bottom: 10pt }}
.foot {{ font-size: 8pt; margin-top: 10pt }}
</style>"""


def _box(article: Piece, span: int, design: Design, rng: random.Random) -> tuple[str, Printed]:
    """The HTML of an article `span` columns wide."""
    width = span * design.width + (span - 1) * design.gap
    paragraphs = [f"<p>{escape(text)}</p>" for text in article.body.split("\n")]
    caption = ""
    if rng.random() * 10 < design.photos:
        caption = f"图为{article.title.split(' ')[0][:14]}现场。江帆 摄"
        figure = f"<figure><div></div><figcaption>{escape(caption)}</figcaption></figure>"
        paragraphs.insert(rng.randint(1, len(paragraphs)), figure)
    lines = "<br>".join(escape(line) for line in article.title.split(" "))
    printed = Printed(article.title, article.body, caption)
    if span > 1 and len(article.title) <= 24 and rng.random() * 10 < design.upright:
        inner = width - 2.6 * design.headline * design.size * len(article.title.split(" ")) / 2
        body = f'<div class="cols" style="columns: {span - 1}">{"".join(paragraphs)}</div>'
        side = f"<h1>{lines}</h1>"
        order = (side, body) if rng.random() < 0.7 else (body, side)
        return f'<div class="upright" style="width: {width}pt">{"".join(order)}</div>', printed
    head = f'<h1 class="over">{lines}</h1>'
    return (
        f'<div class="cols" style="width: {width}pt; columns: {span}">{head}{"".join(paragraphs)}</div>',
        printed,
    )


def print_pages(htmls: Sequence[str], folder: Path, chromium: str) -> Iterator[Path]:
    """A PDF file for each HTML page."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        sheet = browser.new_page()
        for number, html in enumerate(htmls, 1):
            sheet.set_content(html)
            path = folder / f"printed-{number:02}.pdf"
            sheet.pdf(path=path, prefer_css_page_size=True, print_background=True)
            yield path
        browser.close()
