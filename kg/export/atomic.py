"""A file appears whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from kg.errors import OutputError


def atomic_write(path: Path, text: str) -> None:
    """Write UTF-8 under a temporary name beside `path`, then rename; OutputError when that is impossible."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            temporary.write_text(text, "utf-8", newline="")
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error
