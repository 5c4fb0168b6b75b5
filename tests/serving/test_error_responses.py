"""What a client hears of an error."""

from __future__ import annotations

import pytest

from kg.model.errors import InputError, KGError, QueryError, RefusedError
from kg.serving.error_responses import status_of
from kg.serving.sparql.processes import BusyError, ExcessiveError, UnacceptableError


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (QueryError("x"), 400),
        (RefusedError("x"), 403),
        (UnacceptableError("x"), 406),
        (ExcessiveError("x"), 422),
        (BusyError("x"), 503),
        (InputError("x"), 500),
    ],
)
def test_the_status_says_whose_the_fault_is(error: KGError, status: int) -> None:
    assert status_of(error) == status
