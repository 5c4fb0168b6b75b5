"""Dates as people, spreadsheets and programs write them, in ISO 8601.

A whole text is read as a date (a field of a table, an option): 2025/6/3, 2025.6.3, 20250603,
2025年6月3日 星期二 8:00, 二〇二五年六月三日, 2025-06-03T08:00:00+08:00. Or the days in a text are sought (the
name of a file, the folio of a page). Full-width forms count as narrow ones. Of a time only the day is kept;
where it tells its zone, that is the day in China: what a program calls 16:00 UTC is midnight there. What
could be read in two ways (3/6/2025, 25-6-3, the number that a spreadsheet has for a day) is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from unicodedata import normalize

from kg.language.numerals import number

# Within a text only these are years; a text that is a date and nothing else may tell others.
_YEAR, _ANY_YEAR = r"(?:1[89]|20)\d\d", r"[12]\d\d\d"
# 二〇二五, 二零二五, 二O二五, 二0二五
_YEAR_IN_WORDS = "[一二][〇零○O0一二三四五六七八九]{3}"
_MONTH = r"(?:\d\d?|[元一二三四五六七八九]|十[一二]?)"
_DAY = r"(?:\d\d?|[一二三四五六七八九]|[二三]?十[一二三四五六七八九]?)"
_MARK = r"[-/._\u2010-\u2015\u2212]"
# A day written out, the day of the week and the time of the day, in a narrow text.
WRITTEN_OUT = rf"(?:{_YEAR}|{_YEAR_IN_WORDS})\s*年\s*{_MONTH}\s*月\s*{_DAY}\s*[日号號]"
WEEKDAY = r"(?:星期|周|礼拜|週|禮拜)\s*[一二三四五六日天]"
_HOUR, _SIXTY = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
CLOCK = (
    rf"{_HOUR}:{_SIXTY}(?::{_SIXTY}(?:[.,]\d+)?)?(?:\s*[AP]M)?|(?:[01]\d|2[0-4]){_SIXTY}(?:{_SIXTY})?"
    rf"|{_HOUR}[时時点點](?:[0-5]?\d分?)?(?:[0-5]?\d秒)?[整许許]?"
)
# A space is before it, or what ends a day.
_TIME = (
    r"(?:(?:[T\s,]++|(?<=[日号號天一二三四五六)])|(?<=\d{8}))(?:[上下中正]午|凌晨|清晨|早[上晨]|晚[上间])?"
    rf"\s*+(?P<clock>{CLOCK}))?\s*+(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?"
)
_CHINA = timedelta(hours=8)


def _forms(year: str) -> tuple[str, str, str]:
    """The ways to write a day, as regular expressions with the groups year, month and day."""
    return (
        rf"(?P<year>{year})\s?(?P<mark>{_MARK})\s?(?P<month>\d\d?)\s?(?P=mark)\s?(?P<day>\d\d?)(?!\d)",
        rf"(?P<year>{year})(?P<month>\d\d)(?P<day>\d\d)",
        rf"(?P<year>{year}|{_YEAR_IN_WORDS})\s*年\s*(?P<month>{_MONTH})\s*月\s*(?P<day>{_DAY})\s*[日号號]",
    )


# 20250603.0 is what a table with gaps makes of a number.
_WHOLE = [
    re.compile(rf"{form}(?:\s*+\(?{WEEKDAY}\)?)?(?:\.0|{_TIME})", re.ASCII | re.IGNORECASE)
    for form in _forms(_ANY_YEAR)
]
_WITHIN = [
    re.compile(rf"(?<![\d〇零○O一二三四五六七八九]){form}(?!(?<=\d)\d)", re.ASCII) for form in _forms(_YEAR)
]
_MONTH_ALONE = re.compile(
    rf"(?P<year>{_ANY_YEAR}|{_YEAR_IN_WORDS})(?:[-/](?=\d)|\s*年\s*)(?P<month>{_MONTH})(?:\s*月份?)?",
    re.ASCII,
)
_YEAR_ALONE = re.compile(rf"(?P<year>{_ANY_YEAR}|{_YEAR_IN_WORDS}(?=\s*年))\s*年?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Day:
    """A day (ISO 8601) and where it is written in the `narrow` form of a text."""

    iso: str
    start: int
    end: int


def narrow(text: str) -> str:
    """The text with full-width digits and marks as narrow ones."""
    return normalize("NFKC", text)


def days_in(text: str) -> Iterator[Day]:
    """The days that are written in a narrow text, form by form."""
    for form in _WITHIN:
        for found in form.finditer(text):
            if day := _iso(found["year"], found["month"], found["day"]):
                yield Day(day, *found.span())


def day_of(text: str) -> str | None:
    """The day that the text is, with or without a time; None where it is none."""
    written = narrow(text).strip()
    found = next(filter(None, (form.fullmatch(written) for form in _WHOLE)), None)
    if found:
        return _in_china(found)
    try:  # of a year that is written in no other way
        return written if date.fromisoformat(written).isoformat() == written else None
    except ValueError:
        return None


def date_of(text: str) -> str | None:
    """The day that the text is, or the month (2025-06) or year that it is; None where it is none of them."""
    written = narrow(text).strip()
    if day := day_of(written):
        return day
    if found := _MONTH_ALONE.fullmatch(written):
        first = _iso(found["year"], found["month"], "1")
        return first.removesuffix("-01") if first else None
    if found := _YEAR_ALONE.fullmatch(written):
        return str(number(found["year"]))
    return None


def _in_china(found: re.Match[str]) -> str | None:
    """The day of a match with a clock and a zone, in China; as it is written where one is lacking."""
    day = _iso(found["year"], found["month"], found["day"])
    if not (day and found["clock"] and found["zone"]):
        return day
    hours, minutes, *_ = (*re.findall(r"\d\d?", found["clock"]), "0")
    time = datetime.fromisoformat(day) + timedelta(hours=int(hours), minutes=int(minutes))
    return (time - _offset(found["zone"]) + _CHINA).date().isoformat()


def _offset(zone: str) -> timedelta:
    """How far a zone is before UTC: +08:00, -0500, Z."""
    if zone[0] not in "+-":
        return timedelta()
    hours, minutes, *_ = (*re.findall(r"\d\d", zone), "0")
    return timedelta(hours=int(zone[0] + hours), minutes=int(zone[0] + minutes))


def _iso(year: str, month: str, day: str) -> str | None:
    """The date of a year, month and day; None where there is no such day."""
    try:
        return date(number(year), number(month), number(day)).isoformat()
    except ValueError:
        return None
