"""Connections: clients that are slow, huge or strange, and the names that the server answers to."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import httpx
import pytest

from kg.serving.limits import Limits
from kg.serving.server import listen
from tests.serving.conftest import LIMITS, running


def connect(live: str) -> socket.socket:
    host, port = live.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=10)


@pytest.mark.parametrize(
    ("sent", "patience"),
    [
        (b"", LIMITS.head),
        (b"GET / HTTP/1.1\r\nHost: loc", LIMITS.head),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHo", LIMITS.head),
        (
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: 99\r\n\r\nASK",
            LIMITS.exchange,
        ),
    ],
    ids=["says nothing", "half a head", "half a second head", "half a body"],
)
def test_a_slow_client_is_cut_off_and_holds_up_nobody(
    live: str, client: httpx.Client, sent: bytes, patience: float
) -> None:
    with connect(live) as slow:
        begun = time.monotonic()
        slow.sendall(sent)
        assert client.get("/").status_code == 200
        try:
            while slow.recv(65_536):
                pass
        except ConnectionResetError:
            pass
        assert patience - 0.3 < time.monotonic() - begun < patience + 2


def test_many_idle_clients_shut_others_out_for_no_longer_than_their_patience(live: str) -> None:
    with ExitStack() as idle:
        for _ in range(LIMITS.connections):
            idle.enter_context(connect(live))
        time.sleep(0.2)
        assert httpx.get(live).status_code == 503
        time.sleep(LIMITS.head)
        assert httpx.get(live).status_code == 200


@pytest.mark.parametrize(("idle", "whole"), [(0.0, True), (3.0, False)])
def test_a_large_file_is_given_to_who_goes_on_taking_it(tmp_path: Path, idle: float, whole: bool) -> None:
    (tmp_path / "graph.ttl").write_text("", "utf-8")
    (tmp_path / "graph.html").write_bytes(b" " * 30_000_000)
    taken = 0
    with running(tmp_path, LIMITS) as live, connect(live) as slow:
        slow.sendall(b"GET /view HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        time.sleep(idle)
        with suppress(ConnectionResetError):
            while piece := slow.recv(1_000_000):
                taken += len(piece)
                time.sleep(0.002)
    assert (taken > 30_000_000) is whole


def test_a_client_that_leaves_in_the_middle_harms_nobody(live: str, client: httpx.Client) -> None:
    with connect(live) as rude:
        rude.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: 99\r\n\r\nASK"
        )
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


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:80", "[::1]:80"])
def test_the_names_of_the_machine_are_known(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/doc/person/林晓岚", "/query", "/view", "/sparql", "/graph.ttl", "/style.css", "/none"]
)
def test_every_response_tells_browsers_to_be_strict(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers
    if path != "/view":  # whose own policy names its scripts one by one
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "script-src" not in headers["content-security-policy"]


def test_the_body_of_an_answer_does_not_wait_for_its_head_to_be_acknowledged() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_the_limits_are_ordered_so_that_a_query_can_use_its_time() -> None:
    limits = Limits()
    assert limits.waiting < limits.exchange
    assert limits.request < limits.answer < limits.memory
