"""When and in which newspaper an article appeared: what its input says of it, and whose word counts.

The article's own word (a field of its record, the folio of its page, the metadata of its web page, a line
below its headline) goes before what the user says of all inputs, and that before a guess from the file's
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kg.language.dates import CLOCK, WEEKDAY, day_of, days_in, narrow
from kg.language.text import HAN, legible
from kg.model.errors import InputError
from kg.model.records import Article

# 云州日报, 云州晚报: names that only newspapers have.
PAPER = rf"[{HAN}]{{2,8}}(?:日报|晚报|早报|晨报|时报|周报|都市报|商报|工人报|青年报)"
_PAPER_ALONE = re.compile(rf"(?<![{HAN}]){PAPER}(?![{HAN}])")
_IS_PAPER = re.compile(PAPER)
# 《云州日报》（2025年10月20日 第 01 版）, 来源：云州日报 2025-10-20 08:00: below a headline such a line says
# where and when the article appeared. What stands there beside the day, in narrow marks:
_PAGE = re.compile(
    rf"(?:(?:第\s*+)?[A-Z]?\d{{1,3}}\s*+版|第[一二三四五六七八九十]{{1,3}}版)(?:[\s:]*[{HAN}]{{2,6}}(?=\s*\)))?"
)
_TIME = re.compile(rf"{WEEKDAY}|{CLOCK}|(?:发布|发稿)?(?:时间|日期)\s*:")
_NAME = rf"[{HAN}A-Za-z0-9·]{{2,15}}"
_LABELLED_NAME = re.compile(
    r"[\s(\[,|]*+(?:(?P<label>来源|稿源|原载|出处)\s*+:)?\s*+"
    rf"(?:《\s*+(?P<quoted>{_NAME})\s*+》|(?P<bare>{_NAME}))?[\s()\[\],|]*+"
)
# Such a line has no more characters.
_MAX_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Publication:
    """A date (ISO 8601) and the name of a newspaper, as far as they are known."""

    date: str | None = None
    source: str | None = None

    @classmethod
    def parse(cls, date: str | None, source: str | None) -> Publication:
        """What a user says; InputError where the date is no day, or the name no text."""
        day = None if date is None else day_of(date)
        if date is not None and day is None:
            raise InputError(f"{date!r} is no date: write it as 2025-06-04")
        if source is not None and legible(source) != source:
            raise InputError(f"{source!r} is no name of a newspaper: write it in UTF-8")
        return cls(day, source)

    def complete(self, article: Article) -> Article:
        """The article with what it does not say itself."""
        return replace(article, date=article.date or self.date, source=article.source or self.source)

    def or_else(self, other: Publication) -> Publication:
        """This, and the other's where this knows nothing."""
        return Publication(self.date or other.date, self.source or other.source)


UNKNOWN = Publication()


def parse_path(path: Path) -> Publication:
    """What the name of a file, or of the folder that it lies in, says of the articles in it.

    A folder gives the date only where its name is nothing but one.
    """
    return Publication(
        find_only_day(path.stem) or day_of(path.parent.name),
        only_one(match.group() for match in _PAPER_ALONE.finditer(path.stem)),
    )


def parse_publication_line(line: str) -> Publication | None:
    """The publication that a line states, if it gives the day and the newspaper or page, and nothing else."""
    if len(line) > _MAX_LENGTH:
        return None
    text = narrow(line)
    days = list(days_in(text))
    if len(days) != 1:
        return None
    rest, pages = _PAGE.subn(" ", f"{text[: days[0].start]} {text[days[0].end :]}")
    words = _LABELLED_NAME.fullmatch(_TIME.sub(" ", rest))
    if words is None:
        return None
    name = words["quoted"] or words["bare"]
    if name is None:
        return Publication(days[0].iso) if pages else None
    is_paper = words["label"] or _IS_PAPER.fullmatch(name)
    is_paper_by_page = pages and (words["quoted"] or name.endswith("报"))
    return Publication(days[0].iso, name) if is_paper or is_paper_by_page else None


def find_only_day(text: str) -> str | None:
    """The date (ISO 8601) that stands in a text; None where none does, or several do."""
    return only_one(day.iso for day in days_in(narrow(text)))


def only_one(things: Iterable[str]) -> str | None:
    """The one thing among some, however often it is there; None where there are several, or none."""
    several = set(things)
    return several.pop() if len(several) == 1 else None
