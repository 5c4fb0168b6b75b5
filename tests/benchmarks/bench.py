"""How fast a build is and how much memory it takes: one page from a cold start, and many copies of it.

Each figure is the median of several whole runs of `kg build`, each in a process of its own, so that
starting Python and loading the model count; the peak is of all its processes together.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

import kg

SAMPLE = Path(kg.__file__).parent / "data" / "sample" / "page.txt"


def run(source: Path, workers: int) -> tuple[float, int, int]:
    """Seconds, peak bytes and articles of one build."""
    with tempfile.TemporaryDirectory() as output:
        command = [sys.executable, "-m", "kg", "build", source, "--output", output, "--workers", str(workers)]
        start = time.perf_counter()
        process = psutil.Popen(command, stdout=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, memory(process))
            time.sleep(0.01)
        seconds = time.perf_counter() - start
        if process.returncode:
            raise SystemExit(f"the build failed with exit code {process.returncode}")
        report = json.loads((Path(output) / "build.json").read_text("utf-8"))
        return seconds, peak, report["counts"]["articles"]


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


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", type=int, default=100, help="how often the page is copied (default: 100)")
    parser.add_argument(
        "--repeat", type=int, default=5, help="how many runs a figure is the median of (default: 5)"
    )
    options = parser.parse_args()

    table = Table("input", "workers", "articles", "seconds", "articles/s", "peak MB", box=MARKDOWN)
    with tempfile.TemporaryDirectory() as folder:
        many = copies(options.copies, Path(folder))
        for name, source, workers in (
            ("one page, cold start", SAMPLE, 1),
            (f"{options.copies} copies", many, 1),
            (f"{options.copies} copies", many, 2),
        ):
            runs = [run(source, workers) for _ in range(options.repeat)]
            seconds, peak, articles = (statistics.median(figures) for figures in zip(*runs, strict=True))
            table.add_row(
                name,
                str(workers),
                f"{articles:.0f}",
                f"{seconds:.2f}",
                f"{articles / seconds:.0f}",
                f"{peak / 1e6:.0f}",
            )
    Console().print(table)


if __name__ == "__main__":
    main()
