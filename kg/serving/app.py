"""The application: its addresses, and what every response of it says."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.query.engine import shipped_queries
from kg.serving.error_responses import HANDLERS
from kg.serving.limits import Limits
from kg.serving.pages import handlers
from kg.serving.pages.lookup import Lookup
from kg.serving.site import Site
from kg.serving.sparql.processes import Processes
from kg.serving.sparql.protocol import sparql
from kg.serving.sparql.service_description import figures
from kg.serving.store import StoredGraph

Endpoint = Callable[[Request], Awaitable[Response]]

# No page of ours has a script, and nothing of another site belongs on one.
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def application(
    directory: Path, graph: StoredGraph, limits: Limits, hosts: Collection[str] = ("*",)
) -> Starlette:
    """The site of a build, for requests to certain hosts alone.

    A page of another site can send its reader's browser to this server under a name of its own (DNS
    rebinding), and read what only this machine may: a server for one machine answers to its names alone.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        store = graph.open()
        processes = Processes(graph, limits)
        await processes.start()
        lookup = Lookup(store, graph.base_iri)
        app.state.site = Site(directory, lookup, figures(store), processes, shipped_queries(), limits)
        yield
        await processes.close()

    routes = [
        Route("/", handlers.home),
        Route("/id/{key:path}", handlers.identifier),
        Route("/doc/{key:path}", handlers.document),
        Route("/query", handlers.query),
        Route("/view", handlers.view),
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/graph.ttl", handlers.whole),
        Route("/style.css", _asset("style.css", "text/css")),
        Route("/openapi.json", _asset("openapi.json", "application/json")),
    ]
    middleware = [
        Middleware(_SameHeaders),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
    ]
    return Starlette(routes=routes, middleware=middleware, exception_handlers=HANDLERS, lifespan=lifespan)


class _SameHeaders:
    """Gives every response the headers above, where it has none of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, complete)


def _asset(name: str, media_type: str) -> Endpoint:
    body = files(__package__).joinpath(name).read_bytes()

    async def asset(_request: Request) -> Response:
        return Response(body, media_type=media_type, headers={"Cache-Control": "max-age=3600"})

    return asset
