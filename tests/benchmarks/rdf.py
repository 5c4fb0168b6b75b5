"""The graph at a million triples: writing, loading, asking and checking it, beside rdflib alone.

The articles are those of the sample page, again and again with other names of people and towns. Each step
is a process of its own, and its peak memory its own. Seconds are those of the processor, which a busy machine
changes little. rdflib writes Turtle of a tenth of the articles alone: its time grows faster than the graph.
What it writes are terms already made, ours makes them of the graph's claims as it writes.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from kg.artifacts.graph_file import parse_turtle, read_turtle
from kg.artifacts.names import ARTICLES, TURTLE
from kg.building.builder import load, load_report
from kg.export.rdf import nquads
from kg.export.rdf.graph import dataset, to_turtle
from kg.query.answers import SelectResult
from kg.query.engine import Dataset, ShippedQuery, shipped_queries
from kg.validation import validate
from tests.benchmarks.bench import SAMPLE
from tests.benchmarks.bench import watched as run_kg

ON_A_PAGE = 8
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "明华文海云晓志建国秋春兰竹松柏青山川江河湖雨雪晴岚宇辰逸安宁和静远航"
TOWNS = "云青白石柳清长永安平和新金龙凤沙江河湖山林泉松竹梅兰桂榆枫桐"

Laps = dict[str, float]


# ---- the articles


def write_articles(folder: Path, count: int) -> None:
    """A build's articles and report, without its graph."""
    run_kg("build", SAMPLE, "--output", folder)
    page = (folder / ARTICLES).read_text("utf-8").splitlines(keepends=True)
    with (folder / ARTICLES).open("w", encoding="utf-8") as file:
        for copy in range(count // ON_A_PAGE):
            file.writelines(renamed(page, copy))


def renamed(page: list[str], copy: int) -> list[str]:
    """The page with names as long as its own, so that offsets stay."""
    chance = random.Random(copy)  # noqa: S311
    entities = [entity for line in page for entity in json.loads(line)["entities"]]
    people = {entity["name"] for entity in entities if entity["type"] == "Person"}
    towns = {entity["name"][:2] for entity in entities if entity.get("code")}
    names = {
        "page-": f"page-{copy:05}-",
        "page.txt": f"page-{copy:05}.txt",
        **{name: chance.choice(SURNAMES) + letters(GIVEN, len(name) - 1, chance) for name in sorted(people)},
        **{town: letters(TOWNS, len(town), chance) for town in sorted(towns)},
    }
    pattern = re.compile("|".join(sorted(names, key=len, reverse=True)))
    return [pattern.sub(lambda match: names[match[0]], line) for line in page]


def letters(choice: str, count: int, chance: random.Random) -> str:
    return "".join(chance.choice(choice) for _ in range(count))


# ---- steps, each with the seconds of its parts


@contextmanager
def lap(laps: Laps, name: str) -> Iterator[None]:
    start = time.process_time()
    yield
    laps[name] = time.process_time() - start


def write(folder: Path) -> Laps:
    laps: Laps = {}
    graph, report = load(folder), load_report(folder)
    with lap(laps, "write Turtle"):
        (folder / TURTLE).write_text(to_turtle(graph, report), "utf-8")
    with lap(laps, "write N-Quads"):
        (folder / "graph.nq").write_bytes(nquads.write(dataset(graph, report)))
    return laps


def load_turtle(folder: Path) -> Laps:
    laps: Laps = {}
    with lap(laps, "load Turtle"):
        store, _ = parse_turtle(read_turtle(folder / TURTLE))
    laps["triples"] = len(store)
    return laps


def rdflib_alone(folder: Path) -> Laps:
    import rdflib

    laps: Laps = {}
    graph = rdflib.Graph()
    with lap(laps, "load Turtle"):
        graph.parse(folder / TURTLE)
    with lap(laps, "write N-Quads"):
        graph.serialize(folder / "rdflib.nt", format="nt", encoding="utf-8")
    return laps


def rdflib_turtle(folder: Path) -> Laps:
    import rdflib

    laps: Laps = {}
    graph = rdflib.Graph().parse(folder / TURTLE)
    with lap(laps, "write Turtle"):
        graph.serialize(folder / "rdflib.ttl", format="turtle")
    return laps


def queries(folder: Path) -> Laps:
    """Each shipped query with its first parameter fixed to something that the first page says."""
    laps: Laps = {}
    graph, page = Dataset(folder), Dataset(folder / "page")
    for query in shipped_queries():
        fixed = first_parameter(page, query)
        with lap(laps, " ".join([query.name, *(f"{name}={value}" for name, value in fixed.items())])):
            graph.run(query.name, fixed)
    return laps


def first_parameter(page: Dataset, query: ShippedQuery) -> dict[str, str]:
    found = page.run(query.name)
    if not (query.parameters and isinstance(found, SelectResult) and found.terms):
        return {}
    name = query.parameters[0].name
    term = found.terms[0][found.variables.index(name)]
    return {name: term.value} if isinstance(term, ox.NamedNode | ox.Literal) else {}


def validation(folder: Path) -> Laps:
    laps: Laps = {}
    with lap(laps, "validate"):
        if findings := validate(folder):
            raise SystemExit(f"the graph is unsound: {findings[0]}")
    return laps


def apart(step: Callable[[Path], Laps], folder: Path) -> tuple[Laps, float]:
    """What a step measures, and its peak memory in megabytes, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(watched, (step, folder))


def watched(step: Callable[[Path], Laps], folder: Path) -> tuple[Laps, float]:
    laps = step(folder)
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))
    return laps, int(kilobytes) / 1e3


# ---- the tables


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=2_200, help="default: 2200, a million triples")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as place:
        whole, page, tenth, thousand = (
            Path(place) / name for name in ("whole", "whole/page", "tenth", "1000")
        )
        for folder, articles in (
            (whole, options.articles),
            (page, ON_A_PAGE),
            (tenth, options.articles // 10),
            (thousand, 1_000),
        ):
            write_articles(folder, articles)
        written, writing = apart(write, whole)
        tenth_written, _ = apart(write, tenth)
        apart(write, page)
        apart(write, thousand)
        loaded, loading = apart(load_turtle, whole)
        theirs, their_memory = apart(rdflib_alone, whole)
        their_turtle, _ = apart(rdflib_turtle, tenth)
        asked, asking = apart(queries, whole)
        checked, checking = apart(validation, thousand)

    triples = loaded.pop("triples")
    speeds = Table("step", "ours, s", "rdflib, s", "times as fast", box=MARKDOWN)
    for step, mine, other in (
        ("load Turtle", loaded, theirs),
        ("write Turtle", written, {}),
        ("write N-Quads", written, theirs),
        ("write Turtle", tenth_written, their_turtle),
    ):
        name = f"{step}, a tenth" if mine is tenth_written else step
        compared = [f"{other[step]:.1f}", f"{other[step] / mine[step]:.0f}"] if other else ["", ""]
        speeds.add_row(name, f"{mine[step]:.2f}", *compared)
    slowest = Table("query", "seconds", box=MARKDOWN)
    for name, seconds in sorted(asked.items(), key=lambda item: -item[1]):
        slowest.add_row(name, f"{seconds:.3f}")
    console = Console()
    console.print(f"{triples:,.0f} triples", speeds, slowest)
    peaks = {"writing": writing, "loading": loading, "asking": asking, "rdflib": their_memory}
    console.print("peak MB:", ", ".join(f"{name} {memory:.0f}" for name, memory in peaks.items()))
    console.print(f"median query: {statistics.median(asked.values()):.3f} s")
    console.print(f"validating 1,000 articles: {checked['validate']:.1f} s, {checking:.0f} MB")


if __name__ == "__main__":
    main()
