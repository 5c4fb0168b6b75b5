"""The ontology as the code and as a stranger reads it."""

from __future__ import annotations

from typing import get_args

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg.model.ontology import PREFIXES, TERMS, class_iris, compact, expand, ontology_dir
from kg.model.records import EntityType, Predicate

CLASSES = {term.name for term in TERMS.values() if term.is_class}


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "kg.ttl")


def test_every_type_and_predicate_of_the_records_is_a_term() -> None:
    assert {*get_args(EntityType), "Article", "Position", "Claim"} <= CLASSES
    assert {*get_args(Predicate), "reportedBy"} <= set(TERMS) - CLASSES


def test_a_term_knows_its_labels_domain_and_range() -> None:
    term = TERMS["surveyed"]
    assert term.iri == "https://w3id.org/press-kg/ontology#surveyed"
    assert (term.zh, term.en) == ("调研", "surveyed")
    assert term.domain == (expand("kg:Person"), expand("kg:Organisation"))
    assert term.range == (expand("kg:Place"), expand("kg:Organisation"))
    assert TERMS["holder"].parents == (expand("org:member"),)


@pytest.mark.parametrize("term", TERMS.values(), ids=lambda term: term.name)
def test_every_term_is_documented_in_both_languages(term: object) -> None:
    for field in ("zh", "en", "comment_zh", "comment_en"):
        assert getattr(term, field).strip()


@pytest.mark.parametrize("name", sorted(set(TERMS) - CLASSES))
def test_every_property_has_a_domain_and_a_range(name: str) -> None:
    known = {term.iri for term in TERMS.values()}
    assert TERMS[name].domain
    assert set(TERMS[name].domain) <= known
    assert TERMS[name].range
    assert all(
        iri in known or iri.startswith(PREFIXES["xsd"]) or iri == expand("rdf:langString")
        for iri in TERMS[name].range
    )


@pytest.mark.parametrize(
    ("name", "also"),
    [
        ("Person", {"schema:Person", "foaf:Person"}),
        ("Organisation", {"org:Organization", "schema:Organization"}),
        ("AdministrativeDivision", {"kg:Place", "schema:Place"}),
        ("Meeting", {"kg:Event", "schema:Event"}),
        ("Article", {"schema:NewsArticle"}),
        ("Position", {"org:Membership"}),
        ("Claim", {"rdf:Statement", "prov:Entity"}),
    ],
)
def test_a_class_is_also_what_it_is_aligned_to(name: str, also: set[str]) -> None:
    assert {expand(one) for one in also} <= set(class_iris(name))
    assert class_iris(name)[0] == TERMS[name].iri


@pytest.mark.parametrize(
    ("name", "relation", "other"),
    [
        ("organised", OWL.inverseOf, "schema:organizer"),
        ("attended", OWL.inverseOf, "schema:attendee"),
        ("holdsPosition", RDFS.subPropertyOf, "org:memberOf"),
        ("locatedIn", RDFS.subPropertyOf, "schema:containedInPlace"),
        ("heldAt", RDFS.subPropertyOf, "schema:location"),
        ("reportedBy", RDFS.subPropertyOf, "schema:author"),
        ("heldAt", SKOS.closeMatch, "wd:P276"),
        ("founded", SKOS.relatedMatch, "wd:P112"),
    ],
)
def test_properties_are_aligned(
    ontology: rdflib.Graph, name: str, relation: rdflib.URIRef, other: str
) -> None:
    assert (rdflib.URIRef(TERMS[name].iri), relation, rdflib.URIRef(expand(other))) in ontology


def test_everything_referred_to_is_declared(ontology: rdflib.Graph) -> None:
    """An OWL file that reasoners take as it is declares each class and property it uses."""
    declared = set(ontology.subjects(RDF.type, None))
    used = {
        value
        for relation in (RDFS.subClassOf, RDFS.subPropertyOf, OWL.inverseOf, RDFS.domain)
        for value in ontology.objects(None, relation)
    }
    assert used <= declared


def test_every_term_is_of_one_kind_alone(ontology: rdflib.Graph) -> None:
    """As OWL 2 DL asks: no class is a property, no property takes both resources and values."""
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    for term in set(ontology.subjects(RDF.type, None)):
        found = kinds & set(ontology.objects(term, RDF.type))
        assert len(found) <= 1, term
        if set(ontology.objects(term, RDF.type)) & {OWL.TransitiveProperty, OWL.SymmetricProperty}:
            assert found == {OWL.ObjectProperty}, term


def test_no_property_that_follows_by_chains_is_counted(ontology: rdflib.Graph) -> None:
    """As OWL 2 DL asks: what is transitive, or above that, is not functional."""
    chained = set(ontology.subjects(RDF.type, OWL.TransitiveProperty))
    above = {one for start in chained for one in ontology.transitive_objects(start, RDFS.subPropertyOf)}
    assert {rdflib.URIRef(TERMS["locatedIn"].iri), rdflib.URIRef(expand("schema:containedInPlace"))} <= above
    assert not above & set(ontology.subjects(RDF.type, OWL.FunctionalProperty))


def test_the_ontology_names_its_version_licence_and_creator(ontology: rdflib.Graph) -> None:
    (node,) = ontology.subjects(RDF.type, OWL.Ontology)
    given = {ontology.namespace_manager.qname(str(predicate)) for predicate in ontology.predicates(node)}
    assert {"owl:versionInfo", "owl:versionIRI", "dcterms:license", "dcterms:creator"} <= given


def test_prefixed_names_go_both_ways() -> None:
    assert compact(expand("oa:exact")) == "oa:exact"
    assert compact("https://schema.org/a/b") is None
    assert compact("https://example.org/x") is None
