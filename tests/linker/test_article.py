"""What holds of every linked article, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.linker import link
from kg.model.records import Article, Mention, MentionType
from tests.linker.marked import linked

_TEXT = """主持 举办 出席 参加 会议 座谈会 活动 启动仪式 调研 先后到 陪同 在 由 的 、 ， 。 和 了 “ ” 《 》
（ ） 并讲话 强调 会上 本报讯 近日 我校 当选 任 位于 等 一行 夺得 冠军 大赛 100周年 市 第一 届
6月4日 昨日 当天 3日至4日 开幕 落幕"""
_WORDS = st.sampled_from([*_TEXT.split(), "\n"])
_NAMED: dict[MentionType, str] = {
    "Person": "张三 李主席 A.B",
    "Organisation": "市总工会 湘潭市总工会 公安局 院党委",
    "Place": "湘潭 棋梓镇 鼓楼区 中",
    "Title": "书记 副市长 会长",
}
_NAMES = st.sampled_from([(name, kind) for kind, names in _NAMED.items() for name in names.split()])


@given(st.lists(st.one_of(_WORDS, _NAMES), max_size=60), st.integers(0, 20))
def test_link_keeps_its_promises(parts: list[str | tuple[str, MentionType]], headline: int) -> None:
    text, mentions = "", []
    for part in parts:
        word, kind = part if isinstance(part, tuple) else (part, None)
        if kind:
            mentions.append(Mention(len(text), len(text) + len(word), kind, "test"))
        text += word
    first_line = text.split("\n")[0]
    article = Article("a", first_line if len(first_line) <= headline else "", text, "2025-06-05")
    found = link(article, mentions)
    keys = {entity.id for entity in found.entities}
    assert len(keys) == len(found.entities)
    assert {mention.entity for mention in found.mentions} == keys
    assert all(claim.subject in keys and claim.object in keys for claim in found.claims)
    assert all(0 <= claim.start < claim.end <= len(text) for claim in found.claims)
    assert all(0 < claim.confidence <= 1 for claim in found.claims)
    times = [entity.time for entity in found.entities if entity.time]
    assert all(0 <= time.start < time.end <= len(text) for time in times)
    assert all(time.first <= time.last for time in times if time.first and time.last)
    assert found == link(article, mentions)


def test_reporters_are_people_of_the_article_but_not_of_the_story() -> None:
    found = linked("本报讯（记者{P安一舟}）{O红光公司}举办职工运动会。")
    assert [entity.name for entity in found.entities] == ["安一舟", "红光公司", "职工运动会"]
    assert [(claim.subject, claim.predicate) for claim in found.claims] == [
        ("organisation/红光公司", "organised")
    ]


def test_evidence_leaves_the_dateline_out() -> None:
    found = linked("本报讯（记者{P安一舟}）{O红光公司}举办职工运动会。")
    (claim,) = found.claims
    assert found.article.text[claim.start : claim.end] == "红光公司举办职工运动会"


def test_events_without_part_in_a_relation_are_left_out() -> None:
    assert linked("安全生产座谈会很重要。").entities == ()


def test_later_mentions_of_an_event_are_its_own() -> None:
    found = linked("{O红光公司}召开安全生产座谈会。会议强调安全，会上气氛热烈。")
    event = next(entity for entity in found.entities if entity.type == "Event")
    surfaces = [found.article.text[m.start : m.end] for m in found.mentions if m.entity == event.id]
    assert surfaces == ["安全生产座谈会", "会议", "会"]


def test_two_events_of_one_name_have_keys_of_their_own() -> None:
    found = linked("{O红光公司}举办培训班。{O红星公司}举办培训班。")
    events = [entity for entity in found.entities if entity.type == "Event"]
    assert [event.name for event in events] == ["培训班", "培训班"]
    assert len({event.id for event in events}) == 2
