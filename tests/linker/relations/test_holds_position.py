"""holdsPosition: one marked line, and all posts it states."""

from __future__ import annotations

import pytest

from kg.linker.relations import holds_position
from tests.linker.marked import facts, linked

CASES = [
    ("{O湘潭市总工会}{T党组书记}、{T常务副主席}{P方知远}到会。",
     {"方知远 holdsPosition 湘潭市总工会 党组书记", "方知远 holdsPosition 湘潭市总工会 常务副主席"}),
    ("{O湘潭市人大常委会}{T党组成员}、{T副主任}，{O市总工会}{T主席}{P方知远}一行。",
     {"方知远 holdsPosition 湘潭市人大常委会 党组成员", "方知远 holdsPosition 湘潭市人大常委会 副主任",
      "方知远 holdsPosition 湘潭市总工会 主席"}),
    # A body carried on to the next person, and a title shared by several.
    ("{O湘潭市政协}{T主席}{P方知远}，{T副主席}{P贺青禾}、{P武定国}，{T秘书长}{P安一舟}到会。",
     {"方知远 holdsPosition 湘潭市政协 主席", "贺青禾 holdsPosition 湘潭市政协 副主席",
      "武定国 holdsPosition 湘潭市政协 副主席", "安一舟 holdsPosition 湘潭市政协 秘书长"}),
    # A chief's title is not the next man's too.
    ("{O红光公司}{T总经理}{P方知远}、{P贺青禾}到会。", {"方知远 holdsPosition 红光公司 总经理"}),
    # Posts of an area.
    ("{L湘乡市}{T副市长}{P贺青禾}到会。", {"贺青禾 holdsPosition 湘乡市 副市长"}),
    ("{L湘潭市}降温。{O市委}{T副书记}、{T市长}{P方知远}要求防冻。",
     {"方知远 holdsPosition 湘潭市委 副书记", "方知远 holdsPosition 湘潭市 市长"}),
    ("{T副县长}{P贺青禾}到会。", set()),
    # After the name.
    ("{O省科技厅}{P方知远}{T处长}到会。", {"方知远 holdsPosition 省科技厅 处长"}),
    ("{P方知远}{T处长}到会。", set()),
    # A post that no committee has is the body's.
    ("{O云岭师范学院}消息：{O院党委}{T副书记}、{T副院长}{P武定国}到会。",
     {"武定国 holdsPosition 云岭师范学院党委 副书记", "武定国 holdsPosition 云岭师范学院 副院长"}),
    # The article's own body of the kind that has such a post.
    ("{O红光公司}慰问职工。{T总经理}{P方知远}说好。", {"方知远 holdsPosition 红光公司 总经理"}),
    ("原{O红光公司}{T总经理}{P方知远}到会。", {"方知远 holdsPosition 红光公司 原总经理"}),
    # Of several areas of a level, the one that the article is about.
    ("{L上海市}来客。{O湘潭市委}和{O湘潭市政府}接待，{L湘潭市}发展快，{T副市长}{P方知远}到会。",
     {"方知远 holdsPosition 湘潭市 副市长"}),
    # Appointments.
    ("大会选举{P方知远}为{O湘潭市茶叶协会}{T会长}。", {"方知远 holdsPosition 湘潭市茶叶协会 会长"}),
    ("{P方知远}任{O省科技厅}{T厅长}。", {"方知远 holdsPosition 省科技厅 厅长"}),
    ("{P贺青禾}、{P武定国}当选{O湘潭市茶叶协会}{T副会长}。",
     {"贺青禾 holdsPosition 湘潭市茶叶协会 副会长", "武定国 holdsPosition 湘潭市茶叶协会 副会长"}),
    ("{P贺青禾}、{P武定国}分别担任{O红光公司}{T董事长}、{T总经理}。",
     {"贺青禾 holdsPosition 红光公司 董事长", "武定国 holdsPosition 红光公司 总经理"}),
    # A space before the name, and a body by its kind before a post.
    ("{O红光公司}{T经理} {P方知远}到会。", {"方知远 holdsPosition 红光公司 经理"}),
    ("{O红星公司}来客。{O红光公司}座谈，公司{T总经理}{P方知远}到会。",
     {"方知远 holdsPosition 红光公司 总经理"}),
    # A branch is not meant by a manager's title alone.
    ("{O红光公司}开会。{O青山分公司}、{O青山分公司}到会，{T总经理}{P方知远}讲话。",
     {"方知远 holdsPosition 红光公司 总经理"}),
    # An aside, or 的, between a body and its post.
    ("{O红光信息科技公司}（以下简称“红信”）{T总经理}{P方知远}到会。",
     {"方知远 holdsPosition 红光信息科技公司 总经理"}),
    ("{O红光公司}的{T会计}{P方知远}到会。", {"方知远 holdsPosition 红光公司 会计"}),
    # The names below a heading.
    ("{O红光公司工会委员会}{T委员}名单：\n{P方知远} {P贺青禾}",
     {"方知远 holdsPosition 红光公司工会委员会 委员", "贺青禾 holdsPosition 红光公司工会委员会 委员"}),
    # A body elects, and its posts need not say whose they are; a notice.
    ("{O湘潭市茶叶协会}选举产生新一届理事会，{P方知远}任{T会长}，{P贺青禾}任{T秘书长}。",
     {"方知远 holdsPosition 湘潭市茶叶协会 会长", "贺青禾 holdsPosition 湘潭市茶叶协会 秘书长"}),
    ("{P方知远}，男，汉族，大学学历，现任{O省科技厅}{T处长}。", {"方知远 holdsPosition 省科技厅 处长"}),
    # The area that only a body's name tells, for a whole list.
    ("{O湘潭县委}{T书记}{P方知远}，{T县长}{P贺青禾}，{T副县长}{P武定国}到会。",
     {"方知远 holdsPosition 湘潭县委 书记", "贺青禾 holdsPosition 湘潭县 县长",
      "武定国 holdsPosition 湘潭县 副县长"}),
    # A life.
    ("{P方知远}1953年参加工作。历任{O湘潭市教育局}{T科长}、{O湘潭县教育局}{T局长}等职。",
     {"方知远 holdsPosition 湘潭市教育局 科长", "方知远 holdsPosition 湘潭县教育局 局长"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_positions(line: str, expected: set[str]) -> None:
    assert {fact for fact in facts(line) if " holdsPosition " in fact} == expected


def test_every_rule_has_a_case() -> None:
    fired = {claim.rule for line, _ in CASES for claim in linked(line).claims}
    assert {rule.name for rule in holds_position.RULES} <= fired
