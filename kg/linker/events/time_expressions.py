"""Expressions of time in an article, and the days that they mean.

A day without its year, 昨日 and the like are counted from the day of the report: the article's date, a first
line that is nothing but a date, or the dateline (本报某地6月4日电). Where the text does not tell it, the days
stay open. 当日 and 次日 are counted from the day that the text named last.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from itertools import chain
from typing import Any

from kg.language.datelines import is_date_of_report
from kg.language.numerals import number
from kg.language.text import alternation
from kg.model.records import Article

_TABLES = tomllib.loads(files("kg.linker.events").joinpath("time_expressions.toml").read_text("utf-8"))
BEGINS = tuple(_TABLES["begins"].split())
ENDS = tuple(_TABLES["ends"].split())

# The first and the last day.
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Expression:
    """Words [start, end) of the text that tell when something was; `days` is None where that stays open.

    `one_day` says that they mean a single day, `vague` that they are as good as none (近日).
    """

    start: int
    end: int
    days: Days | None
    one_day: bool
    vague: bool


def find_expressions(article: Article) -> list[Expression]:
    """The expressions that can tell when an event was, in text order.

    Datelines, limits (截至6月4日, 6月底前), impossible dates and what stands in quotes cannot.
    """
    text = article.text
    reference = _Reference(_day_of_report(article))
    expressions: list[Expression] = []
    cursor = 0
    for match, form in _matches(text):
        if match.start() < cursor:
            continue
        try:
            days, end, ranged = _days(match, form, reference)
        except (ValueError, OverflowError):  # no such day
            continue
        cursor = end = _end(text, end)
        lasting = days if ranged or not form.one_day else _lasting(text, end, days)
        days, ranged = lasting, ranged or lasting != days
        if form.one_day:
            reference.day = days[1] if days else None
        if form is _DATE and match["year"]:
            reference.year = number(match["year"])
        if is_date_of_report(text, end):
            reference.report = reference.day or reference.report
        elif not _is_limit(text, match.start(), end, ranged=ranged):
            one_day = days[0] == days[1] if days else form.one_day and not ranged
            expressions.append(Expression(match.start(), end, days, one_day, vague=form is _VAGUE))
    return expressions


@dataclass(slots=True)
class _Reference:
    """What days are counted from so far: the day of the report, the day named last, the year of a day."""

    report: date | None
    day: date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a time: its pattern, what it means, and how a range goes on from it.

    `days_of` gives None where the text does not tell the days. It raises ValueError where there are no
    such days; its last argument says that they are still to come (将于6月4日).
    """

    pattern: re.Pattern[str]
    days_of: Callable[[re.Match[str], _Reference, bool], Days | None]
    one_day: bool = False
    on: re.Pattern[str] | None = None


def _matches(text: str) -> Iterator[tuple[re.Match[str], _Form]]:
    """At each place outside quotes where a time can begin, the form that reaches furthest."""
    quotes = [quote.span() for quote in _QUOTED.finditer(text)]
    starts = [start for start, _ in quotes]
    for first in _FIRST_WORD.finditer(text):
        place = first.start()
        before = bisect_right(starts, place) - 1
        if before >= 0 and place < quotes[before][1]:
            continue
        matches = [(match, form) for form in _FORMS if (match := form.pattern.match(text, place))]
        if matches:
            yield max(matches, key=lambda pair: pair[0].end())


def _days(match: re.Match[str], form: _Form, reference: _Reference) -> tuple[Days | None, int, bool]:
    """The days of a match, of the range that it opens or of the date in brackets after it.

    With them, the end of the words and whether they are a range.
    """
    text, end = match.string, match.end()
    ahead = text.endswith(_AHEAD, 0, match.start())
    days = form.days_of(match, reference, ahead)
    if form.on and (last := form.on.match(text, end)):
        return days and _through(days[0], last), last.end(), True
    if form is _DAY_WORD and (inner := _BRACKETED.match(text, end)):
        return _date(inner, reference, ahead) or days, inner.end(), False
    return days, end, False


def _through(first: date, last: re.Match[str]) -> Days:
    """The days from the first on, through the day or month that the end of a range names."""
    named = last.groupdict()
    day, month, year = (number(named[part]) if named.get(part) else None for part in ("day", "month", "year"))
    if month is None:
        month = first.month if day is None or day >= first.day else first.month % 12 + 1
    if year is None:
        year = first.year + (month < first.month)
    end = date(year, month, day or monthrange(year, month)[1])
    if end < first:
        raise ValueError(f"{end} is before {first}")
    return first, end


