"""The SPARQL 1.1 Protocol, for queries: GET, a form by POST, or the query itself by POST.

https://www.w3.org/TR/sparql11-protocol/. The one graph is that of the build; other graphs and updates are
refused. GET without a query is answered with the description of the service, or for people with the page
that takes queries.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

import pyoxigraph as ox
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.model.errors import RefusedError
from kg.serving.negotiation import GRAPHS, HTML, RESULTS, preferred
from kg.serving.site import fields, site_of
from kg.serving.sparql.child import GRAPHS as WRITERS
from kg.serving.sparql.processes import Question, UnacceptableError
from kg.serving.sparql.service_description import PREFIXES_OF_DESCRIPTION, service

_FORM, _QUERY, _UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_ELSEWHERE = {"default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri"}
_MEDIA_TYPES = {name: types[0] for name, types in (*RESULTS.items(), *GRAPHS.items())}


async def sparql(request: Request) -> Response:
    """Answer a query, or describe the service."""
    query = await _query(request)
    accept = request.headers.get("accept")
    if query is None:
        return _description(request, accept)
    question = Question(query, preferred(accept, RESULTS), preferred(accept, GRAPHS))
    if question.results is None and question.graph is None:
        raise UnacceptableError("none of the formats asked for can be given")
    reply = await site_of(request).processes.ask(question)
    return _response(reply.body, reply.format)


def graph_response(triples: Iterable[ox.Triple], format_: str, prefixes: dict[str, str]) -> Response:
    """Triples in a format of `negotiation`."""
    body = io.BytesIO()
    ox.serialize(triples, body, format=WRITERS[format_], prefixes=prefixes)
    return _response(body.getvalue(), format_)


def _response(body: bytes, format_: str) -> Response:
    return Response(body, media_type=_MEDIA_TYPES[format_], headers={"Vary": "Accept"})


def _description(request: Request, accept: str | None) -> Response:
    format_ = preferred(accept, {**GRAPHS, "html": HTML})
    if format_ is None:
        raise UnacceptableError("the description of the service has none of the formats asked for")
    if format_ == "html":
        return RedirectResponse("/query", 303, headers={"Vary": "Accept"})
    site = site_of(request)
    try:
        triples = service(site.figures, str(request.base_url), site.lookup.base_iri)
    except ValueError:
        raise HTTPException(400, "the header Host is no host") from None
    return graph_response(triples, format_, PREFIXES_OF_DESCRIPTION)


async def _query(request: Request) -> str | None:
    """The query of a request; None where a client only looks who is there."""
    parameters = fields(request.scope["query_string"])
    if request.method == "POST":
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type == _UPDATE:
            raise RefusedError("this server answers queries and changes nothing")
        if media_type not in (_FORM, _QUERY):
            raise HTTPException(415, f"send {_FORM} or {_QUERY}")
        body = await _body(request, site_of(request).limits.request)
        parameters += fields(body) if media_type == _FORM else [("query", _text(body))]
    if any(name == "update" for name, _ in parameters):
        raise RefusedError("this server answers queries and changes nothing")
    if any(name in _ELSEWHERE for name, _ in parameters):
        raise RefusedError("a query reads the graph of one build: other graphs are not read")
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) > 1 or (request.method == "POST" and not queries):
        raise HTTPException(400, "give exactly one query")
    return queries[0] if queries else None


async def _body(request: Request, limit: int) -> bytes:
    """The body of a request, read no further than it may go."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise HTTPException(413, f"a request has no more than {limit:,} bytes")
    return body


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise HTTPException(400, "the query is not UTF-8") from None
