"""The processes that answer queries, watched from outside: the engine itself knows no limits.

One that takes too long, grows too large or dies is ended, and the next question starts another.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import psutil

from kg.model.errors import KGError, QueryError, RefusedError
from kg.serving.limits import Limits
from kg.serving.store import StoredGraph

# The text of a query is its client's own: it is not logged.
_LOG = logging.getLogger(__name__)

# How often the memory of a process at work is looked at, in seconds.
_GLANCE = 0.05


class BusyError(KGError):
    """All processes are at work."""


class ExcessiveError(KGError):
    """A query asks for more time, memory or bytes than it is given."""


class UnacceptableError(KGError):
    """The client takes none of the formats that its kind of query has."""


_FAULTS: dict[str, type[KGError]] = {"refused": RefusedError, "wrong": QueryError, "large": ExcessiveError}


@dataclass(frozen=True, slots=True)
class Question:
    """A query in SPARQL, with the formats of `negotiation` for a table and for a graph, if there are any."""

    query: str
    results: str | None
    graph: str | None
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a query gives, in a format of `negotiation`."""

    format: str
    body: bytes


class Processes:
    """As many processes as the limits allow, each started when it is first needed."""

    def __init__(self, graph: StoredGraph, limits: Limits) -> None:
        """Processes for a graph; none runs yet."""
        self._graph = graph
        self._limits = limits
        self._places = asyncio.Semaphore(limits.processes)
        self._idle: list[_Child] = []

    async def start(self) -> None:
        """Start one, so that the first question does not wait for it."""
        self._idle.append(await _Child.started(self._graph))

    async def close(self) -> None:
        """End those that are idle, and wait for the others, which end with their questions."""
        for _ in range(self._limits.processes):
            await self._places.acquire()
        while self._idle:
            await self._idle.pop().end()

    async def ask(self, question: Question) -> Reply:
        """The answer to a question.

        Raises QueryError where the query is wrong, RefusedError where it is not allowed, ExcessiveError,
        UnacceptableError, and BusyError where no process was free in time.
        """
        async with self._child() as child:
            head, body = await self._answer(child, question)
        match head:
            case {"fault": fault}:
                raise _FAULTS[fault](body.decode())
            case {"format": None}:
                raise UnacceptableError("none of the formats asked for fits this kind of query")
        return Reply(head["format"], body)

    @asynccontextmanager
    async def _child(self) -> AsyncIterator[_Child]:
        """A process for one question; whatever goes wrong with that leaves its state unknown and ends it."""
        try:
            async with asyncio.timeout(self._limits.waiting):
                await self._places.acquire()
        except TimeoutError:
            raise BusyError("too many queries at once; try again soon") from None
        try:
            child = await self._ready()
            try:
                yield child
            except BaseException:
                await child.end()
                raise
            # What a large query has taken is not always given back, and would count against the next.
            if child.memory() < self._limits.memory / 2:
                self._idle.append(child)
            else:
                await child.end()
        finally:
            self._places.release()

    async def _ready(self) -> _Child:
        while self._idle:
            child = self._idle.pop()
            if child.is_alive():
                return child
        return await _Child.started(self._graph)

    async def _answer(self, child: _Child, question: Question) -> tuple[dict[str, Any], bytes]:
        asked = {
            "query": question.query,
            "parameters": dict(question.parameters),
            "results": question.results,
            "graph": question.graph,
            "limit": self._limits.answer,
        }
        guard = asyncio.create_task(child.end_when_larger(self._limits.memory))
        try:
            async with asyncio.timeout(self._limits.query):
                return await child.answer(asked)
        except TimeoutError:
            raise ExcessiveError(f"the query takes more than {self._limits.query:g} seconds") from None
        except (asyncio.IncompleteReadError, ConnectionError):
            if guard.done() and guard.result():
                memory = f"{self._limits.memory / 1e6:,.0f} MB"
                raise ExcessiveError(f"the query takes more than {memory} of memory") from None
            raise ExcessiveError("the engine cannot hold this query") from None
        finally:
            guard.cancel()


class _Child:
    """One process, and the two pipes to it."""

    def __init__(self, process: Process) -> None:
        if process.stdin is None or process.stdout is None:
            raise ValueError("the process has no pipes")
        self._process, self._in, self._out = process, process.stdin, process.stdout
        self._watched = psutil.Process(process.pid)

    @classmethod
    async def started(cls, graph: StoredGraph) -> _Child:
        """A process that has opened the store."""
        command = (sys.executable, "-m", "kg.serving.sparql.child", str(graph.path), graph.base_iri)
        # An engine that breaks down would write the client's query to our log.
        process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
        child = cls(process)
        try:
            await child._out.readuntil(b"\n")
        except BaseException:
            await child.end()
            raise
        _LOG.info("process %d started", process.pid)
        return child

    async def answer(self, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """The head and the body of the answer. Raises IncompleteReadError or ConnectionError if it dies."""
        self._in.write(json.dumps(question).encode() + b"\n")
        await self._in.drain()
        head = json.loads(await self._out.readuntil(b"\n"))
        return head, await self._out.readexactly(head.get("size", 0))

    def is_alive(self) -> bool:
        """Whether it has not ended by itself."""
        return self._process.returncode is None

    def memory(self) -> int:
        """The bytes that it holds; none where it has ended."""
        try:
            return int(self._watched.memory_info().rss)
        except psutil.NoSuchProcess:
            return 0

    async def end_when_larger(self, memory: int) -> bool:
        """Watch the process, and end it when it holds more than so many bytes."""
        while self.memory() <= memory:
            await asyncio.sleep(_GLANCE)
        self._process.kill()
        return True

    async def end(self) -> None:
        """End the process at once."""
        with suppress(ProcessLookupError):
            self._process.kill()
        self._in.close()
        _LOG.info("process %d ended with exit code %d", self._process.pid, await self._process.wait())
