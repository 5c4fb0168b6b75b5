"""When and in which newspaper an article appeared: what its input says of it, and who is believed.

The article's own word (a field of its record, the folio of its page, the metadata of its web page) goes
before what the user says of all inputs, and that before a guess from the file's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.records import Article
from kg.text import HAN, legible

# 2025-06-04, 2025_06_04, 2025.6.4, 20250604, 2025年6月4日, in no longer number.
_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)"
    r"(?:(?P<mark>[-_.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"|(?P<month2>\d\d)(?P<day2>\d\d)|年(?P<month3>\d{1,2})月(?P<day3>\d{1,2})日)(?!\d)"
)
# 云州日报, 云州晚报: names that only newspapers have.
PAPER = rf"[{HAN}]{{2,8}}(?:日报|晚报|早报|晨报|时报|周报|都市报|商报|工人报|青年报)"
_ALONE = re.compile(rf"(?<![{HAN}]){PAPER}(?![{HAN}])")


@dataclass(frozen=True, slots=True)
class Publication:
    """A date (ISO 8601) and the name of a newspaper, as far as they are known."""

    date: str | None = None
    source: str | None = None

    @classmethod
    def given(cls, date: str | None, source: str | None) -> Publication:
        """What a user says; InputError where the date is none, or the name no text."""
        if date is not None and iso(*date.split("-")) != date:
            raise InputError(f"{date!r} is no date: write it as 2025-06-04")
        if source is not None and legible(source) != source:
            raise InputError(f"{source!r} is no name of a newspaper: write it in UTF-8")
        return cls(date, source)

    def completing(self, article: Article) -> Article:
        """The article with what it does not say itself."""
        return replace(article, date=article.date or self.date, source=article.source or self.source)

    def or_else(self, other: Publication) -> Publication:
        """This, and the other's where this knows nothing."""
        return Publication(self.date or other.date, self.source or other.source)


UNKNOWN = Publication()


def named(path: Path) -> Publication:
    """What the name of a file, or of the folder that it lies in, tells.

    A folder tells the date only where its name is nothing but one.
    """
    folder = path.parent.name
    return Publication(
        only_day(path.stem) or (only_day(folder) if _DAY.fullmatch(folder) else None),
        only(match.group() for match in _ALONE.finditer(path.stem)),
    )


def only_day(text: str) -> str | None:
    """The date (ISO 8601) that stands in a text; None where none does, or several do."""
    return only(_days(text))


def _days(text: str) -> Iterator[str]:
    for match in _DAY.finditer(text):
        numbers = [number for name, number in match.groupdict().items() if number and name != "mark"]
        if found := iso(*numbers):
            yield found


def iso(*numbers: str) -> str | None:
    """The date of a year, month and day; None where there is no such day."""
    try:
        year, month, day = map(int, numbers)
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def only(found: Iterable[str]) -> str | None:
    """The one thing that is found, however often; None where there are several."""
    several = set(found)
    return several.pop() if len(several) == 1 else None
