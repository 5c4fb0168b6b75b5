"""A process of its own goes the way, so that what hangs or dies is ended, told and not suffered."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import re
import signal
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Self

import psutil

from tests.fuzz.faults import Fault
from tests.fuzz.inputs import Input

Way = Callable[[Sequence[Input], Path], list[Fault]]

# What a build may take: processor time, as a loaded machine is no hang, more of it for each character, and
# and much more time by the clock, for what waits without end; bytes of memory.
SECONDS, SECONDS_A_CHARACTER, CLOCK, MEMORY = 20.0, 0.001, 30, 4 * 2**30
# A process that is ended by this signal tells where it stood, in a file.
_ASK = signal.SIGABRT if os.name == "posix" else None
_STACK = "stack.txt"
_PLACE = re.compile(r'Current thread.*?File "[^"]*?[/\\](kg[/\\][^"]+)", line \d+ in (\w+)', re.DOTALL)


class Child:
    """Goes the way with inputs in another process; where that had to be ended, a new one goes on."""

    def __init__(self, way: Way, seconds: float = SECONDS) -> None:
        self.took = 0.0
        self._way = way
        self._seconds = seconds
        self._serving: tuple[SpawnProcess, Connection] | None = None
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
                return [self._ended(watched, excess)]
        try:
            found: list[Fault] = pipe.recv()
        except EOFError:
            process.join()
            self._end()
            return [Fault("the process dies", f"exit code {process.exitcode}\n{self._words()}")]
        self.took = _seconds(watched) - before
        return found

    def _server(self) -> tuple[SpawnProcess, Connection]:
        if not self._serving:
            context = multiprocessing.get_context("spawn")
            pipe, end = context.Pipe()
            args = (self._way, end, self._folder.name)
            process = context.Process(target=_serve, args=args, daemon=True)
            process.start()
            end.close()
            pipe.recv()  # it is ready: its start is nobody's time
            self._serving = process, pipe
        return self._serving

    def _ended(self, process: psutil.Process, excess: str) -> Fault:
        """What there is too much of, and where in the program."""
        if _ASK:
            _busiest(process).send_signal(_ASK)
            time.sleep(1)
        self._end()
        words = self._words()
        place = _PLACE.search(words)
        where = f" in {place[1]}, {place[2]}" if place else ""
        message = f"was ended after {self.took:.0f} s of processor time\n{words}"
        return Fault(excess + where, message, was_ended=True)

    def _words(self) -> str:
        """What the processes have said."""
        return Path(self._folder.name, _STACK).read_text("utf-8", "replace")

    def _end(self) -> None:
        if self._serving:
            process, pipe = self._serving
            for one in _tree(psutil.Process(process.pid)) if process.is_alive() else ():
                with suppress(psutil.Error):
                    one.kill()
            process.join()
            pipe.close()
            self._serving = None


def _serve(way: Way, pipe: Connection, folder: str) -> None:
    with Path(folder, _STACK).open("w") as words:
        os.dup2(words.fileno(), 2)
        faulthandler.enable()
        os.environ["PYTHONFAULTHANDLER"] = "1"  # in the processes that it starts
        pipe.send(None)
        with suppress(EOFError):
            while True:
                pipe.send(way(pipe.recv(), Path(folder, "build")))


def _tree(process: psutil.Process) -> list[psutil.Process]:
    """A process and all that it has started."""
    with suppress(psutil.Error):
        return [*process.children(recursive=True), process]
    return []


def _seconds(process: psutil.Process) -> float:
    """Processor time so far of a process and all that it has started; those that have ended may not count."""
    total = 0.0
    for one in _tree(process):
        with suppress(psutil.Error):
            total += sum(one.cpu_times()[:4])
    return total


def _busiest(process: psutil.Process) -> psutil.Process:
    """Which of a process and those that it has started is at work."""
    before = {one: _seconds(one) for one in _tree(process)}
    time.sleep(0.5)
    return max(before, key=lambda one: _seconds(one) - before[one], default=process)


def _excess(process: psutil.Process, too_slow: bool, stands_still: bool) -> str | None:
    """Of what a process takes too much."""
    memory = 0
    for one in _tree(process):
        with suppress(psutil.Error):
            memory += one.memory_info().rss
    found = (("too slow", too_slow), ("stands still", stands_still), ("too large", memory > MEMORY))
    return next((name for name, is_so in found if is_so), None)
