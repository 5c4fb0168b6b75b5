"""Each feature of the beginning of an article: a pair of paragraphs that has it, and one that has not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.reading.wrapped import boundary_features as features
from kg.reading.wrapped.boundary_features import FEATURES, Boundary, log_odds
from kg.reading.wrapped.paragraphs import Block
from tests.reading.wrapped.blocks_by_hand import heading, page, paragraph

BEFORE, PLAIN = "云泽县召开河道治理现场会并部署工作。", "各乡镇负责人和群众代表一起察看了三处新修的河堤。"
Feature = Callable[[Boundary], float]


def boundary(*blocks: Block) -> Boundary:
    made = page(*blocks)
    return Boundary(made, len(made.paragraphs) - 1)


def between(before: str, text: str) -> Boundary:
    return boundary(paragraph(before), paragraph(text))


@pytest.mark.parametrize(
    ("feature", "text"),
    [
        (features.opens_as_news, "本报讯 新校舍启用。"),
        (features.is_date_line, "2025年6月4日"),
        (features.opens_with_a_day, "6月4日，新校舍启用。"),
        (features.opens_with_a_bare_day, "4日上午，新校舍启用。"),
        (features.gives_a_day_early, "县教育局近日启用新校舍。"),
        (features.opens_with_a_purpose, "为丰富学生课余生活，新校舍启用。"),
        (features.goes_on, "会议强调，要完成清淤。"),
        (features.is_credit, "（方知行）"),
        (features.is_subtitle, "三十二支队伍同场竞技"),
        (features.is_short, "新校舍启用。"),
        (features.names_the_known, "云泽县的河堤加固之后，各乡镇开始清淤，群众一起参加。"),
    ],
)
def test_what_a_paragraph_shows_by_itself(feature: Feature, text: str) -> None:
    assert feature(between(BEFORE, text))
    assert not feature(between(BEFORE, PLAIN))


@pytest.mark.parametrize(
    ("feature", "before"),
    [
        (features.follows_a_signature, "各乡镇完成了清淤。（方知行）"),
        (features.follows_a_credit, "（方知行）"),
        (features.follows_a_date_line, "2025年6月4日"),
        (features.follows_a_caption, "河堤上的现场会。方知行 摄"),
        (features.follows_a_subtitle, "三十二支队伍同场竞技"),
    ],
)
def test_what_the_paragraph_before_shows(feature: Feature, before: str) -> None:
    assert feature(between(before, PLAIN))
    assert not feature(between(BEFORE, PLAIN))


def test_the_date_below_a_signature_is_no_date_line() -> None:
    signed = between("云泽县教育局", "2025年6月4日")
    assert features.is_signed_date(signed)
    assert not features.is_date_line(signed)


def test_what_the_setting_shows() -> None:
    headed = boundary(paragraph(BEFORE), heading("启用校舍"), paragraph(PLAIN))
    run_on = boundary(paragraph(BEFORE), heading("启用校舍", soft=True), paragraph(PLAIN, soft=True))
    apart = boundary(paragraph(BEFORE), paragraph(BEFORE), paragraph(PLAIN, blanks=2))
    plain = between(BEFORE, PLAIN)
    shown = {
        features.follows_a_headline: headed,
        features.follows_a_likely_headline: run_on,
        features.is_run_on: run_on,
        features.stands_apart: apart,
    }
    for feature, place in shown.items():
        assert feature(place)
        assert not feature(plain)
    assert not features.follows_a_headline(run_on)


def test_what_the_words_share() -> None:
    river, school = "河道治理正在进行，河堤加固完成。", "新校舍启用，学生搬进新教室。"
    like_before = boundary(paragraph(river), paragraph(river), paragraph(school))
    place = Boundary(like_before.page, 1)
    assert features.is_like_the_text_before(place) > features.is_like_the_text_before(like_before) == 0
    long = paragraph(school * 10)
    opens = Boundary(page(paragraph(river), long, long), 1)
    assert features.is_like_the_text_after(opens) > 0


def test_the_log_odds_are_the_weighted_sum() -> None:
    place = between(BEFORE, "本报讯 新校舍启用，三百名学生搬进了教室。")
    weighed = sum(weight * feature(place) for feature, weight in FEATURES)
    assert log_odds(place) == pytest.approx(features.BASE + weighed)
    assert log_odds(place) > log_odds(between(BEFORE, PLAIN))
