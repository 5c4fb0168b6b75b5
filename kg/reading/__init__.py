"""The reader: files to articles.

A .txt file is the text layer of a newspaper page or one plain article, a .pdf holds printed pages, a picture
is one; .html and .docx hold one article, .jsonl and .csv one a line or row; a folder is walked, `-` is
standard input. What cannot be read becomes a problem that says what to do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from kg.language.text import legible
from kg.model.errors import REPORT_IT, InputError
from kg.model.records import Article, Aside, Problem
from kg.reading.formats.docx import read_docx
from kg.reading.formats.encoding import decode
from kg.reading.formats.files import STDIN, STDIN_NAME, read_bytes, walk_files
from kg.reading.formats.html import read_html
from kg.reading.formats.pdf import read_pdf
from kg.reading.formats.tables import read_csv, read_jsonl
from kg.reading.ocr.pages import PICTURES, read_image
from kg.reading.press.publication import UNKNOWN, Publication, parse_path
from kg.reading.wrapped.page import read_text

__all__ = ["UNKNOWN", "Publication", "ReadResult", "read_file", "read_inputs"]

_LOG = logging.getLogger(__name__)

ReadItems = Iterator[Article | Aside | InputError]
Reader = Callable[[Path, bytes], ReadItems]


def _of_text(read: Callable[[Path, str], ReadItems]) -> Reader:
    """A reader of text made one of bytes."""

    def reader(path: Path, data: bytes) -> ReadItems:
        text = decode(data)
        if not text.strip():
            raise InputError("there is nothing but white space: give the text of a page or article")
        return read(path, text)

    return reader


_READERS: dict[str, Reader] = {
    ".txt": _of_text(read_text),
    ".jsonl": _of_text(read_jsonl),
    ".csv": _of_text(read_csv),
    ".html": _of_text(read_html),
    ".htm": _of_text(read_html),
    ".docx": read_docx,
    ".pdf": read_pdf,
    **dict.fromkeys(PICTURES, read_image),
}
# What standard input is, by its first characters; else it is text.
_OPENINGS = {
    b"{": ".jsonl",
    b"%pdf-": ".pdf",
    b"<!doctype html": ".html",
    b"<html": ".html",
    b"pk\x03\x04": ".docx",
}
# The date in the name of a table is that of the table, not of the articles in it.
_TABLES = {".jsonl", ".csv"}


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What one file gave: its articles, and what of it could not be read; `data` are its bytes.

    `path` is legible text whatever the file's name; `aside` is what stands on printed pages beside the
    articles.
    """

    path: Path
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    data: bytes
    aside: tuple[Aside, ...] = ()

    @property
    def text(self) -> str:
        """The decoded file, in which the offsets of its articles count; nothing where it is no text."""
        try:
            return decode(self.data)
        except InputError:
            return ""


def read_inputs(inputs: Sequence[Path], publication: Publication = UNKNOWN) -> Iterator[ReadResult]:
    """One result for each file, folders walked in sorted order; nothing is raised for a bad file.

    `publication` says when and where the articles appeared that do not say it themselves.
    """
    for place in inputs:
        for path in walk_files(place):
            yield _result_of(path, publication)


def read_file(path: Path, on_problem: Callable[[Problem], None] | None = None) -> list[Article]:
    """The articles of one file. Raises InputError where there are none.

    `on_problem` is called with each part that cannot be read beside them; without it, they are logged.
    """
    result = _result_of(path, UNKNOWN)
    if not result.articles:
        reasons = [f"{problem.path}: {problem.message}" for problem in result.problems]
        raise InputError("\n".join(reasons) or f"{path}: holds no article: give a page or an article")
    for problem in result.problems:
        (on_problem or _log_problem)(problem)
    return list(result.articles)


def _log_problem(problem: Problem) -> None:
    _LOG.warning("%s: %s", problem.path, problem.message)


def _result_of(file: Path, publication: Publication) -> ReadResult:
    """What one file gives; nothing is raised where it cannot be read."""
    path = STDIN_NAME if file == STDIN else Path(legible(str(file)))
    if path.suffix.lower() not in _TABLES:
        publication = publication.or_else(parse_path(path))
    articles: list[Article] = []
    aside: list[Aside] = []
    problems: list[Problem] = []
    data = b""
    try:
        reader, data = _opened(file)
        for item in reader(path, data):
            if isinstance(item, Article):
                articles.append(publication.complete(item))
            elif isinstance(item, Aside):
                aside.append(item)
            else:
                problems.append(Problem(str(path), str(item)))
    except InputError as error:
        problems.append(Problem(str(path), str(error)))
    except OSError as error:
        problems.append(Problem(str(path), f"{error.strerror or error}: check the path and its permissions"))
    except Exception as error:  # a fault of ours costs this file, not the batch
        _LOG.exception("the reader failed at %s", path)
        words = legible(f"the reader failed ({type(error).__name__}: {error}): {REPORT_IT}")
        problems.append(Problem(str(path), words))
    return ReadResult(path, tuple(articles), tuple(problems), data, tuple(aside))


def _opened(file: Path) -> tuple[Reader, bytes]:
    """The bytes of a file or of standard input, and what reads them."""
    if file == STDIN:
        data = read_bytes(file)
        opening = data[:1024].lstrip().lower()
        kinds = (kind for begins, kind in _OPENINGS.items() if opening.startswith(begins))
        return _READERS[next(kinds, ".txt")], data
    mode = file.stat().st_mode  # what is missing is missing, whatever its suffix
    if S_ISDIR(mode):
        raise InputError("the folder may not be entered: check its permissions")
    if not S_ISREG(mode):  # it may never end, or never begin
        raise InputError("this is a pipe or a device: give a file, or what it holds as standard input (-)")
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        suffixes = ", ".join(_READERS)
        raise InputError(f"{file.suffix or 'a file without a suffix'} cannot be read: give {suffixes}")
    return reader, read_bytes(file)
