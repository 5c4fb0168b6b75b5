"""The Turtle of a graph: what it says, byte for byte, whatever the names hold."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st

from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.iri import BASE_IRI
from kg.model.ontology import expand
from kg.model.records import LinkedArticle
from tests.factory import corpus, entity, linked, report, with_origin

GOLDEN = Path(__file__).parent / "golden" / "corpus.ttl"
HOSTILE = '"\\\n\r\t\x00\x07</script>\u202e\u2066\u200b\ufeff\ud800\u2028\'"""<x> . @zh ^^ #'


def turtle(*articles: LinkedArticle, base_iri: str = BASE_IRI) -> str:
    return to_turtle(KnowledgeGraph.from_articles(articles, base_iri), report())


def by_pyoxigraph(text: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)}


def by_rdflib(text: str) -> set[ox.Triple]:
    lines = rdflib.Graph().parse(data=text, format="turtle").serialize(format="nt")
    return {quad.triple for quad in ox.parse(lines.encode(), format=ox.RdfFormat.N_TRIPLES)}


def iri(name: str) -> ox.NamedNode:
    return ox.NamedNode(expand(name) if ":" in name else BASE_IRI + name)


def values(triples: set[ox.Triple], subject: ox.NamedNode, predicate: str) -> set[ox.NamedNode | ox.Literal]:
    return {t.object for t in triples if t.subject == subject and t.predicate == iri(predicate)}


def test_the_turtle_is_the_golden_file_whatever_the_order_of_articles() -> None:
    """A change here is a change of the product: read the difference, then copy the new text over the file."""
    for order in permutations(corpus()):
        assert turtle(*order) == GOLDEN.read_text("utf-8")


def test_both_parsers_read_the_same_graph_without_blank_nodes(triples: set[ox.Triple]) -> None:
    assert by_rdflib(GOLDEN.read_text("utf-8")) == triples
    assert all(isinstance(t.subject, ox.NamedNode) for t in triples)


def test_an_entity_has_all_classes_labels_and_its_code(triples: set[ox.Triple]) -> None:
    town = iri("place/柳溪镇")
    classes = {iri("kg:AdministrativeDivision"), iri("kg:Place"), iri("schema:Place")}
    assert classes <= values(triples, town, "rdf:type")
    label = {ox.Literal("柳溪镇", language="zh")}
    assert values(triples, town, "rdfs:label") == values(triples, town, "skos:prefLabel") == label
    assert values(triples, town, "kg:code") == {ox.Literal("990123101")}
    union = iri("organisation/云河市总工会")
    assert values(triples, union, "skos:altLabel") == {ox.Literal("市总工会", language="zh")}


def test_a_relation_stands_as_a_direct_triple_and_as_a_claim(triples: set[ox.Triple]) -> None:
    chair, meeting = iri("person/林晓岚"), iri("event/page-01/夏季劳动保护工作会议")
    assert ox.Triple(chair, iri("kg:presidesOver"), meeting) in triples
    claim = iri("claim/page-01/person/林晓岚/presidesOver/event/page-01/夏季劳动保护工作会议")
    assert {iri("kg:Claim"), iri("rdf:Statement"), iri("prov:Entity")} <= values(triples, claim, "rdf:type")
    assert values(triples, claim, "rdf:subject") == {chair}
    assert values(triples, claim, "rdf:predicate") == {iri("kg:presidesOver")}
    assert values(triples, claim, "rdf:object") == {meeting}
    assert values(triples, claim, "prov:wasDerivedFrom") == {iri("article/page-01")}
    assert values(triples, claim, "kg:confidence") == {ox.Literal("0.9", datatype=iri("xsd:decimal"))}
    assert values(triples, claim, "kg:extractedBy") == {ox.Literal("by-hand")}


def test_a_position_is_an_org_membership_of_a_body_or_a_place(triples: set[ox.Triple]) -> None:
    post = iri("position/person/林晓岚/主席/organisation/云河市总工会")
    assert iri("org:Membership") in values(triples, post, "rdf:type")
    assert values(triples, post, "kg:holder") == {iri("person/林晓岚")}
    assert values(triples, post, "org:organization") == {iri("organisation/云河市总工会")}
    assert values(triples, post, "kg:title") == {ox.Literal("主席")}
    assert values(triples, iri("position/person/陈一鸣/副县长/place/青石县"), "kg:place") == {
        iri("place/青石县")
    }


def test_an_article_tells_its_headline_date_and_reporters(triples: set[ox.Triple]) -> None:
    meeting, visit, training = (iri(f"article/page-0{n}") for n in (1, 2, 3))
    assert values(triples, meeting, "schema:datePublished") == {
        ox.Literal("2025-06-05", datatype=iri("xsd:date"))
    }
    assert values(triples, visit, "schema:datePublished") == {ox.Literal("2025-06")}
    assert values(triples, training, "schema:datePublished") == set()
    assert values(triples, meeting, "schema:headline") == {
        ox.Literal("云河市总工会部署夏季工作", language="zh")
    }
    assert values(triples, meeting, "kg:reportedBy") == {iri("person/许文博"), iri("person/苏禾")}
    assert iri("place/青石县") in values(triples, meeting, "schema:mentions")
    claim = iri("claim/page-02/reportedBy=署名/person/苏禾")
    assert values(triples, claim, "kg:role") == {ox.Literal("署名")}


def test_a_base_of_the_user_changes_nothing_but_the_base() -> None:
    theirs = turtle(*corpus(), base_iri="https://data.example.org/press/")
    assert theirs == GOLDEN.read_text("utf-8").replace(BASE_IRI, "https://data.example.org/press/")
    assert by_rdflib(theirs) == by_pyoxigraph(theirs)


def hostile(name: str, title: str) -> LinkedArticle:
    """An article with two strings everywhere that a name, title, id, date or path can stand."""
    base = with_origin(
        linked(
            title,
            "题\n⟦甲|person/甲⟧",
            [("person/甲", "holdsPosition", "organisation/x", "甲", title)],
            entities=[entity("organisation/x", name)],
        ),
        path=name,
    )
    text = name + base.article.text
    return replace(base, article=replace(base.article, source=name, date=title, text=text))


@given(name=st.text(min_size=1), title=st.text(min_size=1))
@example(name=HOSTILE, title=HOSTILE)
@example(name="..", title=".")
@example(name="http://x/y?z#w", title="//x")
def test_no_name_or_title_breaks_out_of_its_place(name: str, title: str) -> None:
    article = hostile(name, title)
    written = turtle(article)
    triples = by_pyoxigraph(written)
    assert by_rdflib(written) == triples
    scalar = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in name)
    assert values(triples, iri("organisation/x"), "rdfs:label") == {ox.Literal(scalar, language="zh")}
    assert len({t.subject for t in triples if t.predicate == iri("kg:holder")}) == 1
