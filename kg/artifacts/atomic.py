"""A file appears whole or not at all, and what has appeared outlives a failure of power."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kg.model.errors import OutputError


def atomic_write(path: Path, content: str | bytes) -> None:
    """Write a file under a temporary name beside `path`, then rename; OutputError when that is impossible.

    Text is written in UTF-8.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            write_durably(temporary, content.encode() if isinstance(content, str) else content)
            temporary.replace(path)
            sync_folder(path.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error


def write_durably(path: Path, content: bytes) -> None:
    """Write a file, and return when it is on the disk itself."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk itself; Windows has no way to ask for that."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
