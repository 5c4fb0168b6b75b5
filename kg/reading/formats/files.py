"""Where bytes come from: files, folders of them, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.model.errors import InputError
from kg.reading.formats import limits

# The path that stands for standard input, and the name that its articles are called by.
STDIN, STDIN_NAME = Path("-"), Path("stdin")


def walk_files(path: Path) -> Iterator[Path]:
    """The file itself, or the files below a folder, in order, less the hidden ones.

    Links to folders are followed, but no folder is entered twice. One that may not be entered stands for its
    files.
    """
    if not os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where a folder may not be entered)
        yield path
        return
    paths: list[Path] = []
    entered = {os.path.realpath(path)}

    def is_new(folder: Path) -> bool:
        known = len(entered)
        entered.add(os.path.realpath(folder))
        return len(entered) > known

    def closed(error: OSError) -> None:
        paths.append(Path(error.filename))

    for folder, folders, names in os.walk(path, onerror=closed, followlinks=True):
        shown = (name for name in sorted(folders) if not name.startswith("."))
        folders[:] = [name for name in shown if is_new(Path(folder, name))]
        paths += [Path(folder, name) for name in names if not name.startswith(".")]
    yield from sorted(paths)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file or of standard input; InputError for more than anyone can mean, OSError."""
    if path != STDIN:
        with path.open("rb") as file:
            return _bounded(file)
    if sys.stdin is None:
        raise InputError("standard input is closed: give a file, or text through a pipe")
    return _bounded(sys.stdin.buffer)


def _bounded(file: BinaryIO) -> bytes:
    data = file.read(limits.FILE_BYTES + 1)
    if len(data) > limits.FILE_BYTES:
        raise InputError(f"it is larger than {limits.FILE_BYTES // 2**20} MB: give its parts")
    return data
