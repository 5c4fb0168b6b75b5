"""Articles annotated batch by batch in processes of their own, each finished batch kept on disk.

Whatever happens inside an article costs that article alone. A process that crashes, or that uses up the
processor time it is allowed, is replaced, and its batch is done article by article: the article at which
another process ends is the failure.

The part of a batch is named after all that decides its result, so a build that was interrupted goes on from
the parts it finds, and never takes those of other articles, another model or another version. It tells the
failures too; a batch is not kept where one was for want of memory, which may be there the next time.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from math import ceil
from pathlib import Path
from queue import LifoQueue
from threading import Event, Thread
from typing import IO, Any, cast

from kg.artifacts.annotations import to_json
from kg.building.parts import Failure, Outcome, parse_lines, part_name, read_part, write_part
from kg.model.errors import ModelError
from kg.model.records import Article, LinkedArticle

__all__ = ["Failure", "Outcome", "annotated"]

# Large enough for the recogniser to fill its batches, small enough to spread over processes and to lose.
BATCH = 64

# The processor time that an article may take: some hundred times what one ever took, so that no slow machine
# makes a failure of an article. A batch may take as much as its longest article, which decides nothing: one
# that takes more is done article by article.
SECONDS, SECONDS_PER_CHARACTER = 30.0, 0.01
# A process that waits for ever uses none, and Windows does not count. By the clock, it may be so much longer.
BY_THE_CLOCK = 10

# Signals of users and of a system that is short of memory; the others tell of a fault of the process itself.
_FROM_OUTSIDE = {9: "SIGKILL, perhaps for want of memory", 15: "SIGTERM"}

# How many seconds a process may take to end that said it would.
_GRACE = 5

_LOG = logging.getLogger(__name__)

Json = dict[str, Any]
Answer = tuple[Json, bytes]


class _Fault(Exception):  # noqa: N818 (most often it is no error of ours)
    """What happened in the place of an answer; `passing` where another time it may not."""

    def __init__(self, message: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing


def annotated(
    articles: Iterable[Article], model: str, workers: int, parts: Path, version: str
) -> Generator[Outcome, None, None]:
    """Each article with all that is found in it, in the order given, whatever the number of workers.

    An article at which a stage fails, crashes or does not end is a Failure and stops nothing; ModelError
    where `model` cannot be loaded.

    `parts` is an existing folder for finished batches; `version` tells the program and the model apart.
    """
    staff = _Staff(model, workers)
    if not any(parts.glob("*.jsonl")):
        staff.call_in()
    waiting: deque[Future[Sequence[Outcome]]] = deque()
    try:
        for batch in _batches(articles):
            waiting.append(staff.begin(batch, parts / part_name(version, batch)))
            if len(waiting) > 2 * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        staff.dismiss()


class _Staff:
    """Workers, and for each a thread that waits for its answers."""

    def __init__(self, model: str, count: int) -> None:
        self._workers = [_Worker(model) for _ in range(count)]
        # The one who was idle last comes first, as its model is loaded; a few batches need not all of them.
        self._idle: LifoQueue[_Worker] = LifoQueue()
        for worker in reversed(self._workers):
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(count)

    def call_in(self) -> None:
        """Have a process load the model while the first articles are read."""
        self._workers[0].start()

    def begin(self, batch: Sequence[Article], part: Path) -> Future[Sequence[Outcome]]:
        """Have a batch annotated, where no part tells its outcomes."""
        return self._threads.submit(self._outcomes, batch, part)

    def dismiss(self) -> None:
        """End all processes at once, whatever is under way."""
        for worker in self._workers:
            worker.dismiss()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.leave()

    def _outcomes(self, batch: Sequence[Article], part: Path) -> Sequence[Outcome]:
        outcomes = read_part(part, batch)
        _LOG.debug(
            "%d articles %s", len(batch), "to annotate" if outcomes is None else "were finished before"
        )
        if outcomes is None:
            worker = self._idle.get()
            try:
                lines = _annotate(worker, batch)
            finally:
                self._idle.put(worker)
            outcomes = parse_lines(lines)
            if not any(isinstance(outcome, Failure) and outcome.passing for outcome in outcomes):
                write_part(part, lines)
        return outcomes


class _Worker:
    """One who annotates, in a process that is started when it is needed, and again when it has ended."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._process: _Process | None = None
        self._loaded = False
        self._dismissed = False

    def start(self) -> _Process:
        """Start the process; it loads the model meanwhile."""
        self._process, self._loaded = _Process(self._model), False
        if self._dismissed:  # just now
            self._process.kill()
        return self._process

    def annotate(self, articles: Sequence[Article], seconds: float) -> bytes:
        """The lines of articles, for which the process may use so much time. Raises _Fault."""
        process = self._ready()
        answer = process.ask({"seconds": seconds, "articles": [_record(article) for article in articles]})
        if answer is None:
            code = self._ended(process)
            raise _Fault("no end was in sight") if process.late else _died(code)
        head, body = answer
        if "error" not in head:
            return body
        if head["memory"]:
            process.kill()  # or what it has taken would be missing the next time
            self._ended(process)
        raise _Fault(head["error"], passing=head["memory"])

    def dismiss(self) -> None:
        """End the process at once; no other takes its place."""
        self._dismissed = True
        if self._process:
            self._process.kill()

    def leave(self) -> None:
        """Give back what a process held that was dismissed while it was idle."""
        if self._process:
            self._process.end()

    def _ready(self, tries: int = 2) -> _Process:
        """The process, its model loaded. Raises ModelError where that cannot be."""
        process = self._process or self.start()
        if self._loaded:
            return process
        answer = process.receive()
        fault = _died(self._ended(process)) if answer is None else None
        if fault and fault.passing and tries > 1:
            return self._ready(tries - 1)
        if problem := fault or (answer and answer[0].get("error")):
            raise ModelError(f"recogniser {self._model!r} cannot be loaded: {problem}")
        self._loaded = True
        return process

    def _ended(self, process: _Process) -> int:
        """How a process ended; raises CancelledError where it was dismissed."""
        self._process = None
        code = process.end()
        if self._dismissed:
            raise CancelledError
        return code


