"""The HTTP surface keeps to its description, whatever is sent."""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files

import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.serving.conftest import PATIENCE

DESCRIBED = json.loads(files("kg.serving").joinpath("openapi.json").read_text("utf-8"))
OPERATIONS = [(path, method) for path, methods in DESCRIBED["paths"].items() for method in methods]


def test_it_is_of_this_version() -> None:
    assert DESCRIBED["info"]["version"] == version("press-kg")


@pytest.fixture(scope="module")
def surface(live: str) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_url(f"{live}/openapi.json")


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_response_is_as_described(surface: schemathesis.BaseSchema, path: str, method: str) -> None:
    @given(case=surface[path][method.upper()].as_strategy())
    @settings(max_examples=25)
    def send(case: schemathesis.Case) -> None:
        # A string that is no SPARQL is rightly refused, which a schema cannot say.
        case.call_and_validate(timeout=PATIENCE, excluded_checks=[positive_data_acceptance])

    send()
