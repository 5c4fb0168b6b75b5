"""Which articles and facts are the same, on small articles of invented people and bodies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.evaluation.matching import pair_articles
from kg.evaluation.scores import evaluate
from kg.model.records import LinkedArticle
from kg.model.score import Score
from tests.evaluation.small import GOLD, TEXT, annotated, timed


def test_mentions_need_the_exact_span_and_type() -> None:
    given = annotated("o1 Organisation 阳川市总工会 | 阳川市总工会 市总工会@2\np1 Place 林海棠 | 林海棠")
    result = evaluate([GOLD], [given])
    assert result.score("mentions", "Organisation") == Score(gold=2, predicted=2, correct=1)
    assert result.score("mentions", "Person") == Score(gold=1)
    assert result.score("mentions", "Place") == Score(gold=1, predicted=1)
    assert result.score("entities", "Organisation").f1 == 1.0


@pytest.mark.parametrize(
    ("surfaces", "correct"),
    [
        ("开座谈会", 1),
        ("座谈会", 1),
        ("谈会", 1),
        ("召开座", 0),
        ("议在阳川市", 1),
        ("在阳川市", 0),
    ],
)
def test_events_meet_when_half_of_the_shorter_mention_overlaps(surfaces: str, correct: int) -> None:
    text = "阳川市总工会召开座谈会。会议在阳川市举行。"
    gold = annotated("v1 Event 座谈会 | 座谈会 会议\nl1 Place 阳川市 | 阳川市@2", "v1 heldAt l1", text)
    given = annotated(f"v9 Event 别的 | {surfaces}\nl1 Place 阳川市 | 阳川市@2", "v9 heldAt l1", text)
    result = evaluate([gold], [given])
    assert result.score("relations", "heldAt").correct == correct
    assert result.score("entities", "Event").correct == correct


def test_one_gold_event_is_found_once() -> None:
    """Two predicted events on the same gold event: one is right, the other one too many."""
    given = annotated("v1 Event 座谈会 | 座谈会\nv2 Event 座谈会议 | 会议")
    assert evaluate([GOLD], [given]).score("entities", "Event") == Score(gold=1, predicted=2, correct=1)


def test_events_are_matched_for_the_largest_number_of_right_ones() -> None:
    text = "研讨会座谈会"
    gold = annotated("v1 Event 甲 | 研讨会座谈会\nv2 Event 乙 | 研讨会", text=text)
    given = annotated("v1 Event 甲 | 研讨会\nv2 Event 乙 | 座谈会", text=text)
    assert evaluate([gold], [given]).score("entities", "Event").correct == 2


@pytest.mark.parametrize(
    ("gold", "given", "correct"),
    [
        ("阳川市总工会 党组书记", "阳川市总工会党组 书记", 1),
        ("阳川市总工会党组 书记", "阳川市总工会 党组书记", 1),
        ("阳川市总工会 机关党委副书记", "阳川市总工会机关党委 副书记", 1),
        ("阳川市总工会 党组书记", "阳川市总工会 书记", 0),
        ("阳川市总工会 党组书记", "阳川市总工会 党组成员", 0),
        ("阳川市委 书记", "阳川市 委书记", 0),
        ("党委 书记", "党委 书记", 1),
        ("阳川市总工会 主席", "阳川市总工会 主席", 1),
        ("阳川市总工会 主席", "阳川市总工会 副主席", 0),
    ],
)
def test_a_party_post_is_the_same_in_the_committee_and_in_its_body(
    gold: str, given: str, correct: int
) -> None:
    def post(line: str) -> LinkedArticle:
        body, title = line.split()
        return annotated(f"p Person 林海棠 | 林海棠\no Organisation {body}", f"p holdsPosition o {title}")

    assert evaluate([post(gold)], [post(given)]).score("relations") == Score(1, 1, correct)


def test_relations_compare_entities_not_ids_and_count_once() -> None:
    given = annotated(
        """
        x Organisation 阳川市总工会 | 阳川市总工会
        y Organisation 阳川市总工会 | 阳川市总工会@2
        v Event 会 | 会议
        """,
        "x organised v\ny organised v",
    )
    assert evaluate([GOLD], [given]).score("relations", "organised") == Score(1, 1, 1)


def test_articles_meet_by_text_then_title_then_id() -> None:
    respaced = annotated(
        "o1 Organisation 阳川市总工会 | 阳川市总工会 阳川市总工会@2\np1 Person 林海棠 | 林海棠",
        text=TEXT.replace("\n", "\n \n"),
        id="page-01",
    )
    result = evaluate([GOLD], [respaced])
    assert (result.matched, result.exact) == (1, 0)
    assert result.score("mentions", "Person").f1 == 1.0

    retitled = replace(GOLD, article=replace(GOLD.article, id="b", text="丰和县消息。" + TEXT))
    assert evaluate([GOLD], [retitled]).matched == 1

    stranger = annotated("", text="丰和县\n无关。", id="c")
    assert evaluate([GOLD], [stranger]).score("mentions") == Score(gold=len(GOLD.mentions))


def test_a_number_does_not_make_two_articles_one() -> None:
    """A reader that finds an article too many shifts the ids of all that follow."""
    gold = [annotated("", text=f"{name}\n正文", id=str(n)) for n, name in enumerate("甲乙丙")]
    shifted = [annotated("", text=f"{name}\n正文。", id=str(n)) for n, name in enumerate("丁甲乙丙")]
    assert [given and given.article.title for _, given in pair_articles(gold, shifted)] == ["甲", "乙", "丙"]


def test_the_id_tells_apart_what_has_the_same_text() -> None:
    twins = [annotated("", id="1"), annotated("", id="2")]
    assert [given and given.article.id for _, given in pair_articles(twins, reversed(twins))] == ["1", "2"]


def test_articles_without_a_title_do_not_meet() -> None:
    one, other = (annotated("", text=text, id=text, title="") for text in ("甲。", "乙。"))
    assert evaluate([one], [other]).matched == 0


def test_bylines_count_role_and_name() -> None:
    gold = annotated("", byline=[{"role": "记者", "name": "林海棠"}, {"role": "通讯员", "name": "周可为"}])
    given = annotated("", byline=[{"role": "记者", "name": "林海棠"}, {"role": "摄影", "name": "周可为"}])
    result = evaluate([gold], [given])
    assert result.score("bylines") == Score(2, 2, 1)
    assert result.exact == 0


@pytest.mark.parametrize(
    ("gold", "given", "correct"),
    [
        (timed("6月4日", "2025-06-04", "2025-06-04"), timed("上午", "2025-06-04", "2025-06-04"), 1),
        (timed("6月4日", "2025-06-04", "2025-06-04"), timed("6月4日", "2025-06-04"), 0),
        (timed("6月4日", "2025-06-04"), timed("6月4日"), 0),
        (timed("6月4日"), timed("月4日"), 1),
        (timed("6月4日"), timed("上午"), 0),
    ],
)
def test_a_date_is_right_with_its_days_or_where_none_is_known_its_words(
    gold: LinkedArticle, given: LinkedArticle, correct: int
) -> None:
    assert evaluate([gold], [given]).score("dates") == Score(1, 1, correct)
