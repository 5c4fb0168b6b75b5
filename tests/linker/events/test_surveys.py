"""A survey as an event."""

from __future__ import annotations

import pytest

from kg.linker.events.surveys import find_survey_mentions, is_visit


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("方知远到云河镇调研工会工作。贺青禾参加调研。", ["调研工会工作", "调研"]),
        ("方知远到云河镇检查春耕情况，贺青禾陪同。", ["检查春耕情况"]),
        ("在贺青禾的陪同下，方知远到云河镇调研。", ["调研"]),
        # Nobody came along; a team is no survey.
        ("方知远到云河镇调研工会工作。", []),
        ("调研组来访，贺青禾陪同。", []),
    ],
)
def test_mentions(text: str, names: list[str]) -> None:
    assert [mention.text for mention in find_survey_mentions(text, 0)] == names


def test_the_headline_names_no_survey() -> None:
    assert find_survey_mentions("方知远调研，贺青禾陪同", 20) == []


@pytest.mark.parametrize(
    ("name", "visit"), [("走访慰问活动", True), ("“送清凉”活动", True), ("技能活动", False), ("走访", False)]
)
def test_visits(name: str, *, visit: bool) -> None:
    assert is_visit(name) is visit
