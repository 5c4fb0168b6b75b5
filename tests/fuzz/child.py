"""A process of its own goes the way, so that what hangs or dies is ended, told and not suffered."""

from __future__ import annotations

import faulthandler
import multiprocessing
import re
import signal
import tempfile
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Self

import psutil

from tests.fuzz.faults import Fault
from tests.fuzz.inputs import Input

Way = Callable[[Sequence[Input], Path], list[Fault]]

# What a build may take: processor time, so that a loaded machine is no hang, and much more time by the clock,
# for what waits without end. A texts' character may take so much more.
SECONDS, SECONDS_A_CHARACTER, CLOCK = 20.0, 0.001, 30
MEMORY = 3 * 2**30
# Where a process stands is asked by this signal; where there is none, nobody knows.
_STACK = "stack.txt"
_ASK = getattr(signal, "SIGUSR1", None)
_PLACE = re.compile(r'File ".*?[/\\](kg[/\\][^"]+)", line \d+ in (\w+)')
# A process does so many builds, for the words of all of them stay in the vocabulary of its recogniser.
_BUILDS = 60


class Child:
    """Goes the way with inputs in another process; where that had to be ended, a new one goes on."""

    def __init__(self, way: Way, seconds: float = SECONDS) -> None:
        self.took = 0.0
        self._way = way
        self._seconds = seconds
        self._serving: tuple[SpawnProcess, Connection] | None = None
        self._builds = 0
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._folder.cleanup()

    def faults(self, inputs: Sequence[Input]) -> list[Fault]:
        """What goes wrong with inputs that are built together; `took` tells their processor seconds."""
        process, pipe = self._server()
        watched = psutil.Process(process.pid)
        before = _seconds(watched)
        allowed = self._seconds + SECONDS_A_CHARACTER * sum(input_.length for input_ in inputs)
        patience = time.monotonic() + CLOCK * allowed
        pipe.send(list(inputs))
        while not pipe.poll(0.1):
            self.took = _seconds(watched) - before
            if excess := _excess(watched, self.took > allowed, time.monotonic() > patience):
                stack = self._stack(watched)
                self._end()
                place = _PLACE.search(stack)
                where = f" in {place[1]}, {place[2]}" if place else ""
                message = f"was ended after {self.took:.0f} s of processor time\n{stack}"
                return [Fault(excess + where, message, was_ended=True)]
        try:
            found: list[Fault] = pipe.recv()
        except EOFError:
            process.join()
            self._end()
            return [Fault("the process dies", f"exit code {process.exitcode}")]
        self.took = _seconds(watched) - before
        return found

    def _server(self) -> tuple[SpawnProcess, Connection]:
        self._builds += 1
        if self._serving and self._builds > _BUILDS:
            self._end()
        if not self._serving:
            context = multiprocessing.get_context("spawn")
            pipe, end = context.Pipe()
            args = (self._way, end, self._folder.name)
            process = context.Process(target=_serve, args=args, daemon=True)
            process.start()
            end.close()
            pipe.recv()  # it is ready: its start is nobody's time
            self._serving, self._builds = (process, pipe), 1
        return self._serving

    def _stack(self, process: psutil.Process) -> str:
        """The functions that a process is in, the innermost first."""
        if not _ASK:
            return ""
        process.send_signal(_ASK)
        time.sleep(1)
        return Path(self._folder.name, _STACK).read_text()

    def _end(self) -> None:
        if self._serving:
            process, pipe = self._serving
            process.kill()
            process.join()
            pipe.close()
            self._serving = None


def _serve(way: Way, pipe: Connection, folder: str) -> None:
    with Path(folder, _STACK).open("w") as stack:
        if _ASK:
            faulthandler.register(_ASK, stack, all_threads=False)
        pipe.send(None)
        while True:
            pipe.send(way(pipe.recv(), Path(folder, "build")))


def _seconds(process: psutil.Process) -> float:
    """Processor time of a process so far; nothing of one that has ended."""
    try:
        times = process.cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)


def _excess(process: psutil.Process, too_slow: bool, stands_still: bool) -> str | None:
    """Of what a process takes too much."""
    try:
        too_large = process.memory_info().rss > MEMORY
    except psutil.Error:
        return None
    found = (("too slow", too_slow), ("stands still", stands_still), ("too large", too_large))
    return next((name for name, is_so in found if is_so), None)
