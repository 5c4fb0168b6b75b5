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
from typing import TYPE_CHECKING, Literal

from tests.chromium import PATIENCE
from tests.reading.typeset import Piece, pieces

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLIO = "2025年9月12日 星期五"
DATE = "2025-09-12"
HEIGHT = 2200
STAFF = "责任编辑：江流 版式：沈舟 校对：白石"
WEATHER = "今日天气 多云转阴 22℃～29℃ 东北风3级"
ADVERT = ("云梦泽家具城", "周年店庆 全场八折", "地址：人民路18号　电话：0791-5550123")
# All that is printed beside the articles.
FURNITURE = f"江南工人报第版要闻{FOLIO}{STAFF}{WEATHER}{''.join(ADVERT)}0123456789（下转上接一二三四五）"


@dataclass(frozen=True)
class Design:
    """How a newspaper is set; lengths in points.

    `span` is how many columns an article may be wide; `upright`, `photos` and `wrapped` say how many articles
    in ten have a vertical headline, a photograph, and a column beside the headline; `marks` is how the font
    squeezes them. A `vertical` page has an article in each tier, its lines from right to left.
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
    wrapped: int = 0
    furniture: bool = True
    marks: Literal["normal", "halt", "palt"] = "normal"
    vertical: bool = False


# Designs that somebody chose, and the pages of a file in each.
DESIGNS = (
    (Design(), 1),
    (Design(columns=5, width=150, size=9.5, headline=2.6, align="center", span=(2, 3), rule=True), 1),
    (Design(columns=3, width=170, gap=22, upright=6, photos=5), 1),
    (Design(columns=5, width=160, wrapped=6, span=(2, 4)), 1),
    (Design(columns=4, photos=3), 2),
    (Design(columns=4, rule=True, marks="halt"), 1),
    (Design(columns=6, vertical=True, upright=0, photos=0, furniture=False), 1),
)


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
        indent=rng.choice([2, 2, 2, 2, 2, 0]),
        span=rng.choice([(1, 2), (1, 3), (2, 3), (2, columns)]),
        rule=rng.random() < 0.5,
        upright=rng.choice([0, 1, 3]),
        photos=rng.choice([0, 2, 4]),
        wrapped=rng.choice([0, 2, 5]),
        furniture=rng.random() < 0.7,
        marks=rng.choice(["normal", "normal", "halt", "palt"]),
    )


def random_designs(rng: random.Random, count: int) -> list[tuple[Design, int]]:
    """Designs that nobody chose, for files of one page and of two in turn."""
    return [(random_design(rng), 1 + number % 2) for number in range(count)]


def set_in(designs: Sequence[tuple[Design, int]], rng: random.Random) -> Iterator[tuple[str, list[Printed]]]:
    """An edition of seven articles a page in each design, drawn from all of ours."""
    every = stock()
    for number, (design, pages) in enumerate(designs):
        yield edition(rng.sample(every, 7 * pages), design, number, pages)


def stock() -> list[Piece]:
    """Every article of ours."""
    texts = [
        json.loads(line)["text"]
        for name in ("press-blind", "press-blind-2")
        for line in (Path(__file__).parents[1] / "data" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    return [*pieces(), *(Piece(*text.split("\n", 1)) for text in texts if "\n" in text)]


def edition(
    articles: Sequence[Piece], design: Design, seed: int, pages: int = 1
) -> tuple[str, list[Printed]]:
    """The HTML of pages with the articles, and what they print.

    The first article of each page goes on upon the next.
    """
    rng = random.Random(seed)  # noqa: S311
    share = -(-len(articles) // pages)
    printed: list[Printed] = []
    sheets: list[str] = []
    rest = ""
    for number in range(1, pages + 1):
        own = list(articles[(number - 1) * share : number * share])
        boxes: list[tuple[int, str]] = []
        if rest:
            boxes.append((min(2, design.columns), rest))
            rest = ""
        for at, article in enumerate(own):
            span = design.columns if design.vertical else rng.randint(*design.span)
            if at == 0 and number < pages:
                box, rest, one = _parted(article, number)
            else:
                box, one = _box(article, span, design, rng)
            boxes.append((span, box))
            printed.append(one)
        if design.furniture:
            boxes.insert(rng.randint(1, len(boxes)), (1, _ADVERT))
        sheets.append(f'<div class="sheet">{_furnished(_rows(boxes, design), number, design)}</div>')
    return f"{_style(design)}<body>{''.join(sheets)}{_FLOW}</body>", printed


def _rows(boxes: Sequence[tuple[int, str]], design: Design) -> str:
    """The boxes set beside one another as far as there is room, then below."""
    rows: list[list[str]] = [[]]
    free = design.columns
    for span, box in boxes:
        span = min(span, design.columns)
        if span > free:
            rows.append([])
            free = design.columns
        free -= span
        width = span * design.width + (span - 1) * design.gap
        rows[-1].append(f'<div style="width: {width}pt">{box.replace("COLUMNS", str(span))}</div>')
    return "".join(f'<div class="row">{"".join(row)}</div>' for row in rows)


_ADVERT = f'<div class="advert"><h2>{ADVERT[0]}</h2>{ADVERT[1]}<br>{ADVERT[2]}</div>'


def _furnished(rows: str, number: int, design: Design) -> str:
    if not design.furniture:
        return rows
    head = '<div class="mast">江南工人报</div>' if number == 1 else ""
    weather = f"<span>{WEATHER}</span>" if number == 1 else ""
    folio = f"<span>第{number}版</span><span>要闻</span><span>{FOLIO}</span>{weather}"
    foot = f'<div class="foot">{STAFF}</div>'
    return f'{head}<div class="folio">{folio}</div>{rows}{foot}'


def _style(design: Design) -> str:
    wide = design.columns * design.width + (design.columns - 1) * design.gap
    space = 0 if design.indent else 0.8 * design.size
    return f"""<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page {{ size: {wide + 80}pt {HEIGHT + 80}pt; margin: 40pt }}
