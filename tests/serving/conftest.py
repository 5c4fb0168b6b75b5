"""A live server of a small graph, started once for each module, with narrow limits to sizes."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from kg.export.html import to_html
from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.records import LinkedArticle
from tests.factory import corpus, entity, linked

pytest.importorskip("uvicorn", reason="the libraries of a server are not installed")

from kg.serving.limits import Limits
from kg.serving.server import listen, serving

# Seconds that only what hangs takes. A test of a limit to some time narrows that one, and waits for what
# happens then: how long anything takes hangs on what else the machine does.
PATIENCE = 600.0
LIMITS = Limits(
    query=PATIENCE,
    memory=150_000_000,
    answer=200_000,
    request=100_000,
    waiting=PATIENCE,
    head=PATIENCE,
    exchange=PATIENCE,
    connections=50,
)

# What would be taken for markup, for a path, for SPARQL, or would turn the direction of writing.
HOSTILE = "<script>alert(1)</script>\"'&{{7*7}}\u202e/../%2F?#`甲"


def hostile() -> LinkedArticle:
    """An article that names a person and a body no page may trust."""
    return linked(
        "bad",
        "⟦甲|person/bad⟧到⟦乙|organisation/bad⟧\n⟦乙|organisation/bad⟧主席⟦甲|person/bad⟧讲话。",
        [("person/bad", "holdsPosition", "organisation/bad", "主席", HOSTILE)],
        entities=[entity("person/bad", HOSTILE), entity("organisation/bad", "javascript:alert(1)")],
    )


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a build that the server reads: look, do not touch."""
    folder = tmp_path_factory.mktemp("site")
    graph = KnowledgeGraph.from_articles([*corpus(), hostile()])
    (folder / "graph.ttl").write_text(to_turtle(graph), "utf-8")
    (folder / "graph.html").write_text(to_html(graph), "utf-8")
    return folder


@pytest.fixture(scope="module")
def live(site_folder: Path) -> Iterator[str]:
    """The address of a running server."""
    with running(site_folder, LIMITS) as address:
        yield address


@pytest.fixture(scope="module")
def client(live: str) -> Iterator[httpx.Client]:
    """A client of the running server that follows no redirects, and holds no connection for long."""
    with client_of(live) as client:
        yield client


def client_of(live: str) -> httpx.Client:
    return httpx.Client(base_url=live, timeout=PATIENCE, headers={"Connection": "close"})


@contextmanager
def running(folder: Path, limits: Limits) -> Iterator[str]:
    """The address of a server."""
    with listen("127.0.0.1", 0) as listener, answering(listener, folder, limits):
        yield address(listener)


def address(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


@contextmanager
def answering(listener: socket.socket, folder: Path, limits: Limits) -> Iterator[None]:
    """A server, which may find that clients were there before it."""
    with serving(folder, listener, limits) as one:
        thread = threading.Thread(target=one.run, args=[[listener]], daemon=True)
        thread.start()
        try:
            while not one.started:
                assert thread.is_alive(), "the server did not start"
                time.sleep(0.01)
            yield
        finally:
            one.should_exit = True
            thread.join(PATIENCE)


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
