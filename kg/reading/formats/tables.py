"""Articles in tables: one a line of .jsonl, one a row of .csv."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.language.dates import date_of
from kg.model.errors import InputError
from kg.model.records import Article
from kg.reading.article import new_article

# A message shows so many characters of a date that is none.
_SHOWN_LENGTH = 40

# A field may hold a whole article.
csv.field_size_limit(sys.maxsize)


def read_jsonl(path: Path, text: str) -> Iterator[Article | InputError]:
    """The article of each line, or what is wrong with the line."""
    number = 0
    for line_number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        number += 1
        try:
            fields = _json_object(line)
        except InputError as error:
            yield InputError(f"line {line_number}: {error}")
        else:
            yield from _row(path, number, line_number, fields)


def read_csv(path: Path, text: str) -> Iterator[Article | InputError]:
    """The article of each row; the first row names the columns."""
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if "text" not in (reader.fieldnames or ()):
            raise InputError(
                "no column is named text: name the columns in the first row (text, id, title, date, source)"
            )
        for number, row in enumerate(reader, 1):
            fields = {key: value for key, value in row.items() if value}
            yield from _row(path, number, reader.line_num, fields)
    except csv.Error as error:
        yield InputError(f"line {reader.reader.line_num}: this is not CSV ({error}): repair it from here on")


def _json_object(line: str) -> Mapping[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError("this is not JSON: write one object a line") from None
    if not isinstance(value, dict):
        raise InputError('this is not an object: write {"text": "…"}')
    return value


def _row(path: Path, number: int, line: int, fields: Mapping[str, object]) -> Iterator[Article | InputError]:
    """The article of a row, and what is wrong with the row; without a date that can be read it is one yet."""
    try:
        yield _article(path, number, fields)
    except InputError as error:
        yield InputError(f"line {line}: {error}")
        return
    if (written := _written_date(fields)) and date_of(written) is None:
        shown = written[:_SHOWN_LENGTH]
        yield InputError(f"line {line}: date {shown!r} is no date and left out: write it as 2025-06-04")


def _article(path: Path, number: int, fields: Mapping[str, object]) -> Article:
    """An article from its fields; `text` is kept character for character."""
    text, title = _string(fields, "text"), _string(fields, "title")
    if text is None or not text.strip():
        raise InputError("there is no text: give the article in the field text")
    if title and text.split("\n", 1)[0] != title:
        text = f"{title}\n{text}"
    return new_article(
        _string(fields, "id") or f"{path.stem}-{number:02}",
        title or "",
        text,
        date=date_of(_written_date(fields)),
        source=_string(fields, "source"),
    )


def _written_date(fields: Mapping[str, object]) -> str:
    """What stands in the field of the date; nothing where it is empty, which is NaN in a table with gaps."""
    value = fields.get("date")
    return "" if value is None or value != value else str(value).strip()


def _string(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise InputError(f"{name} is not a string: put it in quotation marks")
    for offset, char in enumerate(value):
        if char == "\x00" or "\ud800" <= char <= "\udfff":
            raise InputError(
                f"{name} holds U+{ord(char):04X} at character {offset}, which is no text: remove it"
            )
    return value
