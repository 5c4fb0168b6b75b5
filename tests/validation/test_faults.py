"""Which part of the articles is to blame for a finding."""

from __future__ import annotations

import pytest

from kg.graph import KnowledgeGraph
from kg.graph.parts import Part
from kg.model.iri import BASE_IRI
from kg.validation.faults import faults
from kg.validation.finding import Finding
from tests.factory import corpus

GRAPH = KnowledgeGraph.from_articles(corpus())
CLAIM = next(claim for claim in GRAPH.claims("presidesOver"))
TOWN, MEETING = BASE_IRI + "place/柳溪镇", CLAIM.object
ARTICLE = BASE_IRI + "article/page-01"
UNION = BASE_IRI + "organisation/云河市总工会"


@pytest.mark.parametrize(
    ("finding", "part", "words"),
    [
        (Finding(CLAIM.iri, "x"), Part("claim", CLAIM.iri), "“林晓岚 presidesOver 夏季劳动保护工作会议”"),
        (
            Finding(CLAIM.subject, "x", properties=("kg:presidesOver",), value=MEETING),
            Part("claim", CLAIM.iri),
            "“林晓岚 presidesOver 夏季劳动保护工作会议”",
        ),
        (Finding(ARTICLE, "x"), Part("article", ARTICLE), "the article"),
        (
            Finding(MEETING, "x", properties=("schema:startDate",)),
            Part("time", MEETING),
            "the time “6月4日” of “夏季劳动保护工作会议”",
        ),
        (Finding(TOWN, "x", properties=("kg:code",)), Part("code", TOWN), "the code 990123101 of “柳溪镇”"),
        (
            Finding(UNION, "x", properties=("skos:altLabel",), value="市总工会"),
            Part("alias", UNION, "市总工会"),
            "the name “市总工会” of “云河市总工会”",
        ),
        (Finding(TOWN, "x"), Part("entity", TOWN), "“柳溪镇”"),
    ],
)
def test_the_smallest_part_that_explains_a_finding_is_to_blame(
    finding: Finding, part: Part, words: str
) -> None:
    (fault,) = faults([finding], GRAPH)
    assert (fault.part, fault.words, fault.findings) == (part, words, (finding,))
    assert str(fault) == f"{words} is unsound and is left out: x"


def test_what_is_of_no_article_is_nobodys_fault() -> None:
    assert faults([Finding(BASE_IRI + "build/1", "x")], GRAPH) == []
