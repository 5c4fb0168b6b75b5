"""The command line, run in this process."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Iterator

import pytest
from typer.testing import CliRunner, Result

from kg.cli.app import app

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run `kg` with arguments (and an `input`): the result has exit_code, stdout and stderr."""
    return lambda *arguments, **options: CliRunner().invoke(
        app, [str(argument) for argument in arguments], catch_exceptions=False, **options
    )


@pytest.fixture(autouse=True)
def log() -> Iterator[None]:
    """The log of `kg`, silent again after each test."""
    logger = logging.getLogger("kg")
    handlers, level = logger.handlers[:], logger.level
    yield
    logger.handlers[:] = handlers
    logger.setLevel(level)


@pytest.fixture(autouse=True)
def handler() -> Iterator[None]:
    """What this process itself does when it is asked to end stays as it was."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)
