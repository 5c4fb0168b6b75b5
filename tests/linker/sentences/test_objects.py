"""What stands behind a verb."""

from __future__ import annotations

import pytest

from kg.linker.sentences.objects import event_of_passive, events_after, widened, wording
from tests.linker.marked import parsed

CASES = [
    ("{P方知远}出席安全生产座谈会和职工运动会。", ["安全生产座谈会", "职工运动会"]),
    # A clause of its own may stand before the event, other words not for long.
    ("{P方知远}出席{O红光公司}和{O红星公司}在{L湘潭市}隆重举行的新年晚会。", ["新年晚会"]),
    ("{P方知远}出席。安全生产座谈会开幕。", []),
    ("{P方知远}出席，安全生产座谈会开幕。", []),
]


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_events_after_a_verb(line: str, expected: list[str]) -> None:
    article = parsed(line)
    sentence = article.sentences[0]
    events = events_after(sentence, sentence.code.index("出席") + 2, len(sentence.code))
    assert [article.entities[event.ref].name for event in events] == expected


@pytest.mark.parametrize("line", ["由{O红光公司}主办的职工运动会开幕。", "职工运动会由{O红光公司}主办。"])
def test_the_event_of_a_passive(line: str) -> None:
    article = parsed(line)
    sentence = article.sentences[0]
    start = sentence.code.index("由")
    event = event_of_passive(article, sentence, start, sentence.code.index("主办") + 2)
    assert event
    assert article.entities[event.ref].name == "职工运动会"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("“金牌工人”", "金牌工人"), (" 图书 ", "图书"), ("“ ”", ""), ("《协议》等", "《协议》等")],
)
def test_words_as_the_article_writes_them(words: str, expected: str) -> None:
    article = parsed(words)
    masked = article.sentences[0].masked
    assert wording(article, masked, (0, len(masked.code))) == expected


def test_evidence_reaches_to_what_stands_in_the_same_sentence() -> None:
    article = parsed("{P方知远}来访，{P贺青禾}讲话。{P武定国}到会。")
    first, second, third = (m for s in article.sentences for m in s.masked.mentions())
    sentence = article.sentences[0]
    at = sentence.masked.index(second.start)
    assert widened(sentence, (at, at + 1), first) == (0, at + 1)
    assert widened(sentence, (at, at + 1), third) == (at, at + 1)
