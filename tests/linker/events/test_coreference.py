"""Which mentions mean the same event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linker.events.coreference import group_mentions
from kg.linker.events.mentions import EventMention

HEADS = ["座谈会", "会议", "会", "大会", "活动", "仪式", "大赛", "比赛", "开幕式", "闭幕会", "运动会"]


def grouped(*names: str) -> list[list[str]]:
    """The groups of mentions with these names, in this order; a plus begins a bare head."""
    mentions = []
    for at, name in enumerate(names):
        text = name.removeprefix("+")
        head = max((head for head in HEADS if text.endswith(head)), key=len)
        mentions.append(EventMention(10 * at, 10 * at + len(text), text, head, bare=name != text))
    return [[mention.text for mention in group] for group in group_mentions(mentions)]


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        # A shorter form, whichever comes first; quotation marks make no difference.
        (["安全生产座谈会", "座谈会"], [["安全生产座谈会", "座谈会"]]),
        (["技能大赛", "“匠心杯”技能大赛"], [["技能大赛", "“匠心杯”技能大赛"]]),
        (["安全生产座谈会", "教育座谈会"], [["安全生产座谈会"], ["教育座谈会"]]),
        # A bare head names the last event before it that fits.
        (["安全生产座谈会", "+会议"], [["安全生产座谈会", "会议"]]),
        (["安全生产座谈会", "技能大赛", "+会议"], [["安全生产座谈会", "会议"], ["技能大赛"]]),
        (["技能大赛", "+比赛"], [["技能大赛", "比赛"]]),
        (["技能大赛", "+仪式"], [["技能大赛"], ["仪式"]]),
        # What nothing before it fits is an event of its own, also when it is named twice.
        (["+会议", "+会议"], [["会议", "会议"]]),
        # A part of an event is not the event.
        (["职工运动会", "职工运动会开幕式"], [["职工运动会"], ["职工运动会开幕式"]]),
    ],
)
def test_groups(names: list[str], groups: list[list[str]]) -> None:
    assert grouped(*names) == groups


@given(
    st.lists(
        st.builds(
            "".join, st.tuples(st.sampled_from(["+", "安全", "工会", "安全工作"]), st.sampled_from(HEADS))
        )
    )
)
def test_every_mention_is_in_one_group(names: list[str]) -> None:
    groups = grouped(*names)
    assert sorted(text for group in groups for text in group) == sorted(n.removeprefix("+") for n in names)


def _mention(start: int, text: str, head: str, *, bare: bool = False, host: str = "") -> EventMention:
    return EventMention(start, start + len(text), text, head, bare=bare, host=host)


def test_a_headline_and_the_text_name_one_event_in_other_words() -> None:
    title = _mention(2, "职工技能竞赛活动", "活动")
    told = _mention(40, "职工劳动和技能竞赛系列活动", "活动")
    other = _mention(60, "义诊活动", "活动")
    assert group_mentions([title, told, other], body=20) == [[title, told], [other]]
    # In the text itself these are two.
    assert group_mentions([_mention(22, "职工文艺汇演活动", "活动"), told], body=20)[0] != [told]


@pytest.mark.parametrize("bare", [True, False])
def test_what_different_hosts_hold_is_two_events(bare: bool) -> None:
    first, second = (
        _mention(start, "培训班", "培训班", bare=bare, host=host) for start, host in [(0, "A"), (30, "B")]
    )
    assert group_mentions([first, second]) == [[first], [second]]


def test_what_has_a_name_in_quotation_marks_is_one_event_whoever_holds_it() -> None:
    first, second = (
        _mention(start, "“匠心杯”大赛", "大赛", host=host) for start, host in [(0, "A"), (30, "B")]
    )
    assert group_mentions([first, second]) == [[first, second]]


def test_a_word_that_may_name_an_event_needs_one_before_it() -> None:
    unsure = EventMention(30, 32, "活动", "活动", bare=True, sure=False)
    named = _mention(0, "义诊活动", "活动")
    assert group_mentions([unsure]) == []
    assert group_mentions([named, unsure]) == [[named, unsure]]
