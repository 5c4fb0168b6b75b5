"""The process that answers queries: one at a time, over a store on disk, until it is ended.

Run as `python -m kg.serving.sparql.child STORE BASE`. A question is one line of JSON on standard input:

    {"query": SPARQL, "parameters": {name: value}, "results": format, "graph": format, "limit": bytes}

with the formats of `negotiation` for a table and for a graph, null where the client takes none. An answer
is one line of JSON on standard output, {"format": …, "size": n}, or {"fault": …, "size": n} where there is
none, and then n bytes: the answer, or what to tell the client.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from collections.abc import Iterator
from queue import SimpleQueue
from threading import Thread
from typing import Any

import pyoxigraph as ox

from kg.model.errors import QueryError, RefusedError
from kg.model.ontology import PREFIXES
from kg.query.engine import EngineResult, solve

_RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}

Json = dict[str, Any]


class _TooLargeError(Exception):
    """The answer is larger than it may be."""


class _Bounded(io.BytesIO):
    """Bytes in memory that take no more than `limit`."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: Any) -> int:
        """Take the data, or raise _TooLargeError."""
        if self.tell() + len(data) > self._limit:
            raise _TooLargeError
        return super().write(data)


def main(path: str, base_iri: str) -> None:
    """Answer the questions of standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process
    store = ox.Store.read_only(path)
    _say({})
    for question in _questions():
        try:
            format_, body = _answered(store, base_iri, question)
        except RefusedError as error:
            _say({"fault": "refused"}, str(error).encode())
        except QueryError as error:
            _say({"fault": "wrong"}, str(error).encode(errors="replace"))
        except _TooLargeError:
            _say({"fault": "large"}, f"the answer has more than {question['limit']:,} bytes".encode())
        else:
            _say({"format": format_}, body)


def _questions() -> Iterator[Json]:
    """The questions; where there will be no more, the process ends, even in the middle of an answer."""
    lines: SimpleQueue[bytes] = SimpleQueue()

    def listen() -> None:
        for line in sys.stdin.buffer:
            lines.put(line)
        os._exit(0)

    Thread(target=listen, daemon=True).start()
    while True:
        yield json.loads(lines.get())


def _answered(store: ox.Store, base_iri: str, question: Json) -> tuple[str | None, bytes]:
    """The format that fits the kind of query, and the answer in it; none where the client takes none."""
    with solve(store, base_iri, question["query"], question["parameters"]) as result:
        format_ = question["graph" if isinstance(result, ox.QueryTriples) else "results"]
        return format_, _written(result, format_, question["limit"]) if format_ else b""


def _written(result: EngineResult, format_: str, limit: int) -> bytes:
    out = _Bounded(limit)
    if isinstance(result, ox.QueryTriples):
        ox.serialize(result, out, format=GRAPHS[format_], prefixes=PREFIXES)
    else:
        result.serialize(out, format=_RESULTS[format_])
    return out.getvalue()


def _say(head: Json, body: bytes = b"") -> None:
    head["size"] = len(body)
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