body {{ margin: 0; font: {design.size}pt/{design.leading} "{design.font}"; text-align: justify;
  font-feature-settings: {"normal" if design.marks == "normal" else f'"{design.marks}"'} }}
.sheet {{ width: {wide}pt; break-after: page }}
.row {{ display: flex; gap: {design.gap}pt; margin-bottom: {1.5 * design.size}pt; align-items: flex-start }}
.cols {{ column-gap: {design.gap}pt; {"column-rule: 0.5pt solid" if design.rule else ""} }}
p {{ margin: 0 0 {space}pt; text-indent: {design.indent}em; orphans: 1; widows: 1 }}
p.on {{ text-indent: 0 }} p.off {{ text-align-last: justify; margin: 0 }}
h1 {{ font-size: {design.headline}em; line-height: 1.3; margin: 0 0 0.3em; text-align: {design.align} }}
.over {{ column-span: all }}
.upright {{ display: flex; gap: {design.gap}pt }}
.upright h1 {{ writing-mode: vertical-rl; max-height: 22em }}
.wrapped {{ position: relative }} .wrapped h1, .col {{ position: absolute }}
figure {{ margin: 0.5em 0; break-inside: avoid }}
figure div {{ background: #bbb; height: 90pt }}
figcaption {{ font: {0.85 * design.size}pt/1.4 "Noto Sans CJK SC"; text-indent: 0 }}
.tier {{ writing-mode: vertical-rl; height: {26 * design.size}pt; max-width: {wide}pt;
  margin: 0 0 {1.5 * design.size}pt auto }} .tier h1 {{ margin: 0 0.3em 0 0.6em }}
.mast {{ font-size: 44pt; font-weight: bold }}
.folio {{ display: flex; justify-content: space-between; border-bottom: 1pt solid; margin-bottom: 10pt }}
.foot {{ font-size: 8pt; margin-top: 10pt }}
.advert {{ border: 1pt solid; padding: 6pt; text-align: center }}
</style>"""


# Text poured into columns of different heights, those beside the headline higher than those below it.
_FLOW = """<script>
for (const box of document.querySelectorAll('.wrapped')) {
  const columns = [...box.querySelectorAll('.col')], head = box.querySelector('h1')
  const line = parseFloat(getComputedStyle(box).lineHeight)
  const top = Math.ceil((head.offsetHeight + 8) / line) * line
  const pour = (height) => {
    columns.forEach((column, number) => {
      const below = number < +box.dataset.under
      column.style.top = (below ? top : 0) + 'px'
      column.style.height = (below ? height - top : height) + 'px'
      column.replaceChildren()
    })
    let at = 0
    for (const text of JSON.parse(box.dataset.text)) {
      let rest = text, on = false
      while (rest) {
        if (at === columns.length) return false
        const p = columns[at].appendChild(document.createElement('p'))
        const fits = (n) => {
          p.textContent = rest.slice(0, n)
          return p.offsetTop + p.offsetHeight <= columns[at].clientHeight + 1
        }
        p.classList.toggle('on', on)
        if (fits(rest.length)) break
        let low = 0, high = rest.length
        while (high - low > 1) {
          const middle = (low + high) >> 1
          if (fits(middle)) low = middle
          else high = middle
        }
        fits(low)
        if (low) { p.classList.add('off'); on = true } else p.remove()
        rest = rest.slice(low)
        at += 1
      }
    }
    return true
  }
  let height = top + 2 * line
  while (!pour(height)) height += line
  box.style.height = height + 'px'
}
</script>"""


def _heading(article: Piece) -> str:
    return "<br>".join(escape(line) for line in article.title.split(" "))


def _box(article: Piece, span: int, design: Design, rng: random.Random) -> tuple[str, Printed]:
    """The HTML of an article `span` columns wide."""
    paragraphs = [f"<p>{escape(text)}</p>" for text in article.body.split("\n")]
    if design.vertical:
        tier = f'<div class="tier"><h1>{_heading(article)}</h1>{"".join(paragraphs)}</div>'
        return tier, Printed(article.title, article.body)
    if span > 2 and rng.random() * 10 < design.wrapped:
        return _wrapped(article, span, design), Printed(article.title, article.body)
    caption = ""
    if rng.random() * 10 < design.photos:
        caption = f"图为{article.title.split(' ')[0][:14]}现场。江帆 摄"
        figure = f"<figure><div></div><figcaption>{escape(caption)}</figcaption></figure>"
        paragraphs.insert(rng.randint(1, len(paragraphs)), figure)
    printed = Printed(article.title, article.body, caption)
    text = "".join(paragraphs)
    if span > 1 and len(article.title) <= 24 and rng.random() * 10 < design.upright:
        parts = [
            f"<h1>{_heading(article)}</h1>",
            f'<div class="cols" style="columns: {span - 1}">{text}</div>',
        ]
        return f'<div class="upright">{"".join(parts if rng.random() < 0.7 else parts[::-1])}</div>', printed
    head = f'<h1 class="over">{_heading(article)}</h1>'
    return f'<div class="cols" style="columns: COLUMNS">{head}{text}</div>', printed


def _wrapped(article: Piece, span: int, design: Design) -> str:
    """An article whose last column stands beside its headline."""
    step = design.width + design.gap
    columns = "".join(
        f'<div class="col" style="left: {number * step}pt; width: {design.width}pt"></div>'
        for number in range(span)
    )
    width = (span - 1) * step - design.gap
    head = f'<h1 style="width: {width}pt">{_heading(article)}</h1>'
    text = escape(json.dumps(article.body.split("\n")), quote=True)
    return f'<div class="wrapped" data-under="{span - 1}" data-text="{text}">{head}{columns}</div>'


def _parted(article: Piece, number: int) -> tuple[str, str, Printed]:
    """The two parts of an article that goes on upon the next page, parted within a sentence."""
    at = len(article.body) // 2
    while not article.body[at - 1 : at + 1].isalpha():
        at += 1
    here = "".join(f"<p>{escape(text)}</p>" for text in article.body[:at].split("\n"))
    there = [f"<p>{escape(text)}</p>" for text in article.body[at:].split("\n")]
    there[0] = there[0].replace("<p>", '<p class="on">', 1)
    pages = "一二三四五"
    first = (
        f'<div class="cols" style="columns: COLUMNS"><h1 class="over">{_heading(article)}</h1>{here}'
        f'<p class="on" style="text-align: right">（下转第{pages[number]}版）</p></div>'
    )
    second = (
        f'<div class="cols" style="columns: COLUMNS"><p class="on">（上接第{pages[number - 1]}版）</p>'
        f"{''.join(there)}</div>"
    )
    return first, second, Printed(article.title, article.body)


def print_pages(htmls: Sequence[str], folder: Path, browser: Browser) -> Iterator[Path]:
    """A PDF file for each HTML page."""
    sheet = browser.new_page()
    sheet.set_default_timeout(PATIENCE)
    for number, html in enumerate(htmls, 1):
        sheet.set_content(html)
        path = folder / f"printed-{number:02}.pdf"
        sheet.pdf(path=path, prefer_css_page_size=True, print_background=True)
        yield path
    sheet.close()
