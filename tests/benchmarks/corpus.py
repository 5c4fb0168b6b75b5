"""A whole corpus built: what became of every article, and where time and memory go.

    make corpus CORPUS=path/to/articles.jsonl
    python -m tests.benchmarks.corpus FILE… --output DIR [--workers N] [--rdflib]

A FILE is anything that `kg build` reads, or such a file packed as .xz or .gz. The build takes place in this
process and those that it starts. Its processor time is told by stage: that of the other processes is the
annotation's. A busy machine makes it longer, too. Memory is looked at ten times a second: each process has
its largest resident size, and these are added up, though processes need not be largest at one time.

Then the Turtle is read by parsers that are not ours to count its triples, and each article that was read is
sought in articles.jsonl. The exit code is 1 where one is neither there nor named by a problem, where a line
of a table is neither an article nor named, and where there is more than one problem to a thousand articles.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import re
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psutil
import pyoxigraph as ox
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from kg.artifacts.names import ARTICLES, FILES, TURTLE
from kg.artifacts.report import Report
from kg.building import builder
from kg.building.intake import Intake
from kg.graph import KnowledgeGraph
from kg.model.errors import KGError
from kg.model.records import Article, Problem

PACKED = {".xz": lzma.open, ".gz": gzip.open}
# One problem to so many articles is still good.
ARTICLES_PER_PROBLEM = 1_000
# The stage that begins with each step of a build.
STEPS = {"linked": "annotation", "checking": "graph", "writing": "writing"}
STAGES = ("reading", "annotation", "graph", "validation", "writing", "starting")


# ---- time


@dataclass
class Clock:
    """Seconds of the clock and of this process's processors by stage; one stage interrupts another."""

    wall: Counter[str] = field(default_factory=Counter)
    processor: Counter[str] = field(default_factory=Counter)
    _stages: list[str] = field(default_factory=lambda: ["starting"])
    _since: tuple[float, float] = field(default_factory=lambda: (time.perf_counter(), time.process_time()))

    def lap(self) -> None:
        """Put down what has passed for the stage that is on."""
        now = time.perf_counter(), time.process_time()
        self.wall[self._stages[-1]] += now[0] - self._since[0]
        self.processor[self._stages[-1]] += now[1] - self._since[1]
        self._since = now

    def begin(self, step: str) -> None:
        """Let a step of the build be the stage that others interrupt."""
        self.lap()
        self._stages[0] = STEPS[step]

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self.lap()
        self._stages.append(name)
        try:
            yield
        finally:
            self.lap()
            self._stages.pop()

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            with self.stage(stage):
                return function(*args, **kwargs)

        return run

    def stream(self, stage: str, function: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        """A generator each step of which is of a stage."""

        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> Iterator[Any]:
            found = function(*args, **kwargs)
            while True:
                with self.stage(stage):
                    one = next(found, self)
                if one is self:
                    return
                yield one

        return run


# ---- memory, and the processor time of other processes


class Watch:
    """The largest resident size of this process and of each that it starts, and their processor time."""

    def __init__(self) -> None:
        self.peaks: Counter[int] = Counter()
        self.children: dict[int, float] = {}
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        this = psutil.Process()
        while not self._done.wait(0.1):
            for process in (this, *this.children(recursive=True)):
                try:
                    size, times = process.memory_info().rss, process.cpu_times()
                except psutil.Error:  # it ended in the meantime
                    continue
                self.peaks[process.pid] = max(self.peaks[process.pid], size)
                if process != this:
                    self.children[process.pid] = times.user + times.system


# ---- the build


@dataclass(frozen=True)
class Outcome:
    """A build, the articles that were read for it, and what it took."""

    report: Report
    read: Sequence[Article]
    clock: Clock
    watch: Watch


def build(inputs: Sequence[Path], output: Path, workers: int) -> Outcome:
    clock, read = Clock(), list[Article]()
    articles = Intake.articles

    def remembering(intake: Intake) -> Iterator[Article]:
        for article in articles(intake):
            read.append(article)
            yield article

    graph_of = KnowledgeGraph.from_articles
    with (
        patch.object(Intake, "articles", clock.stream("reading", remembering)),
        patch.object(builder, "annotated", clock.stream("annotation", builder.annotated)),
        patch.object(KnowledgeGraph, "from_articles", clock.timed("graph", graph_of)),
        patch.object(builder, "sound", clock.timed("validation", builder.sound)),
        patch.object(builder, "to_turtle", clock.timed("writing", builder.to_turtle)),
        Watch() as watch,
    ):
        report = builder.build(
            list(inputs), output, workers=workers, progress=lambda step, _: clock.begin(step)
        )
        clock.lap()
    return Outcome(report, read, clock, watch)


@contextmanager
def unpacked(inputs: Sequence[Path]) -> Iterator[list[Path]]:
    """The files themselves, and those that are packed unpacked in a folder for the time being."""
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for number, path in enumerate(inputs):
            if opened := PACKED.get(path.suffix):
                plain = Path(folder, str(number), path.stem)
                plain.parent.mkdir()
                with opened(path) as packed, plain.open("wb") as file:
                    shutil.copyfileobj(packed, file)
                path = plain
            found.append(path)
        yield found


# ---- what became of the articles


def lost(outcome: Outcome, output: Path) -> list[str]:
    """What is missing and named by no problem: articles by their ids, lines of tables by their number."""
    problems = outcome.report.problems
    with (output / ARTICLES).open(encoding="utf-8") as file:
        written = {json.loads(line)["id"] for line in file}
    named = [
        article.id
        for article in outcome.read
        if article.id not in written and not any(repr(article.id) in one.message for one in problems)
    ]
    return [*named, *unread(outcome)]


def unread(outcome: Outcome) -> Iterator[str]:
    """The tables of which more lines gave no article than are named."""
    for source in outcome.report.inputs:
        if not source.path.endswith(".jsonl"):
            continue
        with Path(source.path).open(encoding="utf-8") as file:
            lines = sum(not line.isspace() for line in file)
        told = (*outcome.report.problems, *outcome.report.notes)
        named = sum(stands_for(one) for one in told if one.path == source.path and is_of_reading(one))
        if lines > source.articles + named:
            yield f"{lines - source.articles - named} lines of {source.path}"


def stands_for(problem: Problem) -> int:
    """How many a problem or note is: “and 7 more of this file”."""
    more = re.fullmatch(r"and (\d+) more of this file", problem.message)
    return int(more[1]) if more else 1


def is_of_reading(problem: Problem) -> bool:
    return kind(problem) == "reading"


def kind(problem: Problem) -> str:
    """At which stage a problem was met."""
    if "could not be annotated" in problem.message:
        return "annotation"
    return (
        "validation"
        if problem.message.endswith("left out") or " is unsound " in problem.message
        else "reading"
    )


# ---- tables


def show(outcome: Outcome, output: Path, triples: Mapping[str, int], missing: Sequence[str]) -> None:
    console = Console()
    report, counts = outcome.report, outcome.report.counts
    for stage, found in by_kind(report.problems).items():
        console.print(f"{len(found)} problems of {stage}:")
        for problem in found:
            console.print(f"  {problem.path}: {problem.message}", markup=False, highlight=False)
    console.print(f"{len(report.notes)} notes")
    console.print(f"{len(outcome.read):,} articles read, {counts.articles:,} built, {len(missing)} lost")
    for name in missing:
        console.print(f"  lost and not named: {name}", markup=False)
    for title, numbers in (("entities", counts.entities), ("claims", counts.relations), ("triples", triples)):
        console.print(counted(title, numbers, total=title != "triples"))
    console.print(times(outcome))
    size = sum(outcome.watch.peaks.values()) / 1e6
    console.print(f"peak memory: {size:,.0f} MB in {len(outcome.watch.peaks)} processes")
    console.print(counted("MB", {name: (output / name).stat().st_size / 1e6 for name in FILES}, total=True))


def by_kind(problems: Sequence[Problem]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(kind(problem), []).append(problem)
    return found


def counted(title: str, numbers: Mapping[str, float], *, total: bool) -> Table:
    table = Table(title, "", box=MARKDOWN)
    table.columns[1].justify = "right"
    for name, number in (*numbers.items(), *((("all", sum(numbers.values())),) if total else ())):
        table.add_row(name, f"{number:,.1f}" if isinstance(number, float) else f"{number:,}")
    return table


def times(outcome: Outcome) -> Table:
    characters = sum(len(article.text) for article in outcome.read)
    processor = outcome.clock.processor + Counter({"annotation": sum(outcome.watch.children.values())})
    table = Table("stage", "wall s", "processor s", "µs a character", box=MARKDOWN)
    for stage in (*STAGES, "all"):
        seconds, worked = (
            sum(spent.values()) if stage == "all" else spent[stage]
            for spent in (outcome.clock.wall, processor)
        )
        table.add_row(stage, f"{seconds:.1f}", f"{worked:.1f}", f"{worked / characters * 1e6:.2f}")
    for column in table.columns[1:]:
        column.justify = "right"
    return table


def count_triples(path: Path, *, rdflib: bool) -> dict[str, int]:
    """The triples of a Turtle file by each parser."""
    store = ox.Store()
    store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    found = {"pyoxigraph": len(store)}
    if rdflib:
        import rdflib as other

        found["rdflib"] = len(other.Graph().parse(path, format="turtle"))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", metavar="FILE", type=Path, nargs="*")
    parser.add_argument("--output", metavar="DIR", type=Path, required=True, help="where the build goes")
    parser.add_argument("--workers", metavar="N", type=int, default=1, help="default: 1")
    parser.add_argument("--rdflib", action="store_true", help="read the Turtle with rdflib, too (minutes)")
    options = parser.parse_args(arguments)
    if not options.inputs:
        parser.error(
            "give the articles of a corpus: make corpus CORPUS=path/to/articles.jsonl (or .jsonl.xz)"
        )

    try:
        with unpacked(options.inputs) as inputs:
            outcome = build(inputs, options.output, options.workers)
            missing = lost(outcome, options.output)
    except (KGError, OSError, EOFError, lzma.LZMAError) as error:
        print(f"corpus: {error}", file=sys.stderr)
        return 2
    triples = count_triples(options.output / TURTLE, rdflib=options.rdflib)
    show(outcome, options.output, triples, missing)
    too_many = len(outcome.report.problems) * ARTICLES_PER_PROBLEM > len(outcome.read)
    agreed = len({*triples.values()}) == 1
    return int(bool(missing) or too_many or not agreed)


if __name__ == "__main__":
    sys.exit(main())
