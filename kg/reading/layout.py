"""Pages of placed text, as a PDF or a recogniser of scans gives them, to articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.reading.byline import find_credits
from kg.reading.page import read_page
from kg.reading.traced import join
from kg.records import Article, Origin
from kg.script import simplified


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A run of text on one line of one page; lengths in points, the origin is the page's top left corner.

    `page` counts from 1, `size` is the height of the characters, `confidence` how sure their reading is;
    `vertical` runs read from top to bottom.
    """

    text: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    confidence: float = 1.0
    vertical: bool = False


def read_layout(path: Path, pages: Sequence[Sequence[Glyphs]]) -> Iterator[Article | InputError]:
    """The articles of the pages of one file, each with the boxes in which it stands."""
    runs = [run for page in pages for run in sorted(page, key=lambda run: (run.x0, run.y0))]
    raw = "\n".join(run.text for run in runs)
    starts: list[int] = []
    for run in runs:
        starts.append(starts[-1] + len(runs[len(starts) - 1].text) + 1 if starts else 0)
    page = read_page(simplified(raw))
    if not page.articles:
        raise InputError("the page holds no article, only furniture: give a page with text")
    for number, article in enumerate(page.articles, 1):
        title, body = article.title.of_file(raw), article.body.of_file(raw)
        whole = join([part for part in (title, body) if part.text], "\n")
        yield Article(
            id=f"{path.stem}-{number:02}",
            title=title.text,
            text=whole.text,
            date=page.date,
            byline=find_credits(whole.text),
            origin=Origin(str(path), whole.offsets),
        )
