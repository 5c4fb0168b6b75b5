"""Lines and blocks of a page drawn by hand, in type of ten points for texts and of twenty for headlines."""

from __future__ import annotations

from kg.reading.layout.text_blocks import TextBlock
from kg.reading.layout.text_lines import TextLine
from kg.reading.offset_text import OffsetText

SIZE, LARGE, LEADING = 10.0, 20.0, 15.0


def line(text: str, left: float, top: float, size: float = SIZE, page: int = 1) -> TextLine:
    right = left + size * len(text)
    return TextLine(OffsetText.of(text, 0, len(text)), page, left, top, right, top + size, size)


def upright(text: str, left: float, top: float, size: float = LARGE) -> TextLine:
    bottom = top + size * len(text)
    return TextLine(OffsetText.of(text, 0, len(text)), 1, left, top, left + size, bottom, size, vertical=True)


def text(left: float, top: float, *lines: str) -> TextBlock:
    """A text whose column begins at `left`; the first of its lines may be indented by ideographic spaces."""
    placed = []
    for number, words in enumerate(lines):
        ink = words.lstrip("　")
        placed.append(line(ink, left + SIZE * (len(words) - len(ink)), top + LEADING * number))
    return TextBlock(tuple(placed), left)


def headline(words: str, left: float, top: float) -> TextBlock:
    return TextBlock((line(words, left, top, LARGE),), left, large=True)


def vertical_headline(words: str, left: float, top: float) -> TextBlock:
    return TextBlock((upright(words, left, top),), left, large=True)
