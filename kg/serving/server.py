"""The server: uvicorn, with a limit to how long one client may take."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.model.errors import InputError
from kg.serving.app import application
from kg.serving.limits import Limits
from kg.serving.store import stored

# What a server that only this machine can reach answers to.
_LOOPBACK = ("127.0.0.1", "[::1]", "localhost")

# Of the head of a request: a query by GET is part of it.
_HEAD = 65_536


def listen(host: str, port: int) -> socket.socket:
    """A socket that clients can connect to. Raises InputError where that cannot be."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.create_server(address, family=family)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no name of a host"
        raise InputError(f"{host}, port {port}: cannot be listened at ({reason}); give another") from error
    # asyncio sets TCP_NODELAY only on sockets that name their protocol; without it, the body of an answer
    # waits until the client has acknowledged the head, forty milliseconds.
    return socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP, listener.detach())


@contextmanager
def serving(directory: Path, listener: socket.socket, limits: Limits) -> Iterator[uvicorn.Server]:
    """A server of the build in a folder, to be run with the listener; its store is gone after the block.

    Raises InputError where the folder holds no graph.
    """
    # Where it listens to more than the machine itself, it can be meant by any name of the machine.
    hosts = _LOOPBACK if ip_address(listener.getsockname()[0]).is_loopback else ("*",)
    with stored(directory) as graph:
        config = uvicorn.Config(
            application(directory, graph, limits, hosts),
            http=_patient(limits),
            ws="none",
            log_level="warning",
            proxy_headers=False,
            server_header=False,
            limit_concurrency=limits.connections,
            h11_max_incomplete_event_size=_HEAD,
            timeout_graceful_shutdown=2,
        )
        yield uvicorn.Server(config)


def _patient(limits: Limits) -> type[H11Protocol]:
    """HTTP with an end to the patience: uvicorn itself waits for ever for what a client has begun to send.

    A client has some seconds for the head of a request, some more for its body, and these again whenever it
    stops taking an answer.
    """

    class Patient(H11Protocol):
        _timer: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._wait(limits.head)

        def handle_events(self) -> None:
            before = self.conn.their_state
            super().handle_events()
            if self.conn.their_state is not before:
                self._wait_for_the_rest()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._wait_for_the_rest()

        def pause_writing(self) -> None:
            super().pause_writing()
            self._wait(limits.exchange)

        def resume_writing(self) -> None:
            super().resume_writing()
            self._wait_for_the_rest()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop_waiting()
            super().connection_lost(exc)

        def _wait_for_the_rest(self) -> None:
            """Wait for what the client has not sent yet; with the whole request, the turn is the server's."""
            if self.conn.their_state is h11.IDLE:
                self._wait(limits.head)
            elif self.conn.their_state is h11.SEND_BODY:
                self._wait(limits.exchange)
            else:
                self._stop_waiting()

        def _wait(self, seconds: float) -> None:
            """Cut the connection after so many seconds, unless something else is awaited till then."""
            self._stop_waiting()
            self._timer = self.loop.call_later(seconds, self.transport.abort)

        def _stop_waiting(self) -> None:
            if self._timer:
                self._timer.cancel()

    return Patient
