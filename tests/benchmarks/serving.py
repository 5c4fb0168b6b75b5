"""How fast `kg serve` is: requests a second from several clients at once, its start and its memory.

The graph is invented (`town`) and may be as large as wanted; the clients share the machine with the server.
"""

from __future__ import annotations

import argparse
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import psutil
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from kg.export.rdf.graph import to_turtle
from tests.benchmarks.bench import memory
from tests.benchmarks.town import graph

CLIENTS = 4
SECONDS = 5.0
POSTS = "SELECT ?body ?title { ?post kg:holder <%s> ; org:organization/rdfs:label ?body ; kg:title ?title }"

Request = tuple[str, str, bytes | None, dict[str, str]]


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, psutil.Popen, float]]:
    """The port and the process of a server of a folder, and how long it took to answer."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    start = time.perf_counter()
    server = psutil.Popen([sys.executable, "-m", "kg", "serve", folder, "--port", str(port)])
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                time.sleep(0.02)
        yield port, server, time.perf_counter() - start
    finally:
        server.terminate()
        server.wait()


def rate(port: int, request: Request) -> float:
    """How many requests a second are answered, each client asking again as soon as it has its answer."""
    end = time.perf_counter() + SECONDS

    def ask(_client: int) -> int:
        connection = HTTPConnection("127.0.0.1", port)
        count = 0
        while time.perf_counter() < end:
            method, path, body, headers = request
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            response.read()
            if response.status != 200:
                raise SystemExit(f"{path}: {response.status}")
            count += 1
        return count

    with ThreadPoolExecutor(CLIENTS) as pool:
        return sum(pool.map(ask, range(CLIENTS))) / SECONDS


def main() -> None:
    """Print a table of requests a second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entities", type=int, default=1000, help="how many the graph has")
    arguments = parser.parse_args()
    town = graph(arguments.entities)
    person = town.of_type("Person")[0]
    path = f"/doc/{quote(person.removeprefix(town.base_iri))}"
    requests: dict[str, Request] = {
        "a small query": (
            "POST",
            "/sparql",
            (POSTS % person).encode(),
            {"Content-Type": "application/sparql-query"},
        ),
        "the page of a person": ("GET", path, None, {"Accept": "text/html"}),
        "the same as Turtle": ("GET", path, None, {"Accept": "text/turtle"}),
    }
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "graph.ttl").write_text(to_turtle(town), "utf-8")
        with served(Path(folder)) as (port, server, seconds):
            table = Table("request", "a second", box=MARKDOWN, title=f"{CLIENTS} clients")
            for name, request in requests.items():
                table.add_row(name, f"{rate(port, request):,.0f}")
            Console().print(table)
            print(f"start {seconds:.1f} s, memory {memory(server) / 1e6:,.0f} MB with its processes")


if __name__ == "__main__":
    main()
