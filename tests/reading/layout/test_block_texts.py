"""What texts say for one following another: sentences that go on, leads that open, words that are shared."""

from __future__ import annotations

import pytest

from kg.reading.layout.block_texts import BlockTexts
from kg.reading.layout.text_blocks import TextBlock
from tests.reading.layout.drawn import text

BROKEN = text(0, 0, "　　云泽县召开河道治理", "现场会，县长主持会议，要")
WHOLE = text(0, 0, "　　云泽县召开河道治理", "现场会。")
WITHIN = text(200, 0, "求在汛期之前完成清淤。")
PARAGRAPH = text(200, 0, "　　会后，与会人员看了河堤。")
LEAD = text(200, 0, "　　本报讯 新校舍启用。")


def weigh(before: TextBlock, after: TextBlock, *, indented: bool = True) -> float:
    return BlockTexts([before, after], indented=indented).weigh_following(0, 1)


def test_a_sentence_that_breaks_off_wants_one_that_goes_on() -> None:
    assert weigh(BROKEN, WITHIN) > 0 > weigh(BROKEN, PARAGRAPH)


def test_a_paragraph_that_ends_short_wants_a_new_one() -> None:
    assert weigh(WHOLE, WITHIN) < weigh(WHOLE, PARAGRAPH) == 0


@pytest.mark.parametrize("before", [BROKEN, WHOLE])
def test_a_lead_follows_nothing_but_a_date(before: TextBlock) -> None:
    assert weigh(before, LEAD) < 0
    assert weigh(text(0, 0, "2025年6月4日"), LEAD) == 0


def test_a_caption_does_not_go_on_with_a_sentence() -> None:
    assert weigh(BROKEN, text(200, 0, "图为现场会。")) < 0


def test_without_indents_a_broken_sentence_alone_speaks() -> None:
    assert weigh(BROKEN, PARAGRAPH, indented=False) > weigh(WHOLE, PARAGRAPH, indented=False) == 0


def test_a_headline_stands_above_no_text_that_begins_within_a_paragraph() -> None:
    texts = BlockTexts([WITHIN, PARAGRAPH], indented=True)
    assert texts.weigh_below_headline(0) < texts.weigh_below_headline(1) == 0


def test_shared_words_speak_for_a_link() -> None:
    texts = BlockTexts([BROKEN, text(0, 0, "河道治理"), text(0, 0, "新校舍启用")], indented=True)
    assert texts.weigh_shared_words(0, 1) > texts.weigh_shared_words(0, 2) == 0
