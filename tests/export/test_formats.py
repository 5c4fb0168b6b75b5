"""Each format says the same as the graph, read back by another program; RDF by two parsers."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st

from kg.export.formats import FORMATS, export
from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.errors import OutputError
from kg.model.iri import BASE_IRI
from kg.model.ontology import TERMS
from tests.export.interchange.read_back import READERS, assert_all_is_read
from tests.export.rdf.test_graph import HOSTILE, by_pyoxigraph, hostile
from tests.factory import corpus, report

GRAPH = KnowledgeGraph.from_articles(corpus())
TRIPLES = by_pyoxigraph(to_turtle(GRAPH, report()))

NO_PARQUET = pytest.mark.skipif(find_spec("pyarrow") is None, reason="the extra parquet is not installed")
NAMES = [pytest.param(name, marks=NO_PARQUET if name == "parquet" else ()) for name in READERS]

# rdflib warns of its own names.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


def written(name: str, graph: KnowledgeGraph = GRAPH) -> bytes:
    (content,) = FORMATS[name](graph, report()).values()
    return content.encode() if isinstance(content, str) else content


def quads(content: bytes, form: ox.RdfFormat) -> set[ox.Quad]:
    return set(ox.parse(content, format=form))


def by_rdflib(content: bytes, form: str) -> set[ox.Quad]:
    dataset = rdflib.Dataset()
    dataset.parse(data=content, format=form)
    return quads(dataset.serialize(format="nquads").encode(), ox.RdfFormat.N_QUADS)


def test_the_graphs_of_trig_together_are_the_turtle() -> None:
    found = quads(written("trig"), ox.RdfFormat.TRIG)
    assert {quad.triple for quad in found} == TRIPLES


def test_each_article_has_a_graph_with_what_it_states_and_its_claims() -> None:
    found = quads(written("trig"), ox.RdfFormat.TRIG)
    articles = {ox.NamedNode(node) for node in GRAPH.of_type("Article")}
    assert {quad.graph_name for quad in found} == {ox.DefaultGraph(), *articles}
    for claim in GRAPH.claims():
        triple = (claim.subject, TERMS[claim.predicate].iri, claim.object)
        assert ox.Quad(*map(ox.NamedNode, (*triple, claim.article))) in found
        said = {quad.graph_name.value for quad in found if quad.subject.value == claim.iri}
        assert said == {claim.article}
    post = BASE_IRI + "position/person/林晓岚/主席/organisation/云河市总工会"
    stating = {quad.graph_name.value for quad in found if quad.subject.value == post}
    assert stating == {BASE_IRI + "article/page-01", BASE_IRI + "article/page-02"}


def test_things_are_described_in_the_default_graph_without_what_is_said_of_them() -> None:
    default = {q for q in quads(written("trig"), ox.RdfFormat.TRIG) if q.graph_name == ox.DefaultGraph()}
    nodes = {*GRAPH.network.nodes} - {quad.subject.value for quad in default}
    assert not nodes
    relations = {TERMS[claim.predicate].iri for claim in GRAPH.claims()}
    posts = {TERMS[name].iri for name in ("holder", "place", "title")}
    assert not (relations | posts) & {quad.predicate.value for quad in default}


@given(name=st.text(min_size=1), title=st.text(min_size=1))
@example(name=HOSTILE, title=HOSTILE)
@example(name="@id", title="http://x/y:z")
@example(name="a:b", title="_:b0")
@example(name="\x85", title=" ")
@example(name="甲;", title=";")
def test_no_name_breaks_out_of_its_place_in_any_format(name: str, title: str) -> None:
    graph = KnowledgeGraph.from_articles([hostile(name, title)])
    triples = by_pyoxigraph(to_turtle(graph, report()))
    trig = quads(written("trig", graph), ox.RdfFormat.TRIG)
    assert {quad.triple for quad in trig} == triples
    assert quads(written("nquads", graph), ox.RdfFormat.N_QUADS) == trig
    content = written("jsonld", graph)
    assert {quad.triple for quad in quads(content, ox.RdfFormat.JSON_LD)} == triples
    assert {quad.triple for quad in by_rdflib(content, "json-ld")} == triples


def test_files_are_written_beside_one_another_the_same_every_time(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    once, again = (export(GRAPH, report(), FORMATS, tmp_path / folder) for folder in ("a", "b"))
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {*once, *again}


def test_an_unknown_format_is_refused_before_any_file_is_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no format 'xml'; choose among trig, nquads"):
        export(GRAPH, report(), ["trig", "xml"], tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="file: is a file, not a folder"):
        export(GRAPH, report(), ["trig"], tmp_path / "file")


def test_a_base_of_the_user_is_the_base_of_each_format() -> None:
    base = "https://data.example.org/press/"
    graph = KnowledgeGraph.from_articles(corpus(), base)
    for name in ("trig", "nquads", "jsonld"):
        ours = written(name).decode().replace(BASE_IRI, base)
        assert written(name, graph).decode() == ours


@pytest.mark.parametrize("name", NAMES)
def test_every_node_edge_and_property_is_read_back(name: str) -> None:
    assert_all_is_read(name, GRAPH)


@pytest.mark.parametrize("name", NAMES)
@given(name_=st.text(min_size=1), title=st.text(min_size=1))
@example(name_=HOSTILE, title=HOSTILE)
@example(name_="\r\n]]>&#0;", title="a;b|c,\x1f\x7f\x85")
@example(name_='["x"]', title="\ufffe\uffff")
def test_nothing_breaks_out_of_its_place(name: str, name_: str, title: str) -> None:
    assert_all_is_read(name, KnowledgeGraph.from_articles([hostile(name_, title)]))


@pytest.mark.parametrize("name", NAMES)
def test_a_graph_without_claims_is_written(name: str) -> None:
    assert_all_is_read(name, KnowledgeGraph.from_articles([]))
