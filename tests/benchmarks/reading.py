"""How well pages are read: text layers, printed pages, scans of them.

    python tests/benchmarks/reading.py [--seed N] [--files N] [--scans N]

Text layers are those in ../shared, a folder of development data beside the repository, where it is there.

The printed pages are our own articles, set by Chromium in the designs of the tests and in random ones that
`--seed` draws: with a seed of your own nobody has looked at them.

The scans are pages in such designs, made pictures of, worn and read back. What the layout does not take apart
even with the text layer in hand is left out, so that the recogniser is measured. The character error rate is
the edit distance of an article's text to the nearest one found, white space aside.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.reading import read_file
from tests.chromium import CHROMIUM, launched
from tests.reading.printed import (
    DESIGNS,
    Design,
    Printed,
    edition,
    print_pages,
    random_design,
    random_designs,
    set_in,
    stock,
)
from tests.reading.scanned import CLEAN, POOR, USED, Wear, scanned
from tests.reading.scored import Score, known, score
from tests.reading.typeset import without_space

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHARED = Path(__file__).parents[2] / ".." / "shared"
# Articles on a scanned page; how its scans are worn.
ARTICLES = 5
WEARS = (("clean", CLEAN), ("used", USED), ("poor", POOR))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=20250912, help="what draws designs and articles")
    parser.add_argument("--files", type=int, default=10, help="printed files in random designs (default: 10)")
    parser.add_argument("--scans", type=int, default=2, help="scanned pages (default: 2)")
    options = parser.parse_args()

    console = Console(width=120)
    pages = Table(
        "pages", "articles", "whole", "with headline", "more", "characters lost", "invented", box=MARKDOWN
    )
    if SHARED.is_dir():
        folder = SHARED / "pages"
        _row(pages, "text layers", [(page, known(page)) for page in sorted((folder / "dev").glob("*.txt"))])
        _row(pages, "a real page", [(folder / "union-news-page.txt", _gold())])
    if CHROMIUM is None:
        console.print(pages, "Without Chromium no page can be printed.")
        return
    with tempfile.TemporaryDirectory() as folder_name, launched() as browser:
        rng = random.Random(options.seed)  # noqa: S311 (a page, not a password)
        place = Path(folder_name)
        for name, designs in (
            ("printed, the tests' designs", DESIGNS),
            ("printed, random designs", random_designs(rng, options.files)),
        ):
            _row(pages, name, _printed(designs, rng, place, browser))
        console.print(pages)
        if options.scans:
            console.print(_scans(options.scans, rng, place, browser))


def _gold() -> list[Printed]:
    """What stands on the real page."""
    truth = known(SHARED / "gold" / "union-news-page.jsonl")
    return [Printed(one.title, one.body.removeprefix(one.title)) for one in truth]


def _row(table: Table, name: str, files: Sequence[tuple[Path, list[Printed]]]) -> None:
    total = sum((score(read_file(file), truth) for file, truth in files), Score())
    figures = (total.whole, total.titled, total.more, total.lost, total.invented)
    table.add_row(f"{name} ({len(files)} files)", str(total.articles), *map(str, figures))


def _printed(
    designs: Sequence[tuple[Design, int]], rng: random.Random, place: Path, browser: Browser
) -> list[tuple[Path, list[Printed]]]:
    editions = list(set_in(designs, rng))
    files = print_pages([html for html, _ in editions], place, browser)
    return [(file, truth) for file, (_, truth) in zip(files, editions, strict=True)]


def _scans(count: int, rng: random.Random, place: Path, browser: Browser) -> Table:
    articles = stock()
    sheets = [edition(rng.sample(articles, ARTICLES), random_design(rng), n) for n in range(count)]
    files = list(print_pages([html for html, _ in sheets], place, browser))
    truths = [_readable(file, printed) for file, (_, printed) in zip(files, sheets, strict=True)]
    table = Table(
        "scans, dpi", "wear", "characters wrong", "articles whole", "names repaired", "s/page", box=MARKDOWN
    )
    for dpi in (200, 300):
        for name, wear in WEARS:
            table.add_row(str(dpi), name, *_scanned(files, truths, dpi, wear))
    return table


def _readable(file: Path, printed: Sequence[Printed]) -> list[str]:
    """The texts, white space aside, that are read whole from the PDF file itself."""
    found = {without_space(article.text) for article in read_file(file)}
    return sorted(found & {without_space(one.title + one.body + one.caption) for one in printed})


def _scanned(files: Sequence[Path], truths: Sequence[Sequence[str]], dpi: int, wear: Wear) -> list[str]:
    wrong = characters = whole = count = repaired = 0
    seconds = 0.0
    for number, (file, truth) in enumerate(zip(files, truths, strict=True)):
        picture = scanned(file, dpi, wear, 100 * number)
        start = time.perf_counter()
        found = read_file(picture)
        seconds += time.perf_counter() - start
        repaired += sum(len(article.origin.misread) for article in found if article.origin)
        texts = [without_space(article.text) for article in found]
        for meant in truth:
            wrong += min(distance(meant, text) for text in texts)
            characters, count, whole = characters + len(meant), count + 1, whole + (meant in texts)
    figures = (f"{wrong / characters:.2%}", f"{whole} of {count}", str(repaired))
    return [*figures, f"{seconds / len(files):.1f}"]


def distance(one: str, other: str) -> int:
    """The edit distance of two texts, or the length of the first where they share little."""
    if len(set(one) & set(other)) < len(set(one)) / 2:
        return len(one)
    above = list(range(len(other) + 1))
    for row, a in enumerate(one, 1):
        here = [row]
        for column, b in enumerate(other, 1):
            here.append(min(above[column] + 1, here[-1] + 1, above[column - 1] + (a != b)))
        above = here
    return min(above[-1], len(one))


if __name__ == "__main__":
    main()