class _Process:
    """A process of `kg.building.annotator`, and the two pipes to it; `late` when it was ended for that."""

    def __init__(self, model: str) -> None:
        self.late = False
        level = str(_LOG.getEffectiveLevel())
        self._popen = subprocess.Popen(  # noqa: S603 (our own module)
            [sys.executable, "-P", "-m", "kg.building.annotator", model, level],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},  # it finds the modules found here
            process_group=0,  # Ctrl-C in a terminal is for the parent, which ends this process
        )
        self._in, self._out = cast(IO[bytes], self._popen.stdin), cast(IO[bytes], self._popen.stdout)
        _LOG.info("process %d started", self._popen.pid)

    def ask(self, batch: Json) -> Answer | None:
        """What the process says to a batch; None where it has ended."""
        answered = Event()
        Thread(target=self._wait, args=(answered, batch["seconds"] * BY_THE_CLOCK), daemon=True).start()
        try:
            with suppress(OSError):
                self._in.write(json.dumps(batch).encode() + b"\n")
                self._in.flush()
            return self.receive()
        finally:
            answered.set()

    def receive(self) -> Answer | None:
        """The next answer; None where the process has ended. What it logged before that is logged here."""
        while (message := self._message()) and "log" in message[0]:
            record = logging.makeLogRecord(message[0]["log"])
            logging.getLogger(record.name).handle(record)
        return message

    def _message(self) -> Answer | None:
        line = self._out.readline()
        if not line.endswith(b"\n"):
            return None
        head: Json = json.loads(line)
        body = self._out.read(head["size"])
        return (head, body) if len(body) == head["size"] else None

    def _wait(self, answered: Event, seconds: float) -> None:
        """End the process when so much time has passed without an answer.

        It passes second by second: while the machine or this process is suspended, no more than one.
        """
        if not any(answered.wait(1) for _ in range(ceil(seconds))):
            self.late = True
            self.kill()

    def kill(self) -> None:
        """End the process at once."""
        self._popen.kill()

    def end(self) -> int:
        """Wait for a process that closed its pipes, or end it, and tell how it ended."""
        with suppress(subprocess.TimeoutExpired):
            self._popen.wait(_GRACE)
        self._popen.kill()
        self._popen.communicate()
        _LOG.info("process %d ended with exit code %d", self._popen.pid, self._popen.returncode)
        return self._popen.returncode


def _annotate(worker: _Worker, batch: Sequence[Article]) -> bytes:
    """The lines of a batch, whatever happens."""
    if len(batch) > 1:
        try:
            return worker.annotate(batch, max(map(_seconds, batch)))
        except _Fault as fault:
            _LOG.warning("a batch of %d articles is done one by one: %s", len(batch), fault)
    return b"".join(_annotate_alone(worker, article) for article in batch)


def _annotate_alone(worker: _Worker, article: Article) -> bytes:
    """The line of one article; where it failed for a reason that may pass, it is tried once more."""
    try:
        try:
            return worker.annotate((article,), _seconds(article))
        except _Fault as fault:
            if not fault.passing:
                raise
            return worker.annotate((article,), _seconds(article))
    except _Fault as fault:
        _LOG.error("article %r is left out: %s", article.id, fault)
        return Failure(article.id, str(fault), fault.passing).line()


def _seconds(article: Article) -> float:
    return SECONDS + SECONDS_PER_CHARACTER * len(article.text)


def _died(code: int) -> _Fault:
    if sys.platform != "win32" and code == -signal.SIGPROF:
        return _Fault("it used up the processor time that an article of its length may take")
    if -code in _FROM_OUTSIDE:
        return _Fault(f"its process was ended by {_FROM_OUTSIDE[-code]}", passing=True)
    reason = signal.strsignal(-code) if code < 0 else f"exit code {code}"
    return _Fault(f"its process crashed: {reason}")


def _record(article: Article) -> Json:
    return to_json(LinkedArticle(article, (), (), ()))


def _batches(articles: Iterable[Article]) -> Iterator[tuple[Article, ...]]:
    stream = iter(articles)
    return iter(lambda: tuple(islice(stream, BATCH)), ())
