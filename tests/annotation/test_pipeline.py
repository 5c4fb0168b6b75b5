"""What the stages together make of an article."""

from __future__ import annotations

from kg.annotation.pipeline import doubted
from kg.model.records import Article, Claim, Doubt, LinkedArticle, Origin


def linked(*doubts: Doubt) -> LinkedArticle:
    text = "王平主持会议。李华出席会议。"
    origin = Origin("scan.png", tuple(range(len(text))), doubts=doubts)
    claims = (
        Claim("person/王平", "presidesOver", "event/会议", 0, 7, 0.9, "presides"),
        Claim("person/李华", "attended", "event/会议", 7, 14, 0.8, "attends"),
    )
    return LinkedArticle(Article("a", "", text, origin=origin), (), (), claims)


def confidences(article: LinkedArticle) -> list[float]:
    return [claim.confidence for claim in article.claims]


def test_a_claim_is_less_sure_by_the_weakest_stretch_of_its_evidence() -> None:
    assert confidences(doubted(linked(Doubt(0, 1, 0.5), Doubt(3, 5, 0.8)))) == [0.45, 0.8]
    assert confidences(doubted(linked(Doubt(6, 8, 0.7)))) == [0.63, 0.56]


def test_what_was_read_surely_stays_as_it_is() -> None:
    article = linked()
    assert doubted(article) is article
