"""What the relation rules see of an article."""

from __future__ import annotations

import re

import pytest

from kg.linker.sentences.parsed_article import ParsedArticle
from tests.linker.marked import parsed


def event_before(article: ParsedArticle, number: int) -> str | None:
    """The name of the event that the numbered sentence goes on about at its end."""
    sentence = article.sentences[number]
    event = article.event_before(sentence, len(sentence.code))
    return article.entities[event.ref].name if event else None


def test_the_event_last_named_goes_on() -> None:
    article = parsed("{O红光公司}召开安全生产座谈会。{P方知远}讲话。职工运动会开幕。{P方知远}讲话。")
    events = [event_before(article, number) for number in range(4)]
    assert events == ["安全生产座谈会", "安全生产座谈会", "职工运动会", "职工运动会"]


@pytest.mark.parametrize(
    "line",
    [
        # A speech held elsewhere; an event that is only planned.
        "传达{P方知远}在全省工会工作会议上的讲话精神。{P贺青禾}讲话。",
        "{O红光公司}计划举办职工运动会。{P贺青禾}讲话。",
    ],
)
def test_an_event_that_is_not_reported_does_not_go_on(line: str) -> None:
    assert event_before(parsed(line), 1) is None


def test_events_first_named_in_a_plan_are_no_facts() -> None:
    article = parsed("{O红光公司}举办安全生产座谈会。{O红星公司}计划举办职工运动会。")
    names = {article.entities[key].name for key in article.nonfactual_events}
    assert names == {"职工运动会"}


def test_what_is_asserted_and_what_is_done() -> None:
    article = parsed("{O红光公司}签署协议。{O红星公司}将签署协议。{O红旗公司}计划签署协议。")
    verb = re.compile("签署")
    assert len(list(article.asserted(verb))) == 2
    assert len(list(article.done(verb))) == 1
