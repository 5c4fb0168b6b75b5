"""What a run has shown, on the screen and, of each failure, in a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from kg.language.text import visible
from tests.fuzz.inputs import KINDS, Input
from tests.fuzz.run import Build, Failure

_SLOWEST = 5


def tell(builds: Sequence[Build], failures: Sequence[Failure]) -> None:
    """The inputs by their kinds, the slowest builds, and the failures by theirs."""
    console = Console()
    built = Counter(input_.kind for build in builds for input_ in build.inputs)
    failed = Counter(input_.kind for failure in failures for input_ in failure.inputs)
    kinds = Table("kind", "inputs", "failures", box=MARKDOWN)
    for kind in KINDS:
        kinds.add_row(kind, str(built[kind]), str(failed[kind]))
    slow = Table("slowest builds", "inputs", "characters", "processor s", box=MARKDOWN)
    for build in sorted(builds, key=lambda build: -build.seconds)[:_SLOWEST]:
        length = sum(input_.length for input_ in build.inputs)
        first = build.inputs[0].number
        slow.add_row(f"from {first}", str(len(build.inputs)), str(length), f"{build.seconds:.1f}")
    faults = Table("fault", "times", "inputs", box=MARKDOWN)
    for fault, times in Counter(failure.fault.kind for failure in failures).most_common():
        numbers = [str(one.inputs[0].number) for one in failures if one.fault.kind == fault]
        faults.add_row(visible(fault), str(times), " ".join(numbers[:8]))
    console.print(kinds, slow, *([faults] if failures else []))
    seconds = sum(build.seconds for build in builds)
    console.print(
        f"{sum(built.values())} inputs, {len(failures)} failures, {seconds:.0f} s of processor time"
    )


def command(seed: int, number: int) -> str:
    """What makes and tries an input again."""
    return f"python -m tests.fuzz --seed {seed} --only {number}"


def keep(failure: Failure, seed: int, folder: Path) -> None:
    """Put down the inputs of a failure, the smallest that fails in the same way, and what is wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    first = failure.inputs[0]
    for input_ in failure.inputs:
        _write(folder, f"{seed}-{input_.name}", input_)
    if failure.smallest:
        _write(folder, f"{seed}-{first.number:05}-small{Path(first.name).suffix}", failure.smallest)
    words = (command(seed, first.number), failure.fault.kind, failure.fault.message)
    (folder / f"{seed}-{first.number:05}-fault.txt").write_text("\n\n".join(words) + "\n", "utf-8", "replace")


def _write(folder: Path, name: str, input_: Input) -> None:
    (folder / name).write_bytes(input_.data)
