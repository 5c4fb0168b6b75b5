"""What every address of the server works with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg.query.engine import ShippedQuery
from kg.serving.limits import Limits
from kg.serving.pages.lookup import Lookup
from kg.serving.sparql.processes import Processes
from kg.serving.sparql.service_description import Figures

# No form of ours, and no client of the protocol, sends more.
_FIELDS = 100


@dataclass(frozen=True, slots=True)
class Site:
    """The folder of a build, its graph, who answers queries to it, and the queries that are offered."""

    directory: Path
    lookup: Lookup
    figures: Figures
    processes: Processes
    queries: Sequence[ShippedQuery]
    limits: Limits


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    return cast(Site, request.app.state.site)


def fields(encoded: bytes) -> list[tuple[str, str]]:
    """The names and values of a query string or a form. Raises HTTPException where they are malformed."""
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS
        )
    except ValueError:
        raise HTTPException(400, "the parameters are not percent-encoded UTF-8, or too many") from None
