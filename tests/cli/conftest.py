"""The command line, run in this process."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator

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


@pytest.fixture(autouse=True)
def handler() -> Iterator[None]:
    """What this process itself does when it is asked to end stays as it was."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)
