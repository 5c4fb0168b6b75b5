"""The shipped queries: each gives what it promises, and the same by two engines."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.ontology import ontology_dir
from kg.model.records import LinkedArticle
from kg.query.answers import GraphResult, SelectResult
from kg.query.engine import Dataset, ShippedQuery, shipped_queries
from tests.factory import linked

# What each query says of the corpus for one choice of its parameters: some columns of its rows.
ANSWERS = [
    ("presided-over", {"who": "林晓岚"}, ["event"], [("夏季劳动保护工作会议",)]),
    ("presided-over", {"who": "苏禾"}, ["event"], []),
    (
        "surveyed-with",
        {"who": "林晓岚"},
        ["with", "where"],
        [("周启明", "柳溪镇"), ("陈一鸣", "柳溪农机公司"), ("陈一鸣", "柳溪镇")],
    ),
    ("events-by-organiser", {}, ["organiser", "events"], [("云河市总工会", 1), ("柳溪镇", 1)]),
    (
        "posts-of-person",
        {"person": "林晓岚"},
        ["title", "in", "articles"],
        [("主席", "云河市总工会", 2), ("副主任", "云河市人大常委会", 1)],
    ),
    ("posts-in-organisation", {"in": "青石县"}, ["title", "person"], [("副县长", "陈一鸣")]),
    ("posts-in-organisation", {"title": "党组书记"}, ["person"], [("周启明",)]),
    (
        "evidence",
        {"claim": "claim/page-02/person/陈一鸣/holdsPosition=副县长/place/青石县"},
        ["subject", "object", "title", "quote", "id", "rule"],
        [("陈一鸣", "青石县", "副县长", "副县长陈一鸣", "page-02", "by-hand")],
    ),
    ("evidence", {"object": "许文博"}, ["title", "quote", "start", "end"], [("记者", "许文博", 20, 23)]),
    ("events-at-place", {"place": "青石县"}, ["venue", "event"], [("青石县", "夏季劳动保护工作会议")]),
    (
        "participants",
        {"event": "“工匠讲堂”活动"},
        ["who"],
        [("柳溪镇",), ("周启明",)],
    ),
    (
        "appear-together",
        {},
        ["one", "other", "articles"],
        [("周启明", "林晓岚", 2), ("周启明", "陈一鸣", 1), ("林晓岚", "陈一鸣", 1)],
    ),
    ("reporters", {"reporter": "苏禾"}, ["role", "id"], [("署名", "page-02"), ("通讯员", "page-01")]),
    ("events-in-period", {}, ["first", "last", "time"], [("2025-06-04", "2025-06-04", "6月4日")]),
    ("events-in-period", {"since": "2025", "until": "2025-06"}, ["event"], [("夏季劳动保护工作会议",)]),
    ("events-in-period", {"since": "2025-06-05"}, ["event"], []),
    ("events-in-period", {"until": "2025-05"}, ["event"], []),
    (
        "find",
        {"words": "总工会"},
        ["name"],
        [("云河市总工会",), ("云河市总工会部署夏季工作",), ("青石县总工会",)],
    ),
    ("places-surveyed", {}, ["place", "articles", "visitors"], [("柳溪镇", 1, 2), ("柳溪农机公司", 1, 1)]),
    ("possible-namesakes", {}, ["person"], []),
    (
        "dealings",
        {"relation": "授予"},
        ["who", "whom", "what"],
        [("云河大学", "周启明", "优秀讲师")],
    ),
    ("dealings", {"whom": "林晓岚"}, ["who"], []),
    ("least-certain", {}, ["rule"], [("by-hand",)] * 19 + [("byline",)] * 3),
]

# For each kind of parameter, values that some row has, that none has, and that would break a pasted query.
VALUES = {
    "name": ["林晓岚", "青石县", "没有", '"@zh } #', "\\"],
    "iri": ["claim/page-03/person/周启明/spokeAt/event/page-03/“工匠讲堂”活动", "claim/none"],
    "text": ["主席", "2025-06", "'} SELECT * {"],
}


@pytest.fixture(scope="module")
def graph(corpus_graph: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(corpus_graph / "graph.ttl")


def test_every_query_file_is_shipped_with_its_titles() -> None:
    queries = shipped_queries()
    assert len(queries) == len(list((ontology_dir() / "queries").iterdir())) >= 8
    assert all(query.zh and query.en for query in queries)


def test_every_query_is_tried_below() -> None:
    tables = {query.name for query in shipped_queries() if "CONSTRUCT" not in query.text}
    assert tables == {name for name, *_ in ANSWERS}


@pytest.mark.parametrize(("name", "parameters", "columns", "expected"), ANSWERS)
def test_a_query_tells_what_the_articles_say(
    dataset: Dataset, name: str, parameters: dict[str, str], columns: list[str], expected: list[tuple[object]]
) -> None:
    result = dataset.run(name, parameters)
    assert isinstance(result, SelectResult)
    rows = [dict(zip(result.variables, row, strict=True)) for row in result.rows]
    assert [tuple(row[column] for column in columns) for row in rows] == expected


@pytest.mark.parametrize("query", shipped_queries(), ids=lambda query: query.name)
def test_two_engines_agree_on_every_query_and_every_parameter(
    dataset: Dataset, graph: rdflib.Graph, query: ShippedQuery
) -> None:
    choices = [(p.name, p.kind, value) for p in query.parameters for value in VALUES[p.kind]]
    for parameters, bindings in [
        ({}, {}),
        *(({name: value}, {name: _rdflib(dataset, kind, value)}) for name, kind, value in choices),
    ]:
        ours = dataset.run(query.name, parameters)
        theirs = graph.query(query.text, initBindings=bindings, base=dataset.base_iri)
        if isinstance(ours, GraphResult):
            assert set(ours.triples) == _triples(theirs.serialize(format="nt"))
        else:
            assert ours.variables == tuple(map(str, theirs.vars))
            assert Counter(ours.rows) == Counter(map(_python, theirs))


def test_posts_in_areas_far_apart_may_be_two_peoples(tmp_path: Path) -> None:
    """One post in an area of the other article's is enough to be one person."""
    articles = [
        _post("a", "云河市总工会", "主席", "周启明"),
        _post("b", "青石县医院", "护士", "周启明"),
        _post("c", "云河市总工会", "主席", "林晓岚"),
        _post("d", "云河市人大常委会", "副主任", "林晓岚"),
    ]
    (tmp_path / "graph.ttl").write_text(to_turtle(KnowledgeGraph.from_articles(articles)), "utf-8")
    result = Dataset(tmp_path).run("possible-namesakes", {})
    assert isinstance(result, SelectResult)
    assert [row[:5] for row in result.rows] == [("周启明", "主席", "云河市总工会", "护士", "青石县医院")]


def _post(id_: str, body: str, title: str, person: str) -> LinkedArticle:
    text = f"简讯{id_}\n⟦{body}|organisation/{body}⟧{title}⟦{person}|person/{person}⟧到会。"
    keys = (f"person/{person}", f"organisation/{body}")
    return linked(id_, text, [(keys[0], "holdsPosition", keys[1], f"{body}{title}{person}", title)])


def _rdflib(dataset: Dataset, kind: str, value: str) -> rdflib.term.Node:
    if kind == "iri":
        return rdflib.URIRef(dataset.base_iri + value)
    return rdflib.Literal(value, lang="zh" if kind == "name" else None)


def _python(row: rdflib.query.ResultRow) -> tuple[object, ...]:
    values = (term.toPython() if isinstance(term, rdflib.Literal) else term for term in row)
    return tuple(str(value) if isinstance(value, str) else value for value in values)


def _triples(lines: bytes) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)}
