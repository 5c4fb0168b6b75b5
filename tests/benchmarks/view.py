"""How fast the view opens and answers, beside a plain pyvis page of the same graph, in headless Chromium.

Invented graphs of several sizes (town.py). The first picture is the time from opening the file to the first
frame with the graph in it; the other figures are the longest that the page stands still when a reader asks:
the worst of all filters, of search, of choosing a node, of its neighbourhood in three steps, of a zoom.

    python -m tests.benchmarks.view
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as Timeout
from pyvis.network import Network
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from kg.export.html import to_html
from kg.graph import KnowledgeGraph
from tests.benchmarks import town
from tests.chromium import launched
from tests.export.html.viewing import opened

SIZES = (100, 1_000, 5_000, 20_000)
RUNS = 3
SCREEN: Any = {"width": 1440, "height": 900}

FIRST_FRAME = """() => new Promise((tell) =>
    requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now() / 1000))))"""
IS_DRAWN = """() => {
    const canvas = document.querySelector("canvas");
    if (!canvas || !canvas.width) return false;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return new Uint32Array(data.buffer).some((pixel, _, all) => pixel !== all[0]);
}"""

# What a reader asks for, of what tests reach inside the page; each runs once and tells how long nothing else
# could happen.
ASKED = {
    "filter": [
        "changeState({ off: ['Event'] })",
        "changeState({ off: [], without: ['attended'] })",
        "changeState({ without: [], sure: 95 })",
        "changeState({ sure: 0, since: '2025-06-01', until: '2025-06-30' })",
        "changeState({ since: '', until: '', article: inside.articles[0] })",
        "changeState({ article: null, fold: true })",
        "changeState({ fold: false, articles: true })",
        "changeState({ articles: false })",
    ],
    "search": ["findNodes('总工会')", "findNodes('zgh')", "findNodes('云')"],
    "choose": ["chooseNode(inside.nodesByRank[0])", "chooseNode(inside.nodesByRank.at(-1))"],
    "3 steps": ["showAround(inside.nodesByRank[0], 3)", "showEverything()"],
    "zoom": [
        "framePlaces([inside.mapPlace(inside.nodesByRank[0])], { closest: 0.4 })",
        "fitPicture()",
    ],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="entities of the graphs")
    parser.add_argument("--patience", type=float, default=60, help="seconds to wait for pyvis")
    options = parser.parse_args()
    table = Table("entities", "nodes", "page s", "MB", "first picture s", box=MARKDOWN)
    for name in (*(f"{name} ms" for name in ASKED), "pyvis MB", "pyvis first picture s"):
        table.add_column(name)
    with launched() as browser, tempfile.TemporaryDirectory() as folder:
        page_of_pyvis = Path(folder) / "pyvis.html"
        is_patient = True
        for size in sorted(options.sizes):
            graph = town.graph(size)
            ours = our_figures(browser, graph, Path(folder) / "graph.html")
            write_with_pyvis(graph, page_of_pyvis)
            # A larger graph takes longer: where patience ended once, it is not tried again.
            seconds = pyvis_seconds(browser, page_of_pyvis, options.patience) if is_patient else None
            is_patient = seconds is not None
            theirs = f"> {options.patience:.0f}" if seconds is None else f"{seconds:.1f}"
            table.add_row(f"{size:,}", f"{len(graph.network):,}", *ours, megabytes(page_of_pyvis), theirs)
    Console(width=200).print(table)


def our_figures(browser: Browser, graph: KnowledgeGraph, path: Path) -> list[str]:
    start = time.perf_counter()
    path.write_text(to_html(graph), encoding="utf-8")
    seconds = time.perf_counter() - start
    first, worst = [], []
    for _ in range(RUNS):
        page = page_at(browser, opened(path))
        first.append(page.evaluate(FIRST_FRAME))
        worst.append({name: max(map(page_still(page), asked)) for name, asked in ASKED.items()})
        page.context.close()
    told = [f"{statistics.median(run[name] for run in worst):.0f}" for name in ASKED]
    return [f"{seconds:.1f}", megabytes(path), f"{statistics.median(first):.2f}", *told]


def page_at(browser: Browser, path: Path) -> Page:
    context = browser.new_context(offline=True, viewport=SCREEN, reduced_motion="reduce")
    page = context.new_page()
    page.goto(path.as_uri())
    return page


def page_still(page: Page) -> Any:
    """Milliseconds from an action to its frame."""

    def ask(action: str) -> float:
        return float(
            page.evaluate(
                f"""() => new Promise((tell) => {{
                    const start = performance.now();
                    inside.{action};
                    requestAnimationFrame(() => setTimeout(() => tell(performance.now() - start)));
                }})"""
            )
        )

    return ask


def write_with_pyvis(graph: KnowledgeGraph, path: Path) -> None:
    """A page as pyvis makes it, everything at its default."""
    network = Network(directed=True, cdn_resources="in_line")
    for node, known in graph.network.nodes(data=True):
        if known["type"] != "Article":
            network.add_node(node, label=known["name"])
    for claim in graph.claims():
        network.add_edge(claim.subject, claim.object)
    path.write_text(network.generate_html(), encoding="utf-8")


def pyvis_seconds(browser: Browser, path: Path, patience: float) -> float | None:
    """Seconds to the first picture; None if it does not come in time."""
    context = browser.new_context(offline=True, viewport=SCREEN)
    page = context.new_page()
    start = time.perf_counter()
    try:
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function(IS_DRAWN, timeout=patience * 1000, polling=50)
        return time.perf_counter() - start
    except Timeout:
        return None
    finally:
        context.close()


def megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f}"


if __name__ == "__main__":
    main()
