"""What follows from a graph: no less and no more than a reasoner of others finds by the same rules."""

from __future__ import annotations

import owlrl
import pyoxigraph as ox
import pytest
import rdflib

from kg.artifacts.graph_file import parse_turtle
from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.ontology import ontology_dir
from kg.query.answers import AskResult, SelectResult
from kg.query.engine import Dataset
from kg.query.inference import add_inferences
from tests.factory import corpus, linked


@pytest.fixture(scope="module")
def turtle() -> str:
    """The corpus, and an article with relations that it lacks: a village in a town, a meeting, branches."""
    more = linked(
        "page-04",
        "⟦林晓岚|person/林晓岚⟧会见⟦陈一鸣|person/陈一鸣⟧\n"
        "⟦柳溪农机公司|organisation/柳溪农机公司⟧与⟦云河大学|organisation/云河大学⟧签约。"
        "⟦桃坞村|place/桃坞村⟧在⟦柳溪镇|place/柳溪镇⟧。⟦研究院|organisation/研究院⟧"
        "⟦设计所|organisation/设计所⟧⟦测绘室|organisation/测绘室⟧。",
        [
            ("person/林晓岚", "met", "person/陈一鸣", "林晓岚会见陈一鸣"),
            ("organisation/柳溪农机公司", "signedWith", "organisation/云河大学", "签约", "协议"),
            ("place/桃坞村", "locatedIn", "place/柳溪镇", "桃坞村在柳溪镇"),
            ("organisation/设计所", "partOf", "organisation/研究院", "研究院设计所"),
            ("organisation/测绘室", "partOf", "organisation/设计所", "设计所测绘室"),
        ],
    )
    return to_turtle(KnowledgeGraph.from_articles([*corpus(), more]))


@pytest.fixture(scope="module")
def wise(turtle: str, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("wise")
    (folder / "graph.ttl").write_text(turtle, "utf-8")
    return Dataset(folder, infer=True)


@pytest.mark.parametrize(
    "triple",
    [
        "<event/page-01/夏季劳动保护工作会议> schema:organizer <organisation/云河市总工会>",
        "<event/page-01/夏季劳动保护工作会议> schema:attendee <person/周启明>",
        "<event/page-01/夏季劳动保护工作会议> schema:location <place/青石县>",
        "<person/林晓岚> org:memberOf <organisation/云河市总工会>",
        "<article/page-01> schema:author <person/许文博>",
        "<person/陈一鸣> kg:met <person/林晓岚>",
        "<organisation/云河大学> kg:signedWith <organisation/柳溪农机公司>",
        "<place/桃坞村> kg:locatedIn <place/青石县>",
        "<place/桃坞村> schema:containedInPlace <place/青石县>",
        "<organisation/测绘室> org:transitiveSubOrganizationOf <organisation/研究院>",
    ],
)
def test_a_useful_triple_follows(wise: Dataset, triple: str) -> None:
    assert wise.run(f"ASK {{ {triple} }}") == AskResult(True)


def test_no_more_follows_than_the_direct_parts_of_a_body(wise: Dataset) -> None:
    assert wise.run("ASK { <organisation/测绘室> kg:partOf <organisation/研究院> }") == AskResult(False)


def test_what_follows_is_told_from_what_is_said_by_its_want_of_a_claim(wise: Dataset) -> None:
    found = wise.run(
        "SELECT ?met { ?who kg:met ?met FILTER NOT EXISTS "
        "{ ?claim rdf:subject ?who ; rdf:predicate kg:met ; rdf:object ?met } }"
    )
    assert isinstance(found, SelectResult)
    assert [row[0].rsplit("/")[-1] for row in found.rows] == ["林晓岚"]


def test_nothing_of_the_ontology_itself_is_left_in_the_graph(wise: Dataset) -> None:
    assert wise.run("ASK { kg:Person ?p ?o }") == AskResult(False)
    assert wise.run("ASK { GRAPH ?g { ?s ?p ?o } }") == AskResult(False)


def test_another_reasoner_finds_the_same(turtle: str) -> None:
    """All that owlrl concludes about two resources of the graph, but that each is the same as itself."""
    store, base_iri = parse_turtle(turtle)
    add_inferences(store)
    ours = {
        (q.subject.value, q.predicate.value, q.object.value)
        for q in store
        if isinstance(q.object, ox.NamedNode)
    }
    graph = rdflib.Graph().parse(data=turtle, format="turtle").parse(ontology_dir() / "kg.ttl")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    theirs = {(str(s), str(p), str(o)) for s, p, o in graph if p != rdflib.OWL.sameAs}

    def between_resources(triples: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
        return {(s, p, o) for s, p, o in triples if s.startswith(base_iri) and o.startswith(base_iri)}

    assert between_resources(ours) == between_resources(theirs)
    assert len(between_resources(ours)) > 100
