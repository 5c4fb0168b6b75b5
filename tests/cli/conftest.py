"""The command line, run in this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run `kg` with arguments: the result has exit_code, stdout and stderr."""
    return lambda *arguments: CliRunner().invoke(
        app, [str(argument) for argument in arguments], catch_exceptions=False
    )
