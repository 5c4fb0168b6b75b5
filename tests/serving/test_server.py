"""Connections: clients that are slow, huge or strange, and the names that the server answers to."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from kg.serving.limits import Limits
from kg.serving.server import listen
from tests.serving.conftest import LIMITS, PATIENCE, address, answering, running, wait_until

LARGE = 30_000_000  # bytes, more than lie in the buffers of a connection
GET_LARGE = b"GET /view HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def connect(live: str) -> socket.socket:
    host, port = live.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=PATIENCE)


def read_to_the_end(client: socket.socket, pause: float = 0) -> int:
    """How many bytes come; with a pause in seconds after each million."""
    taken = pauses = 0
    with suppress(ConnectionResetError):
        while piece := client.recv(100_000):
            taken += len(piece)
            if taken > 1_000_000 * (pauses + 1):
                pauses += 1
                time.sleep(pause)
    return taken


def is_let_in(live: str) -> bool:
    with suppress(httpx.HTTPError):
        return httpx.get(live, timeout=PATIENCE).status_code == 200
    return False


HALF_A_BODY = (
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    b"Content-Length: 7\r\n\r\nASK"
)
SLOW = {
    "says nothing": b"",
    "half a head": b"GET / HTTP/1.1\r\nHost: loc",
    "half a second head": b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHo",
    "half a body": HALF_A_BODY,
}


@pytest.mark.parametrize("sent", SLOW.values(), ids=SLOW)
def test_a_slow_client_holds_up_nobody(live: str, client: httpx.Client, sent: bytes) -> None:
    with connect(live) as slow:
        slow.sendall(sent)
        assert client.get("/").status_code == 200


@pytest.mark.parametrize("sent", SLOW.values(), ids=SLOW)
def test_a_slow_client_is_cut_off(site_folder: Path, sent: bytes) -> None:
    limits = replace(LIMITS, exchange=0.2) if sent is HALF_A_BODY else replace(LIMITS, head=0.2)
    with listen("127.0.0.1", 0) as listener, connect(address(listener)) as slow:
        slow.sendall(sent)  # before there is a server, so that nothing comes too late
        with answering(listener, site_folder, limits):
            read_to_the_end(slow)


def test_a_body_has_more_time_than_a_head(site_folder: Path) -> None:
    limits = replace(LIMITS, head=0.2)
    with listen("127.0.0.1", 0) as listener, connect(address(listener)) as slow:
        slow.sendall(HALF_A_BODY)
        with connect(address(listener)) as idle, answering(listener, site_folder, limits):
            read_to_the_end(idle)
            slow.sendall(b" {}\n")
            assert slow.recv(65_536).startswith(b"HTTP/1.1 200 ")


def test_many_idle_clients_shut_others_out(site_folder: Path) -> None:
    with running(site_folder, replace(LIMITS, connections=3)) as live, ExitStack() as idle:
        for _ in range(3):
            idle.enter_context(connect(live))
        assert httpx.get(live, timeout=PATIENCE).status_code == 503


def test_many_idle_clients_shut_others_out_for_no_longer_than_their_patience(site_folder: Path) -> None:
    limits = replace(LIMITS, connections=3, head=0.5)
    with running(site_folder, limits) as live, ExitStack() as idle:
        for _ in range(3):
            idle.enter_context(connect(live))
        wait_until(lambda: is_let_in(live))


@pytest.fixture
def large_folder(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text("", "utf-8")
    (tmp_path / "graph.html").write_bytes(b" " * LARGE)
    return tmp_path


def test_a_large_file_is_given_to_who_goes_on_taking_it(large_folder: Path) -> None:
    with running(large_folder, replace(LIMITS, exchange=4.0)) as live, connect(live) as slow:
        slow.sendall(GET_LARGE)
        begun = time.monotonic()
        assert read_to_the_end(slow, pause=0.2) > LARGE
        assert time.monotonic() - begun > 4.0


def test_a_large_file_is_not_given_to_who_takes_no_more_of_it(large_folder: Path) -> None:
    limits = replace(LIMITS, exchange=0.2, connections=2)
    with running(large_folder, limits) as live, connect(live) as slow:
        slow.sendall(GET_LARGE)
        assert slow.recv(1) == b"H"
        wait_until(lambda: is_let_in(live))  # the connection that the slow one held is free
        assert read_to_the_end(slow) < LARGE


def test_a_client_that_leaves_in_the_middle_harms_nobody(live: str, client: httpx.Client) -> None:
    with connect(live) as rude:
        rude.sendall(HALF_A_BODY)
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"nonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost.a.example\r\n\r\n",
    ],
)
def test_what_is_no_request_to_this_server_is_refused(live: str, sent: bytes) -> None:
    with connect(live) as client:
        client.sendall(sent)
        assert client.recv(65_536).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("begun", [b"GET /", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "])
def test_a_head_without_an_end_is_not_read_to_it(live: str, begun: bytes) -> None:
    with connect(live) as client, pytest.raises(ConnectionError):
        client.sendall(begun + b"a" * 100_000_000)


def test_the_body_of_an_answer_does_not_wait_for_its_head_to_be_acknowledged() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_the_limits_are_ordered_so_that_a_query_can_use_its_time() -> None:
    limits = Limits()
    assert limits.waiting < limits.exchange
    assert limits.request < limits.answer < limits.memory
