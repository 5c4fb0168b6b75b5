"""A file appears whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from kg.errors import OutputError


def atomic_write(path: Path, content: str | bytes) -> None:
    """Write a file under a temporary name beside `path`, then rename; OutputError when that is impossible.

    Text is written in UTF-8.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            temporary.write_bytes(content.encode() if isinstance(content, str) else content)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error
