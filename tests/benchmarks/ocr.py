"""How well scans are read: pages of our own articles, printed, made pictures of, worn, and read back.

    python tests/benchmarks/ocr.py [pages]

For each resolution and each wear: character error rate (edit distance of an article's text to the nearest
one found, white space aside), articles read whole, seconds a page on one core. What the layout does not take
apart even with the text layer in hand is left out, so that the recogniser is measured, and counted.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.reading import read_file
from tests.reading.printed import Printed, edition, print_pages, random_design, stock
from tests.reading.scanned import CLEAN, POOR, USED, Wear, scanned
from tests.reading.typeset import without_space

# Articles on a page; the seed of everything drawn.
_ARTICLES, _SEED = 5, 20250912
_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def main(pages: int) -> None:
    """Print the table."""
    if _CHROMIUM is None:
        sys.exit("Chromium is needed to print the pages")
    with tempfile.TemporaryDirectory() as folder:
        sheets = list(_sheets(pages))
        files = list(print_pages([html for html, _ in sheets], Path(folder), _CHROMIUM))
        truths = [_readable(file, printed) for file, (_, printed) in zip(files, sheets, strict=True)]
        every = sum(len(printed) for _, printed in sheets)
        print(f"Read whole from the text layer: {sum(map(len, truths))} of {every} articles\n")
        print("| dpi | wear | characters wrong | articles whole | names repaired | seconds a page |")
        print("|---|---|---|---|---|---|")
        for dpi in (200, 300):
            for name, wear in (("clean", CLEAN), ("used", USED), ("poor", POOR)):
                _measure(files, truths, dpi, name, wear)


def _sheets(pages: int) -> Iterator[tuple[str, list[Printed]]]:
    rng = random.Random(_SEED)  # noqa: S311 (a page, not a password)
    articles = stock()
    for number in range(pages):
        yield edition(rng.sample(articles, _ARTICLES), random_design(rng), number)


def _readable(file: Path, printed: list[Printed]) -> list[str]:
    """The texts, white space aside, that are read whole from the PDF file itself."""
    found = {without_space(article.text) for article in read_file(file)}
    return sorted(found & {without_space(one.title + one.body + one.caption) for one in printed})


def _measure(files: list[Path], truths: list[list[str]], dpi: int, name: str, wear: Wear) -> None:
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
    print(
        f"| {dpi} | {name} | {wrong / characters:.2%} | {whole} of {count} | {repaired} "
        f"| {seconds / len(files):.1f} |",
        flush=True,
    )


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
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
