"""Statements with their evidence, and the claims that rules make of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.linker.claims import StatedRelation, statement, statements, states
from kg.linker.rule import CONFIDENCE
from kg.linker.sentences.masking import MaskedMention, MaskedSentence
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.model.records import Claim
from tests.linker.marked import linked, parsed

TEXT = "　张三，主持会议。"
PERSON, EVENT = MaskedMention(1, 3, "Person", "person/张三"), MaskedMention(6, 8, "Event", "event/会议")
SENTENCE = MaskedSentence(TEXT, 0, len(TEXT), [PERSON, EVENT])


def test_evidence_is_without_the_punctuation_around_it() -> None:
    stated = statement(SENTENCE, PERSON, EVENT, (1, len(SENTENCE.code)))
    assert TEXT[stated.start : stated.end] == "张三，主持会议"


def test_nobody_stands_in_a_relation_with_one_of_the_subjects() -> None:
    pairs = [(s.subject, s.object) for s in statements(SENTENCE, [PERSON], [PERSON, EVENT], (0, 3))]
    assert pairs == [("person/张三", "event/会议")]
    assert not list(statements(SENTENCE, [PERSON], [EVENT], (0, 3), ""))


def test_a_rule_has_its_name_and_summary_from_its_function() -> None:
    @states("met")
    def lies_in(_article: ParsedArticle) -> Iterator[StatedRelation]:
        """A与B见面."""
        yield StatedRelation("person/张三", "person/李四", 0, 2, None)

    (way,) = lies_in.ways
    assert (way.name, way.summary) == ("lies-in", "A与B见面.")
    sure = CONFIDENCE["lies-in"]
    claims = [Claim("person/张三", "met", "person/李四", 0, 2, sure, "lies-in", None)]
    assert list(lies_in.claims(parsed("{P张三}与{P李四}见面。"))) == claims


@pytest.mark.parametrize(
    "line",
    [
        "{P方知远}向{O第九中学}捐赠\n3万元。",
        "{P方知远}获评{O省总工会}“　　”称号。",
        "{O红光公司}与{O红星公司}签订《 》。",
        "{O红光公司}聘任{P方知远}为{O红光公司}“ ”。",
    ],
)
def test_what_is_given_signed_or_conferred_has_words(line: str) -> None:
    assert not [claim for claim in linked(line).claims if claim.title is not None and not claim.title.strip()]


def test_evidence_holds_both_ends_of_a_claim() -> None:
    """Where subject and object stand in one clause, the quoted evidence shows both."""
    article = linked("今天，{O红光公司}在{L湘潭市}举办职工运动会，职工很高兴。")
    quotes = {claim.predicate: article.article.text[claim.start : claim.end] for claim in article.claims}
    assert quotes == {
        "organised": "今天，红光公司在湘潭市举办职工运动会",
        "heldAt": "在湘潭市举办职工运动会",
    }
