"""Expressions of time: where they stand, and which days they mean."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linker.events.time_expressions import Expression, find_expressions
from kg.model.records import Article

REPORT = "2025-06-05"  # a Thursday


def found(text: str, report: str | None = REPORT) -> list[Expression]:
    return find_expressions(Article("a", "", text, report))


def read(text: str, report: str | None = REPORT) -> list[str]:
    """The words of each expression, with the days that they mean."""
    return [
        " ".join(dict.fromkeys((text[one.start : one.end], *map(str, one.days or ("?",)))))
        for one in found(text, report)
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2024年6月4日，", "2024年6月4日 2024-06-04"),
        ("6月4日上午9时30分许，", "6月4日上午9时30分许 2025-06-04"),
        ("6月4号（星期三）晚，", "6月4号（星期三）晚 2025-06-04"),
        ("去年12月22日，", "去年12月22日 2024-12-22"),
        ("上月28日，", "上月28日 2025-05-28"),
        ("3日，", "3日 2025-06-03"),
        ("5日，", "5日 2025-06-05"),
        ("23日，", "23日 2025-05-23"),
        ("将于23日", "23日 2025-06-23"),
        ("昨日，", "昨日 2025-06-04"),
        ("前天下午，", "前天下午 2025-06-03"),
        ("昨晚10时，", "昨晚10时 2025-06-04"),
        ("昨日（6月3日）下午，", "昨日（6月3日）下午 2025-06-03"),
        ("上周五，", "上周五 2025-05-30"),
        ("本周三上午，", "本周三上午 2025-06-04"),
        ("上周末，", "上周末 2025-05-31 2025-06-01"),
        ("本月，", "本月 2025-06-01 2025-06-30"),
        ("今年3月，", "今年3月 2025-03-01 2025-03-31"),
        ("2024年2月份，", "2024年2月份 2024-02-01 2024-02-29"),
        ("5月下旬，", "5月下旬 2025-05-21 2025-05-31"),
        ("今年上半年，", "今年上半年 2025-01-01 2025-06-30"),
        ("去年，", "去年 2024-01-01 2024-12-31"),
        ("3月23日至24日，", "3月23日至24日 2025-03-23 2025-03-24"),
        ("从3月23日至24日，", "3月23日至24日 2025-03-23 2025-03-24"),
        ("6月4日—6日，", "6月4日—6日 2025-06-04 2025-06-06"),
        ("5月28日至6月2日，", "5月28日至6月2日 2025-05-28 2025-06-02"),
        ("3月16日、17日，", "3月16日、17日 2025-03-16 2025-03-17"),
        ("3月16-18日，", "3月16-18日 2025-03-16 2025-03-18"),
        ("1-3月，", "1-3月 2025-01-01 2025-03-31"),
        ("6月3日晚至4日凌晨，", "6月3日晚至4日凌晨 2025-06-03 2025-06-04"),
        ("三月三日，", "三月三日 2025-03-03"),
        ("二〇二四年十二月二十五日至二十七日，", "二〇二四年十二月二十五日至二十七日 2024-12-25 2024-12-27"),
        ("大前天，", "大前天 2025-06-02"),
        ("下下周一，", "下下周一 2025-06-16"),
        ("2024年年底，", "2024年年底 2024-12-01 2024-12-31"),
        ("去年底，", "去年底 2024-12-01 2024-12-31"),
        ("2025年的第一天，", "2025年的第一天 2025-01-01"),
        ("三月的最后一天，", "三月的最后一天 2025-03-31"),
        ("5月最后一个星期六，", "5月最后一个星期六 2025-05-31"),
        ("6月的第二个周末，", "6月的第二个周末 2025-06-14 2025-06-15"),
        ("6月2日起，举办为期三天的比赛", "6月2日 2025-06-02 2025-06-04"),
        ("6月4日，为期两天的论坛闭幕", "6月4日 2025-06-03 2025-06-04"),
        ("6月3日报到，第二天，", "6月3日 2025-06-03|第二天 2025-06-04"),
        ("近日，", "近日 ?"),
    ],
)
def test_an_expression_means_its_days(text: str, meant: str) -> None:
    assert read(text) == meant.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "2月30日，",
        "2025年6月31日，",
        "13月1日，",
        "6月6日至2月30日，",
        "2025年6月6日至2024年6月8日，",
        "截至6月4日，",
        "每年十二月四日，",
        "十月革命后，",
        "二十日，",
        "6月底前，",
        "今年以来，",
        "9月1日起，",
        "每月15日，",
        "6月4日电",
        "“6月4日的回忆”",
        "《2024年工作报告》",
        "“6·1”专案",
        "2014年度，第3日，100日，3日游，2014级",
        "来自5个县的12名代表",
    ],
)
def test_no_time_of_anything(text: str) -> None:
    assert read(text) == []


def test_words_that_only_look_like_limits_are_none() -> None:
    assert read("6月4日前往某县，") == ["6月4日 2025-06-04"]


@pytest.mark.parametrize(
    ("report", "text", "day"),
    [
        ("2025-01-03", "12月30日，", "2024-12-30"),
        ("2025-01-31", "11月25日，", "2024-11-25"),
        ("2025-12-30", "1月5日，", "2026-01-05"),
        ("2025-12-20", "将于2月8日", "2026-02-08"),
        ("2025-12-20", "3月5日，", "2025-03-05"),
        ("2025-06-05", "9月10日，", "2025-09-10"),
        ("2025-01-02", "31日，", "2024-12-31"),
    ],
)
def test_the_year_that_is_left_out(report: str, text: str, day: str) -> None:
    assert [str(one.days[0]) for one in found(text, report) if one.days] == [day]


def test_a_range_may_cross_the_turn_of_the_year() -> None:
    assert read("12月30日至1月2日，", "2025-01-03") == ["12月30日至1月2日 2024-12-30 2025-01-02"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6月4日，昨日，当晚，", ["6月4日 ?", "昨日 ?", "当晚 ?"]),
        ("2024年6月4日，次日，", ["2024年6月4日 2024-06-04", "次日 2024-06-05"]),
        ("2024年6月4日，8月3日，", ["2024年6月4日 2024-06-04", "8月3日 2024-08-03"]),
        ("某会开幕\n2024-06-05 10:21\n昨日，", ["昨日 2024-06-04"]),
        ("2013年，6月4日，", ["2013年 2013-01-01 2013-12-31", "6月4日 ?"]),
    ],
)
def test_without_a_date_only_what_the_text_tells(text: str, meant: list[str]) -> None:
    assert read(text, None) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6月3日，当天下午，", "当天下午 2025-06-03"),
        ("5月30日至6月1日，次日，", "次日 2025-06-02"),
        ("5月30日，1日，", "1日 2025-06-01"),
        ("2015年7月1日，3日，", "3日 2025-06-03"),
        ("本报某市6月3日电（记者甲）今天，", "今天 2025-06-03"),
    ],
)
def test_days_are_counted_from_what_was_named_before(text: str, meant: str) -> None:
    assert read(text)[-1] == meant


def test_a_date_that_is_none_is_no_day_of_report() -> None:
    assert read("6月4日，昨日，", "2025-06") == ["6月4日 ?", "昨日 ?"]
    assert read("明天，", "9999-12-31") == []


DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))


@given(DAYS, st.integers(-366, 366))
def test_a_full_date_means_itself_whatever_the_report(report: date, away: int) -> None:
    day = report + timedelta(away)
    (one,) = found(f"{day.year}年{day.month}月{day.day}日，", str(report))
    assert one.days == (day, day)


@given(DAYS, st.integers(-180, 180))
def test_a_date_without_year_is_past_or_said_to_come(report: date, away: int) -> None:
    day = report + timedelta(away)
    (one,) = found(f"{'将于' if away > 0 else ''}{day.month}月{day.day}日，", str(report))
    assert one.days == (day, day)


@given(DAYS, st.integers(-120, 0), st.integers(1, 30))
def test_a_range_ends_after_it_begins(report: date, away: int, length: int) -> None:
    first = report + timedelta(away)
    last = first + timedelta(length)
    (one,) = found(f"{first.month}月{first.day}日至{last.month}月{last.day}日，", str(report))
    assert one.days == (first, last)


@given(st.text("0123456789年月日号至昨今上周五末将、-（）“”，。", max_size=30), st.none() | DAYS.map(str))
def test_any_text_gives_expressions_in_order(text: str, report: str | None) -> None:
    ones = found(text, report)
    assert all(0 <= one.start < one.end <= len(text) for one in ones)
    assert all(before.end <= after.start for before, after in pairwise(ones))
    assert all(one.days[0] <= one.days[1] for one in ones if one.days)
