"""The parts of what articles say, and their IRIs."""

from __future__ import annotations

from kg.graph.assembly import assemble
from kg.graph.parts import Part, credited, parts
from kg.model.iri import BASE_IRI
from tests.factory import corpus, linked


def test_every_node_and_edge_of_the_graph_is_a_part() -> None:
    known = {part.node for article in corpus() for part in parts(article, BASE_IRI)}
    network = assemble(corpus(), BASE_IRI)
    assert set(network.nodes) <= known
    assert {key for _, _, key in network.edges(keys=True)} <= known


def test_an_alias_is_a_part_by_its_words() -> None:
    article = linked("a", "题\n⟦市总工会|organisation/云河市总工会⟧开会。")
    assert Part("alias", f"{BASE_IRI}organisation/云河市总工会", "市总工会") in set(parts(article, BASE_IRI))


def test_a_credit_is_of_the_person_on_its_spot() -> None:
    named = linked("a", "题\n记者⟦李木|person/b/李木⟧", byline=[("记者", "李木")])
    assert credited(named, named.article.byline[0]) == "person/b/李木"
    plain = linked("a", "题\n记者李木", byline=[("记者", "李木")])
    assert credited(plain, plain.article.byline[0]) == "person/李木"