def _end(text: str, end: int) -> int:
    """Where the words end with the part of the day and the hour: 6月4日（星期三）上午9时30分许."""
    tail = _TAIL.match(text, end)
    return tail.end() if tail else end


def _lasting(text: str, end: int, days: Days | None) -> Days | None:
    """The days of what a sentence says to last for some from its day on, or until it: 为期三天的比赛落幕."""
    duration = _DURATION.match(text, end)
    if days is None or duration is None:
        return days
    more = timedelta(number(duration["days"].replace("两", "二")) - 1)
    return (days[0] - more, days[0]) if _ENDING.match(text, end) else (days[0], days[0] + more)


def _is_limit(text: str, start: int, end: int, *, ranged: bool) -> bool:
    """Whether the words bound something in time (截至6月4日, 6月底前).

    从3月23日至24日 does not, nor 6月2日起 of what lasts three days.
    """
    before = text.endswith(_LIMITS_BEFORE, 0, start) and not (ranged and text.endswith(_SINCE, 0, start))
    after = _LIMIT_AFTER.match(text, end)
    return before or (after is not None and not (ranged and after[0] == "起"))


def _day_of_report(article: Article) -> date | None:
    """The article's date; where it has none, the one that fills a line at its head."""
    try:
        if article.date:
            return date.fromisoformat(article.date)
        line = _DATE_LINE.search(article.text[:_HEAD])
        return date(*map(int, line.groups())) if line else None
    except ValueError:
        return None


# ---- what the words mean


def _date(match: re.Match[str], reference: _Reference, ahead: bool) -> Days | None:
    """2025年6月4日, 去年6月4日, 6月4日, 上月28日, 六月四日."""
    day = number(match["day"])
    month = _month_of(match, reference, day, ahead)
    return _one(date(*month, day)) if month else None


def _day(match: re.Match[str], reference: _Reference, ahead: bool) -> Days | None:
    """4日: near the day named last, unless that is history; else the last such day; after 将 the next."""
    day, named, report = int(match["day"]), reference.day, reference.report
    date(_LEAP_YEAR, 1, day)
    if named and not ahead and (report is None or abs(named - report) < _HISTORY):
        near = (days for days in range(-15, 16) if (named + timedelta(days)).day == day)
        return _one(named + timedelta(min(near, key=abs)))
    if report is None:
        return None
    months = int(day < report.day) if ahead else -int(day > report.day)
    return _one(date(*_months_on(report, months), day))


def _month(match: re.Match[str], reference: _Reference, ahead: bool) -> Days | None:
    """2025年6月, 今年6月份, 6月上旬, 本月."""
    month = _month_of(match, reference, 0, ahead)
    if month is None:
        return None
    length = monthrange(*month)[1]
    first, last = _THIRDS[match["third"]] if match["third"] else (1, length)
    return date(*month, first), date(*month, min(last, length))


