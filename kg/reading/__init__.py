"""The reader: files to articles.

A .txt file is the text layer of a newspaper page or one plain article, a .pdf holds printed pages; .jsonl and
.csv hold one article a line or row; a folder is walked. What cannot be read becomes a problem that says what
to do.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.reading.decode import decode
from kg.reading.page import read_text
from kg.reading.pdf import read_pdf
from kg.reading.tables import read_csv, read_jsonl
from kg.records import Article, Problem

__all__ = ["ReadResult", "read", "read_file"]

Found = Iterator[Article | InputError]


def _of_text(read: Callable[[Path, str], Found]) -> Callable[[Path], Found]:
    """A reader of text made one of files."""

    def reader(path: Path) -> Found:
        text = decode(path.read_bytes())
        if not text.strip():
            raise InputError("there is nothing but white space: give the text of a page or article")
        return read(path, text)

    return reader


_READERS = {
    ".txt": _of_text(read_text),
    ".jsonl": _of_text(read_jsonl),
    ".csv": _of_text(read_csv),
    ".pdf": read_pdf,
}


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What one file gave: its articles, and what of it could not be read."""

    path: Path
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read(inputs: Sequence[Path]) -> Iterator[ReadResult]:
    """One result for each file, folders walked in sorted order; nothing is raised for a bad file."""
    for given in inputs:
        for path in _files(given):
            yield _read(path)


def read_file(path: Path) -> list[Article]:
    """The articles of one file; InputError where it, or a part of it, cannot be read."""
    result = _read(path)
    if result.problems:
        problem = result.problems[0]
        raise InputError(f"{problem.path}: {problem.message}")
    return list(result.articles)


def _files(given: Path) -> list[Path]:
    """The file itself, or the files below a folder; a folder that may not be entered stands for its files."""
    if not os.path.isdir(given):  # noqa: PTH112 (Path.is_dir raises where a folder may not be entered)
        return [given]
    found: list[Path] = []

    def closed(error: OSError) -> None:
        found.append(Path(error.filename))

    for folder, folders, files in os.walk(given, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in files if not name.startswith(".")]
    return sorted(found)


def _read(path: Path) -> ReadResult:
    articles: list[Article] = []
    problems: list[Problem] = []
    try:
        path.stat()  # what is missing is missing, whatever its suffix
        reader = _READERS.get(path.suffix.lower())
        if reader is None:
            kinds = ", ".join(_READERS)
            raise InputError(f"{path.suffix or 'a file without a suffix'} cannot be read: give {kinds}")
        for found in reader(path):
            if isinstance(found, Article):
                articles.append(found)
            else:
                problems.append(Problem(str(path), str(found)))
    except InputError as error:
        problems.append(Problem(str(path), str(error)))
    except OSError as error:
        problems.append(Problem(str(path), f"{error.strerror or error}: check the path and its permissions"))
    except Exception as error:  # a fault of ours costs this file, not the batch
        problems.append(
            Problem(str(path), f"the reader failed ({type(error).__name__}: {error}): please report it")
        )
    return ReadResult(path, tuple(articles), tuple(problems))
