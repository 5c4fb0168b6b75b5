"""Where the text names an event: one text, and the mentions; a plus says that a bare head names one again."""

from __future__ import annotations

import pytest

from kg.linker.events.mentions import find_event_mentions, kind_of
from kg.linker.lexicon import AFTER_BARE_HEADS, DETERMINERS, EVENT_VERBS
from kg.linker.sentences.masking import MaskedMention, MaskedSentence

CASES = [
    ("红光公司召开安全生产座谈会。", ["安全生产座谈会"]),
    ("红光公司举办“匠心杯”技能大赛。", ["“匠心杯”技能大赛"]),
    ("方知远出席第六届（扩大）会议。", ["第六届（扩大）会议"]),
    # The left edge: after joints, 的, and what never belongs to a name.
    ("举办安全生产座谈会和技能大赛。", ["安全生产座谈会", "技能大赛"]),
    ("举办义诊和服务活动。", ["义诊和服务活动"]),
    ("举办精彩的技能大赛。", ["技能大赛"]),
    ("举办学习会议精神的报告会。", ["学习会议精神的报告会"]),
    ("参与率先举办技能大赛。", ["技能大赛"]),
    # What is no event: what is named after one, plurals, a speech at some event.
    ("来到会议室。", []),
    ("开展各类活动。", []),
    ("方知远作安全生产报告会。", []),
    # Named again.
    ("会议强调安全。", ["+会议"]),
    ("会上，方知远讲话。", ["+会"]),
    # Quoted names without a head.
    ("开展“职工服务月”。", ["“职工服务月”"]),
    ("举办“送清凉”。", ["“送清凉”"]),
    ("举办“送清凉”等系列活动。", ["“送清凉”"]),
    ("说“送清凉”。", []),
]


def mentions(text: str) -> list[str]:
    """The mentions of events in a text of one sentence without other names."""
    found = find_event_mentions(MaskedSentence(text, 0, len(text), []), text)
    return ["+" * mention.bare + mention.text for mention in found]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_mentions(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    "leading",
    ["的", "6月4日", "三场", "热烈的", "这次", "这场", "那届", "首场", "新一轮", "我市"],
)
def test_what_is_taken_off_at_the_left_edge(leading: str) -> None:
    assert mentions(f"，{leading}安全生产座谈会。") == ["安全生产座谈会"]


@pytest.mark.parametrize("word", [*DETERMINERS, *(f"{verb}了" for verb in EVENT_VERBS)])
def test_a_word_points_at_an_event_named_before(word: str) -> None:
    assert mentions(f"各方，{word}大赛。")[-1:] == ["+大赛"]


@pytest.mark.parametrize("word", AFTER_BARE_HEADS)
def test_a_head_by_itself_is_a_subject_or_a_place(word: str) -> None:
    assert mentions(f"。大赛{word}")[:1] == ["+大赛"]


def test_a_persons_name_in_a_doctrine_is_part_of_the_name() -> None:
    text = "召开李木新时代思想报告会。"
    masked = MaskedSentence(text, 0, len(text), [MaskedMention(2, 4, "Person", "person/李木")])
    (mention,) = find_event_mentions(masked, text)
    assert mention.text == "李木新时代思想报告会"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("座谈会", "meeting"),
        ("启动仪式", "ceremony"),
        ("大赛", "activity"),
        ("调研", "survey"),
        ("茶会", "meeting"),
    ],
)
def test_kinds(head: str, kind: str) -> None:
    assert kind_of(head) == kind


def test_who_holds_an_event_is_told_with_it() -> None:
    text = "红光公司今天举办培训班。"
    masked = MaskedSentence(
        text, 0, len(text), [MaskedMention(0, 4, "Organisation", "organisation/红光公司")]
    )
    (mention,) = find_event_mentions(masked, text)
    assert (mention.text, mention.host) == ("培训班", "organisation/红光公司")


@pytest.mark.parametrize(("text", "expected"), [("参加座谈。", ["+座谈"]), ("双方座谈了半天。", [])])
def test_what_a_verb_may_mean_as_well_is_an_event_where_someone_joins_in(
    text: str, expected: list[str]
) -> None:
    assert mentions(text) == expected
