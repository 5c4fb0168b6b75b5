"""Scores of small articles of invented people and bodies."""

from __future__ import annotations

from dataclasses import replace

from kg.evaluation.scores import evaluate
from kg.model.score import Score
from tests.evaluation.small import GOLD, annotated, timed


def test_the_gold_scores_one_against_itself() -> None:
    result = evaluate([GOLD], [GOLD])
    assert {result.score(layer).f1 for layer in ("mentions", "entities", "relations")} == {1.0}
    assert (result.articles, result.matched, result.exact, result.mistakes) == (1, 1, 1, ())


def test_further_predicates_count_where_the_gold_has_any_of_them() -> None:
    claims = (*GOLD.claims, replace(GOLD.claims[0], predicate="guided"))
    more = replace(GOLD, claims=claims)
    assert evaluate([GOLD], [more]).score("relations") == Score(4, 4, 4)
    assert evaluate([more], [more]).score("relations", "guided") == Score(1, 1, 1)
    assert evaluate([more, replace(GOLD, article=replace(GOLD.article, id="b"))], [GOLD]).score(
        "relations", "guided"
    ) == Score(1, 0, 0)


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
