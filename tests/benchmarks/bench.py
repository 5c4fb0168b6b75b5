"""How fast a build is and how much memory it takes: one page from a cold start, and many copies of it.

Each figure is the median of several whole runs of `kg build`, each in a process of its own, so that
starting Python and loading the model count; the peak is of all its processes together. A second table tells
the same of `kg read`, which takes pages apart and seeks nothing in them: text layers, and, where Chromium
prints them, PDF pages and scans of these at 300 dots an inch.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

import kg

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.chromium import CHROMIUM, launched
from tests.reading.printed import Design, print_pages, set_in
from tests.reading.scanned import CLEAN, scanned

# So many pages are printed and scanned.
PRINTED, SCANNED = 20, 2
SAMPLE = Path(kg.__file__).parent / "data" / "sample" / "page.txt"


def run(source: Path, workers: int) -> tuple[float, int, int]:
    """Seconds, peak bytes and articles of one build."""
    with tempfile.TemporaryDirectory() as output:
        seconds, peak = watched("build", source, "--output", output, "--workers", str(workers))
        report = json.loads((Path(output) / "build.json").read_text("utf-8"))
        return seconds, peak, report["counts"]["articles"]


def watched(*arguments: str | Path) -> tuple[float, int]:
    """Seconds and peak bytes of one command of the program."""
    start = time.perf_counter()
    process = psutil.Popen([sys.executable, "-m", "kg", *arguments], stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory(process))
        time.sleep(0.01)
    if process.returncode:
        raise SystemExit(f"kg {arguments[0]} failed with exit code {process.returncode}")
    return time.perf_counter() - start, peak


def memory(process: psutil.Process) -> int:
    """Resident bytes of a process and its children."""
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            total += one.memory_info().rss
        except psutil.Error:  # it ended in the meantime
            continue
    return total


def copies(count: int, folder: Path) -> Path:
    """The articles of the sample page, `count` times under different ids."""
    from kg.reading import read_file

    articles = read_file(SAMPLE)
    path = folder / "copies.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            for article in articles:
                record = {"id": f"{n:05}-{article.id}", "title": article.title, "text": article.text}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def pages(count: int, folder: Path) -> Path:
    """A folder with the sample page as `count` files, no two the same."""
    text = SAMPLE.read_text("utf-8")
    place = folder / "pages"
    place.mkdir()
    for n in range(count):
        (place / f"{n:05}.txt").write_text(text.replace("总工会", f"总工会{n}", 1), "utf-8")
    return place


def printed(folder: Path) -> Iterator[tuple[str, Path, int]]:
    """Folders of PDF files and of scans of some: what they are, and how many pages they hold."""
    if CHROMIUM is None:
        return
    paper, glass = folder / "printed", folder / "scanned"
    for place in (paper, glass):
        place.mkdir()
    editions = set_in([(Design(), 1)] * PRINTED, random.Random(1))  # noqa: S311 (a page, not a password)
    with launched() as browser:
        files = list(print_pages([html for html, _ in editions], paper, browser))
    yield "PDF pages", paper, PRINTED
    for number, file in enumerate(files[:SCANNED]):
        picture = scanned(file, 300, CLEAN, number)
        picture.rename(glass / picture.name)
    yield "scans", glass, SCANNED


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", type=int, default=100, help="how often the page is copied (default: 100)")
    parser.add_argument(
        "--repeat", type=int, default=5, help="how many runs a figure is the median of (default: 5)"
    )
    options = parser.parse_args()

    builds = Table("input", "workers", "articles", "seconds", "articles/s", "peak MB", box=MARKDOWN)
    with tempfile.TemporaryDirectory() as folder:
        many = copies(options.copies, Path(folder))
        for name, source, workers in (
            ("one page, cold start", SAMPLE, 1),
            (f"{options.copies} copies", many, 1),
            (f"{options.copies} copies", many, 2),
        ):
            runs = [run(source, workers) for _ in range(options.repeat)]
            seconds, peak, articles = (statistics.median(figures) for figures in zip(*runs, strict=True))
            builds.add_row(
                name,
                str(workers),
                f"{articles:.0f}",
                f"{seconds:.2f}",
                f"{articles / seconds:.0f}",
                f"{peak / 1e6:.0f}",
            )
        reads = Table("read alone", "pages", "seconds", "pages/s", "peak MB", box=MARKDOWN)
        for name, source, count in (
            ("one page, cold start", SAMPLE, 1),
            (f"{options.copies} pages", pages(options.copies, Path(folder)), options.copies),
            *printed(Path(folder)),
        ):
            measured = [watched("read", source, "--json") for _ in range(options.repeat)]
            seconds, peak = (statistics.median(each) for each in zip(*measured, strict=True))
            figures = (f"{seconds:.2f}", f"{count / seconds:.2g}", f"{peak / 1e6:.0f}")
            reads.add_row(name, str(count), *figures)
    console = Console()
    console.print(builds, reads)


if __name__ == "__main__":
    main()
