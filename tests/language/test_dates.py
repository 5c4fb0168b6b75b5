"""Dates as people, spreadsheets and programs write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.dates import date_of, day_of, days_in, narrow

DAYS = (
    "2025-06-03",
    "2025-6-3",
    "2025/6/3",
    "2025/06/03",
    "2025.6.3",
    "2025_06_03",
    "2025–6–3",
    "20250603",
    "20250603.0",
    "2025年6月3日",
    "2025年06月03日",
    "2025年6月3号",
    "2025 年 6 月 3 日",
    "２０２５年６月３日",
    "２０２５－０６－０３",
    "二〇二五年六月三日",
    "二○二五年六月三日",
    "二零二五年六月三日",
    "二O二五年六月三日",
    "  2025-06-03\u3000",
    "2025-06-03 08:00",
    "2025-06-03 08:00:00.000",
    "2025/6/3 8:00:00",
    "2025/6/3 8:00:00 AM",
    "2025-06-03T08:00:00",
    "2025-06-03T08:00:00+08:00",
    "2025-06-02T16:00:00.000Z",
    "2025-06-02T23:00:00+0000",
    "2025-06-03Z",
    "20250603T080000+0800",
    "20250603080000",
    "202506030800",
    "2025年6月3日08:12",
    "2025年6月3日 8时30分",
    "2025年6月3日 星期二",
    "2025年6月3日（星期二）上午8:30",
)
NO_DAYS = (
    "",
    "昨日",
    "2025-02-30",
    "2025-13-01",
    "2025-00-01",
    "2025年13月1日",
    "2025-06_03",
    "3/6/2025",
    "25-6-3",
    "45811",
    "1748908800",
    "2025060308",
    "2025-6-31130",
    "2025-06-03 25:00",
    "2025-06-03至05",
    "2025-06-03、2025-06-04",
    "三十一日",
    "二十十年六月三日",
)


@pytest.mark.parametrize("text", DAYS)
def test_a_day_is_read_in_whatever_way_it_is_written(text: str) -> None:
    assert day_of(text) == date_of(text) == "2025-06-03"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二四年十二月三十一日", "2024-12-31"),
        ("二〇二四年元月十日", "2024-01-10"),
        ("二〇二四年十一月二十日", "2024-11-20"),
        ("二〇二四年2月29日", "2024-02-29"),
        ("1898年6月11日", "1898-06-11"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_every_day_and_month_has_its_words(text: str, day: str) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize("text", [*NO_DAYS, "2025.6", "202506", "2025/13", "2025年13月"])
def test_what_is_no_day_or_may_be_two_is_none(text: str) -> None:
    assert (day_of(text), date_of(text)) == (None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-06", "2025-06"),
        ("2025/6", "2025-06"),
        ("2025年6月", "2025-06"),
        ("二〇二五年十月份", "2025-10"),
        ("2025", "2025"),
        ("2025年", "2025"),
    ],
)
def test_a_month_or_year_alone_is_a_date_and_no_day(text: str, day: str) -> None:
    assert (date_of(text), day_of(text)) == (day, None)


@given(st.dates())
def test_a_date_in_iso_8601_stays_as_it_is(day: date) -> None:
    assert day_of(str(day)) == str(day)


@given(
    st.dates(date(1000, 1, 1), date(2999, 12, 31)),
    st.sampled_from(
        ["{0.year}/{0.month}/{0.day}", "{0.year}.{0.month:02}.{0.day}", "{0.year}年{0.month}月{0.day}日"]
    ),
    st.times(),
)
def test_any_day_comes_back_with_and_without_a_time(day: date, form: str, time: object) -> None:
    assert day_of(form.format(day)) == day_of(f"{form.format(day)} {time}") == str(day)


@given(
    st.datetimes(datetime(1000, 1, 2), datetime(2999, 12, 30)),
    st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
def test_a_time_with_its_zone_is_of_a_day_in_china(time: datetime, zone: timezone) -> None:
    china = timezone(timedelta(hours=8))
    assert day_of(time.replace(tzinfo=zone).isoformat()) == str(
        time.replace(tzinfo=zone).astimezone(china).date()
    )


@given(st.text(alphabet="0123456789-/.年月日〇二五十元T:Z+ ０／", max_size=24))
def test_whatever_is_read_is_iso_8601(text: str) -> None:
    if day := day_of(text):
        assert str(date.fromisoformat(day)) == day
    if found := date_of(text):
        assert str(date.fromisoformat((found + "-01-01")[:10])).startswith(found)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("本报2025年6月3日讯", ["2025-06-03"]),
        ("2025年6月3日08:12", ["2025-06-03"]),
        ("二〇二五年六月三日 星期二", ["2025-06-03"]),
        ("A03_2025.6.3", ["2025-06-03"]),
        ("发布：2025/06/03 8:00", ["2025-06-03"]),
        ("2025-06-03至2025-06-05", ["2025-06-03", "2025-06-05"]),
        ("电话12025060312", []),
        ("2025-06-031", []),
        ("2025年2月30日", []),
        ("1025年6月3日", []),
    ],
)
def test_days_are_found_in_a_text(text: str, days: list[str]) -> None:
    found = list(days_in(narrow(text)))
    assert [day.iso for day in found] == days
    assert all(day_of(narrow(text)[day.start : day.end]) == day.iso for day in found)
