"""The pages for people: HTML made by templates that escape all they are given, without scripts."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from math import ceil
from typing import Any
from urllib.parse import unquote

import pyoxigraph as ox
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from kg.artifacts.names import TURTLE, VIEW
from kg.language.text import visible
from kg.model import iri
from kg.model.errors import KGError
from kg.model.ontology import PREFIXES, TERMS
from kg.serving.error_responses import status_of
from kg.serving.negotiation import GRAPHS, HTML, preferred
from kg.serving.pages.description import CLAIMS, Name, describe
from kg.serving.pages.links import Link, Links
from kg.serving.pages.lookup import Lookup
from kg.serving.pages.rdf_document import Document, rdf_document
from kg.serving.site import fields, site_of
from kg.serving.sparql.processes import Question, Reply, UnacceptableError
from kg.serving.sparql.protocol import graph_response

# A client that takes anything is a program: a browser names HTML.
_DOCUMENTS = {**GRAPHS, "html": HTML}

# The same as RDF: media type and name of each format.
_LABELS = {"turtle": "Turtle", "ntriples": "N-Triples", "rdfxml": "RDF/XML", "jsonld": "JSON-LD"}
_ALTERNATES = {name: (types[0], _LABELS[name]) for name, types in GRAPHS.items()}

# How many rows of an answer a page shows.
_ROWS = 500

# The view carries its own scripts, and a policy of its own that allows nothing else.
_POLICY_OF_VIEW = "frame-ancestors 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'"

_templates = Environment(
    loader=PackageLoader("kg.serving.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What the page shows of an answer: a table or, for a graph, its Turtle."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Link | None, ...], ...] = ()
    more: int = 0
    text: str = ""


def page(template: str, status: int = 200, **values: Any) -> Response:
    """A page from a template, its values escaped."""
    return HTMLResponse(_templates.get_template(template).render(values), status)


async def home(request: Request) -> Response:
    """What the graph holds."""
    figures = site_of(request).figures
    members = [(name, Name(TERMS[name].zh, TERMS[name].en), count) for name, count in figures.members.items()]
    return page("home.html", triples=figures.triples, members=members)


async def identifier(request: Request) -> Response:
    """From the IRI of a thing to the document about it."""
    path = request.scope["raw_path"].decode("ascii").removeprefix("/id/")
    asked = request.scope["query_string"].decode("ascii")
    return RedirectResponse(f"/doc/{path}{'?' if asked else ''}{asked}", 303)


async def document(request: Request) -> Response:
    """What the graph says of one resource, for people or as RDF."""
    lookup = site_of(request).lookup
    node = lookup.node(_key(request.scope["raw_path"].decode("ascii").removeprefix("/doc/")))
    number, format_ = _page_number(request), _document_format(request)
    make = describe if format_ == "html" else rdf_document
    made = await run_in_threadpool(make, lookup, node, number)
    if made is None:
        raise HTTPException(404, f"the graph does not know {node.value}")
    pages = max(ceil(made.claims / CLAIMS), 1)
    if isinstance(made, Document):
        response = graph_response(made.triples, format_, PREFIXES)
    else:
        response = page("document.html", one=made, number=number, pages=pages, formats=_ALTERNATES)
        response.headers["Vary"] = "Accept"
    if others := _other_pages(request, Links(lookup).address(node), number, pages):
        response.headers["Link"] = others
    return response


async def query(request: Request) -> Response:
    """The shipped queries as forms, or SPARQL of one's own, and the answer."""
    values = dict(fields(request.scope["query_string"]))
    known = site_of(request).queries
    chosen = next((one for one in known if one.name == values.get("name")), None)
    if "name" in values and not chosen:
        raise HTTPException(404, "there is no shipped query of this name")
    text = chosen.text if chosen else values.get("query", "")
    parameters = {name[1:]: value for name, value in values.items() if name.startswith("$") and value}
    answer, complaint, status = None, "", 200
    if text.strip():
        try:
            asked = Question(text, results="json", graph="turtle", parameters=parameters)
            reply = await site_of(request).processes.ask(asked)
            answer = await run_in_threadpool(_answer, site_of(request).lookup, reply)
        except KGError as error:
            complaint, status = str(error), status_of(error)
    return page(
        "query.html",
        status,
        known=known,
        chosen=chosen,
        text=text,
        parameters=parameters,
        answer=answer,
        complaint=complaint,
    )


async def view(request: Request) -> Response:
    """The interactive view of the build."""
    return _file(request, VIEW, "text/html", {"Content-Security-Policy": _POLICY_OF_VIEW})


async def whole(request: Request) -> Response:
    """The graph as it is."""
    return _file(request, TURTLE, "text/turtle")


def _file(request: Request, name: str, media_type: str, headers: dict[str, str] | None = None) -> Response:
    path = site_of(request).directory / name
    if not path.is_file():
        raise HTTPException(404, f"the build holds no {name}")
    return FileResponse(path, media_type=media_type, headers=headers)


def _key(path: str) -> str:
    """The key of a resource, as `kg.model.iri` writes it, from the percent-encoded path of an address."""
    return "/".join(iri.segment(unquote(part)) for part in path.split("/"))


def _page_number(request: Request) -> int:
    number = request.query_params.get("page", "1")
    if not re.fullmatch("[1-9][0-9]{0,5}", number):
        raise HTTPException(400, "page is a number from 1 on")
    return int(number)


def _other_pages(request: Request, address: str | None, number: int, pages: int) -> str:
    """The header Link to the pages before and after (RFC 8288)."""
    format_ = request.query_params.get("format")
    asked = f"&format={format_}" if format_ else ""
    others = [("prev", number - 1), ("next", number + 1)]
    return ", ".join(
        f'<{address}?page={other}{asked}>; rel="{rel}"' for rel, other in others if 1 <= other <= pages
    )


def _document_format(request: Request) -> str:
    """The format by name in the address, or else by the header Accept."""
    named = request.query_params.get("format")
    if named is not None and named not in _DOCUMENTS:
        raise HTTPException(400, f"format is one of {', '.join(_DOCUMENTS)}")
    format_ = named or preferred(request.headers.get("accept"), _DOCUMENTS)
    if format_ is None:
        raise UnacceptableError("the document has none of the formats asked for")
    return format_


def _answer(lookup: Lookup, reply: Reply) -> ShownAnswer:
    """The answer as the page shows it, made of JSON for tables and of Turtle for graphs."""
    if reply.format == "turtle":
        return ShownAnswer(text=reply.body.decode())
    results = json.loads(reply.body)
    if "boolean" in results:
        return ShownAnswer(text="是 yes" if results["boolean"] else "否 no")
    columns, bindings = results["head"]["vars"], results["results"]["bindings"]
    links = Links(lookup)
    rows = tuple(tuple(_cell(links, row.get(name)) for name in columns) for row in bindings[:_ROWS])
    return ShownAnswer(tuple(columns), rows, len(bindings) - len(rows))


def _cell(links: Links, term: dict[str, Any] | None) -> Link | None:
    if term is None:
        return None
    if term["type"] == "uri":
        return links.to(ox.NamedNode(term["value"]))
    return Link(visible(term["value"] if isinstance(term["value"], str) else json.dumps(term["value"])))
