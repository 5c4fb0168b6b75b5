"""What all commands share."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import IO

import pytest

from kg import reading
from kg.cli.app import app
from tests.cli.conftest import Run

VERBS = ("build", "read", "query", "view", "explain", "validate", "evaluate", "serve")


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").stdout == f"kg {version('press-kg')}\n"


def test_help_names_every_verb(run: Run) -> None:
    shown = run("--help").stdout
    assert all(verb in shown for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(run: Run, verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert "DIR" in result.stdout or "INPUT" in result.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_can_be_verbose(run: Run, verb: str) -> None:
    assert "--verbose" in run(verb, "--help").stdout


def test_the_traceback_of_an_error_is_shown_to_those_who_ask(run: Run, tmp_path: Path) -> None:
    quiet, verbose = run("view", tmp_path), run("view", tmp_path, "--verbose")
    assert "Traceback" not in quiet.stderr
    assert "Traceback (most recent call last):" in verbose.stderr
    assert verbose.stderr.endswith(quiet.stderr)
    assert (quiet.exit_code, verbose.exit_code) == (2, 2)


def test_an_unexpected_error_is_one_message_that_says_how_to_report_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("kg.validation.validate", fail)
    result = run("validate", tmp_path)
    assert result.stderr == (
        "kg: failed unexpectedly (ZeroDivisionError: by nothing): "
        "please report it, with the traceback that --verbose shows\n"
    )
    assert result.exit_code == 2
    assert "in fail\n" in run("validate", tmp_path, "--verbose").stderr


def test_a_fault_of_the_reader_shows_its_traceback(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by\x1b[31mnothing")

    monkeypatch.setitem(reading._READERS, ".txt", fail)
    (tmp_path / "a.txt").write_text("正文有一句话。", "utf-8")
    assert "please report it, with the traceback that --verbose shows" in run("read", tmp_path).stderr
    shown = run("read", tmp_path, "--verbose").stderr
    assert "in fail\n" in shown
    assert "\x1b" not in shown


def test_the_library_itself_writes_no_log(tmp_path: Path) -> None:
    script = "import kg, logging; logging.getLogger('kg.x').error('a'); kg.load('none')"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path)
    lines = done.stderr.splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-1].startswith("kg.model.errors.InputError: none: holds no build")


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("build",), ("build", "x"), ("view",), ("build", "--workers", "0")]
)
def test_wrong_usage_is_exit_code_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_the_package_is_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("kg ")


class Full(io.StringIO):
    """A stream to a disk that has no room left."""

    def flush(self) -> None:
        if self.getvalue():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


PRINTING = (
    ("--help",),
    ("--version",),
    ("read", "BUILD/articles.jsonl"),
    ("read", "BUILD/articles.jsonl", "--json"),
    ("query", "--list"),
    ("query", "BUILD", "ASK { ?person a kg:Person }"),
    ("explain", "BUILD"),
    ("evaluate", "BUILD/articles.jsonl", "BUILD"),
    ("evaluate", "BUILD/articles.jsonl", "BUILD", "--json"),
    ("export", "BUILD", "--format", "nquads", "--output", "TMP"),
    ("validate", "BUILD"),
)

Printed = Callable[[IO[str], Sequence[str]], object]


@pytest.fixture
def printed(sample_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printed:
    """Run `kg` with its standard output to a stream, and tell its exit code."""

    def run(stream: IO[str], arguments: Sequence[str]) -> object:
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(SystemExit) as ended:
            app([a.replace("BUILD", str(sample_build)).replace("TMP", str(tmp_path)) for a in arguments])
        return ended.value.code

    return run


@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_full_disk_behind_the_output_is_one_message(
    printed: Printed, arguments: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(Full(), arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("kg: standard output cannot be written")
    assert line.endswith(os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_reader_that_has_had_enough_ends_the_program_quietly(
    printed: Printed, arguments: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with suppress(BrokenPipeError), os.fdopen(writer, "w", encoding="utf-8") as pipe:
        assert printed(pipe, arguments) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_what_was_not_written_is_not_tried_again_at_the_end() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kg", "--version"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_nobody_to_be_told_is_no_reason_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_build: Path
) -> None:
    monkeypatch.setattr(sys, "stderr", Full())
    with pytest.raises(SystemExit) as ended:
        app(["read", str(tmp_path / "none.txt"), str(sample_build / "articles.jsonl")])
    assert ended.value.code == 1
