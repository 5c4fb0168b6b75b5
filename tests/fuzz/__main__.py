"""Thousands of inputs, invented and spoilt, the whole way: read, annotate, graph, Turtle, view, validate.

Each must end in articles or a named problem, in time that its length bounds, and what is written must hold.
The same seed gives the same inputs. The exit code is 1 where anything fails.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.language.text import visible
from tests.fuzz.child import Child
from tests.fuzz.inputs import KINDS, made, some
from tests.fuzz.report import command, keep, tell
from tests.fuzz.run import Build, Failure, run
from tests.fuzz.way import go


def main() -> None:
    options = _options()
    if options.only is not None:
        inputs = iter([made(options.seed, options.only)])
    else:
        inputs = some(options.seed, options.count, options.kinds)
    builds: list[Build] = []
    failures: list[Failure] = []
    with Child(go) as child:
        for one in run(inputs, child):
            if isinstance(one, Build):
                builds.append(one)
                continue
            failures.append(one)
            print(f"{command(options.seed, one.inputs[0].number)}  # {visible(one.fault.kind)}", flush=True)
            if options.only is not None:
                print(one.fault.message.encode("utf-8", "replace").decode())
            if options.keep:
                keep(one, options.seed, options.keep)
    tell(builds, failures)
    sys.exit(bool(failures))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1000, help="how many inputs (default: 1000)")
    parser.add_argument("--seed", type=int, default=1, help="what makes the inputs others (default: 1)")
    parser.add_argument(
        "--kinds", type=_kinds, default=list(KINDS), help=f"of these alone (default: {','.join(KINDS)})"
    )
    parser.add_argument("--only", type=int, metavar="N", help="the input of this number alone")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where failing inputs are put, made small")
    return parser.parse_args()


def _kinds(text: str) -> list[str]:
    kinds = text.split(",")
    if unknown := set(kinds) - KINDS.keys():
        raise argparse.ArgumentTypeError(f"no such kind: {', '.join(sorted(unknown))}")
    return kinds


if __name__ == "__main__":
    main()
