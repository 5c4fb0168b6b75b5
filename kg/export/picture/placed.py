"""Printed and scanned pages: each line in its place on the page, as SVG, those of no article in grey."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.export.picture.marks import ArticleMark, shown
from kg.model.records import Aside, Box

# The margin around what is drawn, in points: the size of the paper is not known.
_MARGIN = 12.0
# A line so many times as high as wide is a vertical one; the share of its height that its characters have.
_VERTICAL, _SIZE = 1.5, 0.86


def canvases(marks: Sequence[ArticleMark], aside: Sequence[Aside]) -> str:
    """A drawing for each page with text on it."""
    pages: dict[int, list[tuple[Box | Aside, str]]] = defaultdict(list)
    for line in aside:
        pages[line.page].append((line, f'<g class="a">{_text(line, line.text)}</g>'))
    for mark in marks:
        for box in mark.article.origin.boxes if mark.article.origin else ():
            pages[box.page].append((box, _line(mark, box)))
    return "".join(_canvas(number, pages[number]) for number in sorted(pages))


def _canvas(number: int, placed: Sequence[tuple[Box | Aside, str]]) -> str:
    width = max(box.x1 for box, _ in placed) + _MARGIN
    height = max(box.y1 for box, _ in placed) + _MARGIN
    lines = "".join(line for _, line in placed)
    head = f'<svg viewBox="0 0 {width:.1f} {height:.1f}" role="img" aria-label="p. {number}">'
    return f"<h2>p. {number}</h2>{head}{lines}</svg>"


def _line(mark: ArticleMark, box: Box) -> str:
    """A rectangle with the text of the line fitted into it."""
    text = mark.article.text[box.start : box.end].replace("\n", " ")
    headline = " h" if box.start < len(mark.article.title) else ""
    anchor = f' id="{mark.anchor}"' if box.start == 0 else ""
    return (
        f'<g class="{mark.style}{headline}"{anchor}><title>{mark.label}</title>'
        f'<rect x="{box.x0:.1f}" y="{box.y0:.1f}" '
        f'width="{box.x1 - box.x0:.1f}" height="{box.y1 - box.y0:.1f}"/>'
        f"{_text(box, text)}</g>"
    )


def _text(box: Box | Aside, text: str) -> str:
    """A text fitted into its place."""
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if len(text) > 1 and height > _VERTICAL * width:
        place = f'x="{(box.x0 + box.x1) / 2:.1f}" y="{box.y0:.1f}" writing-mode="vertical-rl"'
        size, length = width * _SIZE, height
    else:
        place = f'x="{box.x0:.1f}" y="{box.y0 + _SIZE * height:.1f}"'
        size, length = height * _SIZE, width
    return (
        f'<text {place} font-size="{size:.1f}" textLength="{length:.1f}" '
        f'lengthAdjust="spacingAndGlyphs">{shown(text)}</text>'
    )
