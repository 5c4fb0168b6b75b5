"""Builds killed wherever it may hurt, and what is left of them.

    python -m tests.faults.kills --kills 200 --workers 2 --seed 1

Each build goes into a folder that holds an older build of another input. It is killed before one of its
operations on files or at a random time, or loses one of its workers at a random time. Then

- each file of the folder is the old one or the new one, whole, and after the next reader came by, or at once,
  they all are of one build;
- no process of the build is left;
- the same command gives the files that a build without a kill gives, but for the time in `build.json`;
- a build that only lost a worker gives them itself.

With `--operations` a build is killed before every single operation on files. With `--told` the annotations
are those of an earlier build, which leaves the files to test, and is quick. With `--races N`, pairs of builds
are let loose on one folder, which has to hold the files of one of them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import psutil

from kg.artifacts import folder
from kg.artifacts.names import FILES
from kg.building import builder, workers
from kg.model.errors import OutputError
from kg.model.records import Article
from kg.query.engine import Dataset

INPUTS = {
    "old": [{"id": "old", "text": "云河市总工会主席周可为主持会议。"}],
    "new": [
        {"id": str(n), "text": f"青石县总工会主席林海棠到{town}镇调研，看望一线职工。"}
        for n, town in enumerate("甲乙丙丁戊")
    ],
}
OPERATIONS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir"}
# About so many of them has a build of the new input.
USUAL = 57
# How a forked process ends.
DONE, REFUSED, BROKEN = 0, 2, 3
KILLED = -signal.SIGKILL
# In the environment of all processes of one build.
MARK = "KILLED_BUILD"

Contents = dict[str, bytes]


@dataclass
class Scene:
    """A folder to build in, and what builds of the inputs without a kill have in theirs."""

    place: Path
    workers: int
    told: dict[str, bytes] = field(default_factory=dict)
    expected: dict[str, Contents] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        return self.place / "out"

    def prepare(self, *, tell: bool) -> None:
        """Build each input without a kill."""
        for name, rows in INPUTS.items():
            text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (self.place / f"{name}.jsonl").write_text(text, "utf-8")
            self.build(name, self.place / name)  # loads what all the forked processes then need not load
            self.expected[name] = contents(self.place / name)
        if tell:
            for name in INPUTS:
                for line in (self.place / name / "articles.jsonl").read_bytes().splitlines(keepends=True):
                    self.told[json.loads(line)["id"]] = line

    def build(self, name: str, output: Path | None = None) -> None:
        """Build an input in this process."""
        workers.BATCH = 2
        if self.told:
            workers._Staff.call_in = lambda _: None  # type: ignore[method-assign]
            workers._annotate = self._tell
        builder.build(self.place / f"{name}.jsonl", output or self.output, workers=self.workers)

    def reset(self) -> None:
        """Let the folder hold the old build."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.copytree(self.place / "old", self.output)

    def _tell(self, _: object, batch: Sequence[Article]) -> bytes:
        return b"".join(self.told[article.id] for article in batch)


def forked(action: Callable[[], object]) -> int:
    """How a process of its own ends that does something: what reads graphs starts threads in it."""
    return ended(begun(action))


def begun(action: Callable[[], object]) -> int:
    """The id of a process of its own that does something."""
    child = os.fork()
    if child:
        return child
    try:
        action()
        os._exit(DONE)
    except OutputError:
        os._exit(REFUSED)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(BROKEN)


