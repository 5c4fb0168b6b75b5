"""How much one client may ask of the server."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds, sizes in bytes."""

    query: float = 10.0  # until a query must have its whole answer
    memory: int = 1_000_000_000  # of a process that answers a query
    answer: int = 20_000_000  # of a query, as it is written
    request: int = 1_000_000  # of the body of a request
    processes: int = 2  # that answer queries, and so how many are answered at once
    waiting: float = 5.0  # for one of these processes to be free
    head: float = 10.0  # until a client must have sent the head of its request
    exchange: float = 60.0  # until it must have sent the rest, or have taken more of the answer
    connections: int = 200  # at once
