"""Which time belongs to which event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.linker import link
from kg.model.records import Time
from tests.linker.marked import read_marked


def times(marked: str, headline: str = "", report: str | None = "2025-06-05") -> dict[str, str]:
    """The time of each event that has one: its words, and its days as first–last."""
    article, mentions = read_marked(marked, headline)
    found = link(replace(article, date=report), mentions)
    text = found.article.text
    return {e.name: _shown(text, e.time) for e in found.entities if e.time}


def _shown(text: str, time: Time) -> str:
    days = dict.fromkeys((time.first, time.last))
    return " ".join((text[time.start : time.end], "–".join(day or "" for day in days))).strip()


@pytest.mark.parametrize(
    ("marked", "time"),
    [
        ("6月4日上午，{O红光公司}召开安全生产座谈会。", "6月4日上午 2025-06-04"),
        ("{O红光公司}昨日召开安全生产座谈会。", "昨日 2025-06-04"),
        ("{P安一舟}出席6月4日召开的安全生产座谈会。", "6月4日 2025-06-04"),
        ("{O红光公司}主办的安全生产座谈会6月4日在{L云河市}召开。", "6月4日 2025-06-04"),
        ("由{O红光公司}主办的安全生产座谈会，3日至4日在{L云河市}举行。", "3日至4日 2025-06-03–2025-06-04"),
        ("3日，来自全省的代表齐聚，{O红光公司}召开安全生产座谈会。", "3日 2025-06-03"),
        ("▲6月4日，{P安一舟}主持安全生产座谈会。", "6月4日 2025-06-04"),
        ("{O红光公司}将于6月28日举办安全生产座谈会。", "6月28日 2025-06-28"),
        ("{O红光公司}召开安全生产座谈会。6月4日的座谈会由{P安一舟}主持。", "6月4日 2025-06-04"),
    ],
)
def test_the_time_of_the_clause_that_states_the_event(marked: str, time: str) -> None:
    assert times(marked) == {"安全生产座谈会": time}


@pytest.mark.parametrize(
    "marked",
    [
        "{O红光公司}召开安全生产座谈会。",
        "近日，{O红光公司}召开安全生产座谈会。6月4日，座谈会由{P安一舟}主持。",
        "在2022年6月4日建成的职工之家，{O红光公司}召开安全生产座谈会。",
        "6月4日报名的职工参加了{O红光公司}召开的安全生产座谈会。",
        "为落实6月4日的通知，{O红光公司}召开安全生产座谈会。",
        "{O红光公司}召开安全生产座谈会。会议要求，6月10日前完成整改。",
        "{O红光公司}召开《6月4日》安全生产座谈会。",
        "6月4日，天气晴朗。\n{O红光公司}召开安全生产座谈会。",
    ],
)
def test_an_event_without_a_stated_time_has_none(marked: str) -> None:
    assert times(marked) == {}


def test_the_first_stated_time_holds() -> None:
    said = times("6月3日，{O红光公司}召开安全生产座谈会。6月4日，{P安一舟}主持座谈会。")
    assert said == {"安全生产座谈会": "6月3日 2025-06-03"}


def test_each_event_has_its_own_time() -> None:
    said = times("3日，{O红光公司}举办安全知识竞赛，次日召开安全生产座谈会。")
    assert said == {"安全知识竞赛": "3日 2025-06-03", "安全生产座谈会": "次日 2025-06-04"}


def test_what_follows_in_the_paragraph_happens_on_its_one_day() -> None:
    lead = "{O红光公司}举办安全知识竞赛。{P安一舟}出席开幕式。"
    assert times("6月4日，" + lead)["开幕式"] == "6月4日 2025-06-04"
    assert "开幕式" not in times("3日至4日，" + lead)
    assert "开幕式" not in times("近日，" + lead)


@pytest.mark.parametrize(
    ("verb", "time"),
    [("开幕", "6月4日 2025-06-04–"), ("落幕", "6月4日 –2025-06-04"), ("举行", "6月4日 2025-06-04")],
)
def test_of_an_event_that_opens_or_ends_one_day_is_known(verb: str, time: str) -> None:
    said = times("6月4日，由{O红光公司}主办的安全知识竞赛在{L云河市}" + verb + "。")
    assert said == {"安全知识竞赛": time}


def test_what_follows_may_only_begin_on_that_day() -> None:
    said = times("6月4日，{O红光公司}召开安全生产座谈会。{O蓝天公司}启动了安全知识竞赛。")
    assert said["安全知识竞赛"] == "6月4日 2025-06-04–"


def test_a_time_in_the_headline_or_the_dateline_is_none_of_the_event() -> None:
    said = times(
        "本报云河6月4日电（记者{P安一舟}）{O红光公司}召开安全生产座谈会。",
        "6月4日{O红光公司}召开安全生产座谈会",
    )
    assert said == {}


def test_the_words_are_kept_where_the_days_are_not_known() -> None:
    assert times("昨日，{O红光公司}召开安全生产座谈会。", report=None) == {"安全生产座谈会": "昨日"}
