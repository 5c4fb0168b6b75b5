"""A sound graph passes; a graph broken in any of many ways is reported."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.errors import ValidationError
from kg.validation import require_sound
from kg.validation.checks import ArticleText, check
from kg.validation.triple_index import TripleIndex
from tests.factory import corpus, report

GRAPH = KnowledgeGraph.from_articles(corpus())
TURTLE = to_turtle(GRAPH, report())
ARTICLES = {
    node: ArticleText(GRAPH.network.nodes[node]["text"], GRAPH.network.nodes[node]["offsets"] or ())
    for node in GRAPH.of_type("Article")
}
MEETING = "event/page-01/夏季劳动保护工作会议"


def cut(text: str, pattern: str, by: str = "") -> str:
    """The text with what matches changed, once; the pattern must match."""
    changed, count = re.subn(pattern, by, text, count=1, flags=re.DOTALL)
    assert count == 1
    return changed


@pytest.mark.parametrize(
    ("pattern", "by", "node", "message"),
    [
        ('exact "林晓岚主持会议"', 'exact "林晓岚主持"', "article/page-01#char=", "oa:exact is '林晓岚主持'"),
        ('prefix "[^"]+许文博', 'prefix "许文', "article/page-01#char=", "oa:prefix is"),
        (r'oa:start "74"', 'oa:start "73"', "article/page-01#char=74,", "the article says"),
        (r'oa:start "74"', 'oa:start "81"', "article/page-01#char=74,81", "quotes nothing"),
        (r'oa:start "74"\S+ ;', "", "article/page-01#char=74,", "does not tell where it stands"),
        (rf"kg:presidesOver <{MEETING}> ;", "", f"presidesOver/{MEETING}", "not in the graph"),
        (r"rdf:predicate kg:presidesOver", "rdf:predicate kg:attended", f"presidesOver/{MEETING}", "not in"),
        (r"kg:surveyed <", f"kg:presidesOver <{MEETING}> ; kg:surveyed <", "周启明", "no claim states"),
        (r"<position/person/陈一鸣[^.]+\.", "", "claim/page-02/person/陈一鸣/holds", "there is no position"),
        (r'kg:title "副主任" \.', 'kg:title "主任" .', "position/person/林晓岚/副主任", "no claim states"),
        (r'181"\S+ ;', '180"^^xsd:nonNegativeInteger ;', "presidesOver", "stands at (180, 189) of"),
        (r"oa:hasTarget\s+<article/page-01#\S+,\s", "oa:hasTarget ", "claim/page-01", "quotes nothing"),
        (r"<article/page-03> a kg:Article", "<article/page-04> a kg:Article", "article/page-04", "not among"),
        (r"<article/page-03> a kg:Article", "<article/page-04> a kg:Article", "article/page-03", "not in"),
    ],
)  # fmt: skip
def test_what_disagrees_with_the_articles_is_found(pattern: str, by: str, node: str, message: str) -> None:
    findings = check(TripleIndex(cut(TURTLE, pattern, by)), ARTICLES)
    assert any(node in finding.node and message in finding.message for finding in findings), findings


def test_a_build_whose_graph_disagrees_with_its_articles_fails_loudly() -> None:
    with pytest.raises(ValidationError, match="oa:exact"):
        require_sound(cut(TURTLE, 'exact "林晓岚主持会议"', 'exact "林晓岚"'), GRAPH)


def test_evidence_with_a_lone_surrogate_is_compared_as_it_can_be_written() -> None:
    (*_, training) = corpus()
    broken = replace(
        training, article=replace(training.article, text=training.article.text.replace("近", "\ud800"))
    )
    graph = KnowledgeGraph.from_articles([broken])
    require_sound(to_turtle(graph), graph)