def ended(child: int) -> int:
    """How a process ended."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def contents(output: Path) -> Contents:
    """The files of a build, but for the time in its report."""
    timeless = re.compile(rb'"(started|ended)": "[^"]+"')
    return {name: timeless.sub(b"", (output / name).read_bytes()) for name in FILES}


def require(condition: object, message: str) -> None:
    if not condition:
        raise SystemExit(f"FAILED: {message}")


def die_before(number: int, output: Path) -> None:
    """Kill this process before it does so many operations on files in a folder; each sync counts as one."""
    count = 0
    sync = os.fsync

    def step() -> None:
        nonlocal count
        count += 1
        if count == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in OPERATIONS and str(arguments[0]).startswith(str(output)):
            step()

    def counted_sync(descriptor: int) -> None:
        step()
        sync(descriptor)

    os.fsync = counted_sync
    sys.addaudithook(hook)


def killed_before(number: int, scene: Scene) -> int:
    """How a build ends that is killed before an operation, if it has so many."""

    def doomed() -> None:
        die_before(number, scene.output)
        scene.build("new")

    return forked(doomed)


def killed_after(seconds: float, scene: Scene) -> int:
    child = begun(lambda: scene.build("new"))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return ended(child)


def robbed_after(seconds: float, scene: Scene) -> int:
    """How a build ends that loses a worker, if it has one at that time."""
    child = begun(lambda: scene.build("new"))
    time.sleep(seconds)
    for process in psutil.Process(child).children()[:1]:
        process.kill()
    return ended(child)


def processes(mark: str) -> Iterator[psutil.Process]:
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == mark:
                yield process
        except psutil.Error:
            continue


def tried(scene: Scene, how: str, kill: Callable[[Scene], int], *, read: bool) -> tuple[int, str]:
    """How a build ended, and whose files lay in the folder then: old, new, or to be completed."""
    mark = os.environ[MARK] = uuid4().hex
    scene.reset()
    status = kill(scene)
    require(status in (DONE, KILLED), f"{how}: ended with {status}")
    _, alive = psutil.wait_procs(list(processes(mark)), timeout=60)
    require(not alive, f"{how}: {alive} outlived the build")
    found = state(scene, how)
    print(f"{how}: {found}", file=sys.stderr, flush=True)
    require(found == "new" or status == KILLED, f"{how}: is done, and the files are {found}")
    if read:
        require(forked(lambda: read_all(scene.output)) == DONE, f"{how}: the folder cannot be read")
        require(state(scene, how) in scene.expected, f"{how}: the files are mixed")
    require(forked(lambda: scene.build("new")) == DONE, f"{how}: the next build failed")
    require(contents(scene.output) == scene.expected["new"], f"{how}: the next build differs")
    left = {path.name for path in scene.output.iterdir()} - set(FILES)
    require(not left, f"{how}: the next build left {left}")
    return status, found


def state(scene: Scene, how: str) -> str:
    """Whose files lie in the folder; each has to be a whole one."""
    found = contents(scene.output)
    for name, content in found.items():
        require(any(content == other[name] for other in scene.expected.values()), f"{how}: {name} is torn")
    whose = [name for name, other in scene.expected.items() if found == other]
    ready = scene.output / folder.WORKSHOP / "ready"
    require(whose or ready.exists(), f"{how}: the files are mixed, and nobody will know")
    return whose[0] if whose else "to complete"


def read_all(output: Path) -> None:
    """Read a build by all ways there are."""
    builder.load(output)
    Dataset(output)
    require(not folder.strangers(output, *FILES), "a reader finds files of several builds")


def raced(scene: Scene, chance: random.Random) -> str:
    """How two builds ended that began in one folder at about the same time."""
    scene.reset()
    children = {}
    for name in chance.sample(list(INPUTS), 2):
        children[name] = begun(lambda name=name: scene.build(name))
        time.sleep(chance.choice((0, 0, 0.01, 0.1)))
    ends = {name: ended(child) for name, child in children.items()}
    require(set(ends.values()) <= {DONE, REFUSED}, f"a race ended with {ends}")
    winners = [name for name, status in ends.items() if status == DONE]
    require(any(contents(scene.output) == scene.expected[name] for name in winners), "a race mixed the files")
    require({path.name for path in scene.output.iterdir()} == set(FILES), "a race left something")
    return "one was refused" if len(winners) == 1 else "one after the other"


def kills(scene: Scene, options: argparse.Namespace) -> Counter[tuple[str, str]]:
    """What was found after kills of each kind."""
    chance = random.Random(options.seed)  # noqa: S311 (a fault, not a password)
    found: Counter[tuple[str, str]] = Counter()
    number = 0
    while options.operations:
        number += 1
        status, whose = tried(
            scene, f"operation {number}", lambda s, n=number: killed_before(n, s), read=number % 2 == 0
        )
        if status == DONE:
            break
        found["before each operation", whose] += 1
    began = time.monotonic()
    scene.reset()
    forked(lambda: scene.build("new"))
    usual = time.monotonic() - began
    ways: tuple[tuple[str, Callable[[float, Scene], int]], ...] = (
        ("before an operation", lambda part, s: killed_before(1 + int(part * (number or USUAL)), s)),
        ("at a time", lambda part, s: killed_after(part * usual, s)),
        ("a worker", lambda part, s: robbed_after(part * usual, s)),
    )
    for n in range(options.kills):
        name, way = ways[n % len(ways)]
        part = chance.random()
        how = f"kill {n}: {name}, {part:.3f}"
        _, whose = tried(scene, how, lambda s, way=way, part=part: way(part, s), read=chance.random() < 0.5)
        found[name, whose] += 1
    for _ in range(options.races):
        found["a race", raced(scene, chance)] += 1
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=200, help="random kills (default: 200)")
    parser.add_argument("--races", type=int, default=0, help="pairs of builds in one folder (default: 0)")
    parser.add_argument("--operations", action="store_true", help="kill before each operation on files first")
    parser.add_argument("--told", action="store_true", help="tell the annotations instead of finding them")
    parser.add_argument("--workers", type=int, default=1, help="workers of a build (default: 1)")
    parser.add_argument("--seed", type=int, default=1, help="of all that is random (default: 1)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        scene = Scene(Path(place), options.workers)
        scene.prepare(tell=options.told)
        for (name, whose), count in sorted(kills(scene, options).items()):
            print(f"{name}: {whose}: {count}")


if __name__ == "__main__":
    main()
