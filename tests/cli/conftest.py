"""The command line, run in this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run `kg` with arguments (and an `input`): the result has exit_code, stdout and stderr."""
    return lambda *arguments, **options: CliRunner().invoke(
        app, [str(argument) for argument in arguments], catch_exceptions=False, **options
    )