def _counted(match: re.Match[str], reference: _Reference, ahead: bool) -> Days | None:
    """5月的第一天, 2025年的最后一天, 去年11月第二个星期六: counted within a month or a year."""
    if match["month"] or match["month_word"]:
        month = _month_of(match, reference, 0, ahead)
        months = (date(*month, 1), date(*month, monthrange(*month)[1])) if month else None
    else:
        year = _named_year(match, reference.report)
        months = (date(year, 1, 1), date(year, 12, 31)) if year else None
    if not months:
        return None
    first, last = months
    nth = 0 if match["last"] else number(match["nth"])
    if not match["weekday"]:
        return _one(first + timedelta(nth - 1) if nth else last)
    day, until = _WEEKDAYS[match["weekday"]]
    weeks = range((last - first).days // 7 + 1)
    days = [first + timedelta((day - first.weekday()) % 7 + 7 * week) for week in weeks]
    start = [day for day in days if day <= last][nth - 1]
    return start, start + timedelta(until - day)


def _part_of_year(match: re.Match[str], reference: _Reference, _ahead: bool) -> Days | None:
    """2025年, 去年, 今年上半年."""
    year = _named_year(match, reference.report)
    if year is None:
        return None
    first, last = _HALVES[match["half"]] if match["half"] else (1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _week(match: re.Match[str], reference: _Reference, _ahead: bool) -> Days | None:
    """上周五, 本周, 上周末."""
    if reference.report is None:
        return None
    monday = reference.report + timedelta(7 * _WEEKS[match["week"]] - reference.report.weekday())
    first, last = _WEEKDAYS[match["weekday"]] if match["weekday"] else (0, 6)
    return monday + timedelta(first), monday + timedelta(last)


def _day_word(match: re.Match[str], reference: _Reference, _ahead: bool) -> Days | None:
    """昨日: from the day of the report."""
    return _one(reference.report + timedelta(_DAYS[match[0]])) if reference.report else None


def _same_day(match: re.Match[str], reference: _Reference, _ahead: bool) -> Days | None:
    """当日, 次日: from the day named last."""
    return _one(reference.day + timedelta(_NAMED_DAYS[match[0]])) if reference.day else None


def _nothing(_match: re.Match[str], _reference: _Reference, _ahead: bool) -> Days | None:
    """近日 means no day."""
    return None


def _one(day: date) -> Days:
    return day, day


def _month_of(match: re.Match[str], reference: _Reference, day: int, ahead: bool) -> tuple[int, int] | None:
    """(year, month) of a match; `day` is the one in it, 0 where the whole month is meant."""
    if match["month_word"]:
        return _months_on(reference.report, _MONTHS[match["month_word"]]) if reference.report else None
    month = number(match["month"])
    length = monthrange(_LEAP_YEAR, month)[1]
    date(_LEAP_YEAR, month, day or length)
    if match["year"] or match["year_word"]:
        year = _named_year(match, reference.report)
    elif reference.report:
        year = _usual_year(reference.report, month, day or length, ahead)
    else:
        year = reference.year
    return (year, month) if year else None


def _named_year(match: re.Match[str], report: date | None) -> int | None:
    if match["year"]:
        return number(match["year"])
    return report.year + _YEARS[match["year_word"]] if report else None


def _usual_year(report: date, month: int, day: int, ahead: bool) -> int:
    """The year that the press leaves out: its own, across its turn that of the nearer day.

    What is past may lie most of a year back (a review in December), what is still to come may not.
    """
    away = (date(report.year, month, min(day, monthrange(report.year, month)[1])) - report).days
    if away > _HALF_A_YEAR and not ahead:
        return report.year - 1
    return report.year + (away < (-_HALF_A_YEAR if ahead else -_ELEVEN_MONTHS))


def _months_on(day: date, months: int) -> tuple[int, int]:
    """(year, month) so many months after that of a day."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


# ---- how they are written


def _table(name: str) -> tuple[dict[str, Any], str]:
    """A table of words, and the pattern of one of them."""
    return _TABLES[name], alternation(_TABLES[name])


_LEAP_YEAR = 2000  # has every day that some year has
_HALF_A_YEAR = 183
_ELEVEN_MONTHS = 335
# A day further from the report than this is history, and not what later days are counted from.
_HISTORY = timedelta(92)
# A date that fills a line as far down as this is the report's own.
_HEAD = 120

_YEARS, _A_YEAR = _table("years")
_MONTHS, _A_MONTH = _table("months")
_THIRDS, _A_THIRD = _table("thirds")
_HALVES, _A_HALF = _table("halves")
_WEEKS, _A_WEEK = _table("weeks")
_WEEKDAYS, _A_WEEKDAY = _table("weekdays")
_DAYS, _A_DAY = _table("days")
_NAMED_DAYS, _A_NAMED_DAY = _table("named_days")

_START = r"(?<![\d第.．一二三四五六七八九十])"
# 31, 三十一.
_NUMBER = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR_NUMBER = r"(?:(?:19|20)\d\d|(?:一九|二[〇零○O])[〇零○O一二三四五六七八九]{2})"
_YEAR = rf"(?:(?P<year>{_YEAR_NUMBER})年|(?P<year_word>{_A_YEAR}))"
_MONTH_WORD = rf"(?P<month_word>{_A_MONTH})"
_PART_OF_DAY = alternation(_TABLES["parts_of_day"].split())
_THROUGH = "(?:至|到|[-—–－~～]{1,3}|、)"
# 3日晚至4日凌晨
_THROUGH_DAY = re.compile(
    rf"{_PART_OF_DAY}?{_THROUGH}(?:(?:(?P<year>{_YEAR_NUMBER})年)?(?P<month>{_NUMBER})月)?(?P<day>{_NUMBER})[日号]"
)
_THROUGH_MONTH = re.compile(rf"{_THROUGH}(?P<month>\d{{1,2}})月份?(?!\d)")
_DATE_PATTERN = (
    rf"{_START}{_YEAR}?(?:(?P<month>{_NUMBER})月|{_MONTH_WORD})"
    rf"(?P<day>{_NUMBER})(?:[日号]|(?={_THROUGH}{_NUMBER}[日号]))"
)
_BRACKETED = re.compile(rf"[（(]{_DATE_PATTERN}[）)]")

_DATE = _Form(re.compile(_DATE_PATTERN), _date, one_day=True, on=_THROUGH_DAY)
_DAY_WORD = _Form(re.compile(_A_DAY), _day_word, one_day=True)
_VAGUE = _Form(re.compile(alternation(_TABLES["vague"].split())), _nothing)
_FORMS = (
    _DATE,
    _Form(
        re.compile(r"(?<![\d月第.．])(?P<day>\d{1,2})(?:日(?![均游报元])|(?=[-—–~～]\d{1,2}日))"),
        _day,
        one_day=True,
        on=_THROUGH_DAY,
    ),
    _Form(
        re.compile(
            rf"{_START}{_YEAR}?(?:(?P<month>\d{{1,2}})(?:月份?|(?={_THROUGH}\d{{1,2}}月(?!\d)))|{_MONTH_WORD})"
            rf"(?:(?P<third>{_A_THIRD})|初(?![步中级])|[底末])?(?!\d)"
        ),
        _month,
        on=_THROUGH_MONTH,
    ),
    _Form(
        re.compile(
            rf"(?!第|最后){_START}{_YEAR}?(?:(?P<month>{_NUMBER})月|{_MONTH_WORD})?的?(?:第(?P<nth>[一二三四五])|(?P<last>最后一))"
            rf"(?:[天日]|个(?:星期|周)(?P<weekday>{_A_WEEKDAY}))"
        ),
        _counted,
        one_day=True,
    ),
    _Form(re.compile(rf"{_START}{_YEAR}的?(?P<half>{_A_HALF})?(?![\d度级届版款代])"), _part_of_year),
    _Form(re.compile(rf"(?P<week>{_A_WEEK})(?P<weekday>{_A_WEEKDAY})?"), _week),
    _DAY_WORD,
    _Form(re.compile(_A_NAMED_DAY), _same_day, one_day=True),
    _VAGUE,
)

_WORDS = [
    *chain.from_iterable(_TABLES[name] for name in ("years", "months", "weeks", "days", "named_days")),
    *_TABLES["vague"].split(),
]
# The look ahead changes nothing but the time that the search takes.
_FIRST_WORD = re.compile(
    rf"(?=[\d一二三四五六七八九十{''.join(sorted({word[0] for word in _WORDS}))}])"
    rf"(?:\d+|{_NUMBER}月|{_YEAR_NUMBER}年|{alternation(_WORDS)})"
)
_QUOTED = re.compile("《[^《》\n]*》|“[^“”\n]*”|「[^「」\n]*」")
_TAIL = re.compile(
    rf"(?:[（(](?:星期|周){_A_WEEKDAY}[）)])?{_PART_OF_DAY}?"
    r"(?:\d{1,2}[时点:：]\d{0,2}半?多?分?钟?)?(?:许|左右)?"
)
# How long something is said to last, further on in the sentence.
_DURATION = re.compile(rf"[^。！？\n]{{0,60}}?为期(?P<days>{_NUMBER}|两)[天日]")
_ENDING = re.compile(rf"[^。！？\n]{{0,100}}?{alternation(ENDS)}")
_DATE_LINE = re.compile(
    r"^[ \t]*(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?:[ \t]*\d{1,2}:\d\d(?::\d\d)?)?[ \t]*$",
    re.MULTILINE,
)
_AHEAD = tuple(_TABLES["ahead"].split())
_SINCE = ("自", "从")
_LIMITS_BEFORE = tuple(_TABLES["limits_before"].split())
_LIMIT_AFTER = re.compile(
    "[之以]?前(?![往来去夕])|[之以]?后(?![勤续台方期])|以来|(?<=年)来|起(?![草步跑航飞程])|内(?!蒙)|为?止|至今"
)
