"""The scoring rules, on small articles of invented people and bodies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.artifacts.annotations import from_json
from kg.evaluation.scores import Score, evaluate, pair_articles
from kg.model.records import LinkedArticle, Time

TEXT = "阳川市总工会召开座谈会\n阳川市总工会党组书记林海棠主持座谈会。会议在阳川市举行。"


def annotated(entities: str, relations: str = "", text: str = TEXT, **fields: object) -> LinkedArticle:
    """An article from lines: `id Type name | surface surface …` and `subject predicate object title?`.

    A surface stands for its first occurrence, `surface@n` for its n-th.
    """
    listed, mentions = [], []
    for line in filter(None, map(str.strip, entities.splitlines())):
        head, _, surfaces = line.partition("|")
        key, kind, name = head.split()
        listed.append({"id": key, "type": kind, "name": name})
        for surface in surfaces.split():
            word, _, nth = surface.partition("@")
            start = -1
            for _ in range(int(nth or 1)):
                start = text.index(word, start + 1)
            mentions.append({"start": start, "end": start + len(word), "entity": key})
    claims = []
    for line in filter(None, map(str.strip, relations.splitlines())):
        subject, predicate, object_, *title = line.split()
        claim = {"subject": subject, "predicate": predicate, "object": object_}
        claims.append(claim | ({"title": title[0]} if title else {}))
    record = {"id": "a", "title": text.split("\n")[0], "text": text, "entities": listed, "mentions": mentions}
    return from_json(record | {"relations": claims} | fields)


GOLD = annotated(
    """
    o1 Organisation 阳川市总工会 | 阳川市总工会 阳川市总工会@2
    p1 Person 林海棠 | 林海棠
    v1 Event 座谈会 | 座谈会 座谈会@2 会议
    l1 Place 阳川市 | 阳川市@3
    """,
    """
    o1 organised v1
    p1 presidesOver v1
    p1 holdsPosition o1 党组书记
    v1 heldAt l1
    """,
)


def test_the_gold_scores_one_against_itself() -> None:
    result = evaluate([GOLD], [GOLD])
    assert {result.score(layer).f1 for layer in ("mentions", "entities", "relations")} == {1.0}
    assert (result.articles, result.matched, result.exact, result.mistakes) == (1, 1, 1, ())


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


def test_further_predicates_count_where_the_gold_has_any_of_them() -> None:
    claims = (*GOLD.claims, replace(GOLD.claims[0], predicate="guided"))
    more = replace(GOLD, claims=claims)
    assert evaluate([GOLD], [more]).score("relations") == Score(4, 4, 4)
    assert evaluate([more], [more]).score("relations", "guided") == Score(1, 1, 1)
    assert evaluate([more, replace(GOLD, article=replace(GOLD.article, id="b"))], [GOLD]).score(
        "relations", "guided"
    ) == Score(1, 0, 0)


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


def timed(words: str, first: str | None = None, last: str | None = None) -> LinkedArticle:
    text = "6月4日，座谈会上午举行。"
    known = annotated("v1 Event 座谈会 | 座谈会", text=text)
    start = text.index(words)
    time = Time(start, start + len(words), first, last)
    return replace(known, entities=(replace(known.entities[0], time=time),))


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


def test_dates_are_scored_where_the_gold_has_any() -> None:
    dated = timed("6月4日")
    bare = replace(dated, entities=(replace(dated.entities[0], time=None),))
    assert "dates" not in evaluate([bare], [dated]).layers()
    other = replace(bare, article=replace(bare.article, id="b"))
    assert evaluate([dated, other], [dated, replace(other, entities=dated.entities)]).score("dates") == Score(
        1, 2, 1
    )


def test_mistakes_show_the_evidence_in_its_sentence() -> None:
    given = annotated(
        "p1 Person 林海 | 林海\no1 Organisation 阳川市总工会 | 阳川市总工会@2", "p1 holdsPosition o1 书记"
    )
    mistakes = evaluate([GOLD], [given]).mistakes
    missed = next(m for m in mistakes if m.kind == "missed" and m.label == "Person" and m.layer == "mentions")
    assert missed.sentence == "阳川市总工会党组书记林海棠主持座谈会。"
    assert missed.sentence[missed.start : missed.end] == "林海棠"
    wrong = next(m for m in mistakes if m.kind == "wrong" and m.layer == "relations")
    assert (wrong.article, wrong.text) == ("a", "林海 holdsPosition 阳川市总工会 书记")
    assert wrong.sentence[wrong.start : wrong.end] == "阳川市总工会党组书记林海"


def test_scores_add_up_over_articles_and_are_written_as_data() -> None:
    other = annotated("p1 Person 林海棠 | 林海棠", id="b", text="林海棠讲话。")
    result = evaluate([GOLD, other], [GOLD])
    assert result.score("mentions", "Person") == Score(gold=2, predicted=1, correct=1)
    assert result.score("mentions", "Person").recall == 0.5
    assert result.to_json()["articles"] == {"gold": 2, "matched": 1, "exact": 1}
    persons = result.to_json()["mentions"]["Person"]  # type: ignore[index]
    assert persons == {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "gold": 2, "predicted": 1, "correct": 1}


def test_a_score_of_nothing_is_zero() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)


def test_rules_and_confidences_are_judged_by_their_claims() -> None:
    said = [replace(claim, rule="sure", confidence=0.95) for claim in GOLD.claims[:2]]
    said.append(replace(GOLD.claims[2], rule="bold", confidence=0.75, title="会长"))
    result = evaluate([GOLD], [replace(GOLD, claims=tuple(said))])
    assert result.rules() == {
        "sure": Score(predicted=2, correct=2),
        "bold": Score(predicted=1, correct=0),
    }
    assert result.without("bold") == Score(gold=4, predicted=2, correct=2)
    assert result.calibration() == {
        (0.7, 0.8): (0.75, Score(predicted=1, correct=0)),
        (0.9, 1.01): (0.95, Score(predicted=2, correct=2)),
    }
