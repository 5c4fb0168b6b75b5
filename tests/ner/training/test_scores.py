from __future__ import annotations

from kg.model.score import Score
from kg.ner.recognisers.press import shipped
from kg.ner.training.examples.articles import AnnotatedArticle
from kg.ner.training.scores import recognise, score_names, told

ARTICLE = AnnotatedArticle("a", "王强在安庆市讲话。", ((0, 2, "Person"), (3, 6, "Place")), frozenset([0]))


def test_scores_are_strict_and_by_type() -> None:
    scores = score_names([ARTICLE], [[(0, 2, "Person"), (3, 5, "Place")]])
    assert scores["Person"] == Score(1, 1, 1)
    assert scores["Place"] == Score(1, 1, 0)
    assert scores["Organisation"] == Score()
    assert scores["all"] == Score(2, 2, 1)
    assert told(scores).endswith("all 0.500 (0.500 / 0.500)")


def test_names_have_their_places_in_the_text() -> None:
    assert list(recognise(shipped("press"), [f"\n{ARTICLE.text}", ""])) == [
        [(1, 3, "Person"), (4, 7, "Place")],
        [],
    ]
