"""What a client hears when a request cannot be answered: a status, and one plain sentence or two."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from kg.model.errors import KGError, QueryError, RefusedError
from kg.serving.sparql.processes import BusyError, ExcessiveError, UnacceptableError

# The first that fits. A query that asks for too much is the client's to change, not to send again: no 5xx.
_STATUS: tuple[tuple[type[KGError], int], ...] = (
    (RefusedError, 403),
    (QueryError, 400),
    (UnacceptableError, 406),
    (ExcessiveError, 422),
    (BusyError, 503),
)


def status_of(error: KGError) -> int:
    """The HTTP status of an error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


async def explained(_request: Request, error: Exception) -> Response:
    """An error as plain text."""
    if isinstance(error, HTTPException):
        return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
    if isinstance(error, KGError):
        retry = {"Retry-After": "5"} if isinstance(error, BusyError) else None
        return PlainTextResponse(f"{error}\n", status_of(error), retry)
    raise error


async def forsaken(_request: Request, _error: Exception) -> Response:
    """A client that left in the middle of its request hears nothing of this."""
    return PlainTextResponse("", 400)


HANDLERS = {HTTPException: explained, KGError: explained, ClientDisconnect: forsaken}
