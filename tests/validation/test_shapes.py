"""The shapes find what is broken, and find the same as pySHACL."""

from __future__ import annotations

from typing import get_args

import pyshacl
import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from kg.model.errors import ValidationError
from kg.model.ontology import TERMS, expand, ontology_dir
from kg.model.records import Predicate
from kg.validation import Finding
from kg.validation.shapes import Shapes
from kg.validation.triple_index import TripleIndex
from tests.validation.test_checks import MEETING, TURTLE, cut

SHAPES = (ontology_dir() / "shapes.ttl").read_text("utf-8")


def findings(turtle: str, shapes: str = SHAPES) -> list[Finding]:
    return list(Shapes(shapes).check(TripleIndex(turtle)))


def by_pyshacl(turtle: str, shapes: str = SHAPES) -> set[str]:
    """The nodes that pySHACL finds fault with."""
    data, demanded = (rdflib.Graph().parse(data=text, format="turtle") for text in (turtle, shapes))
    _, report, _ = pyshacl.validate(data, shacl_graph=demanded)
    return {str(report.value(result, SH.focusNode)) for result in report.objects(None, SH.result)}


@pytest.mark.parametrize(
    ("pattern", "by", "told"),
    [
        (r"rdfs:label \"周启明\"@zh ;", "", "rdfs:label"),
        (r"rdfs:label \"周启明\"@zh", 'rdfs:label "周启明"', "label"),
        (r"altLabel \"市总工会\"@zh", 'altLabel "云河市总工会"@zh', "altLabel"),
        (r"a kg:Person, schema:Person", "a kg:Person", "schema:Person"),
        (r"a kg:Meeting, kg:Event, schema:Event", "a kg:Activity, schema:Event", "class kg:Event"),
        (r'kg:code "990123"', 'kg:code "99"; kg:code "990124"', "code"),
        (r'kg:code "990123"', 'kg:code "县"', "code"),
        (r"kg:spokeAt <event", "kg:spokeAt <place/柳溪镇>, <event", "spokeAt"),
        (
            r"<place/青石县> a",
            f"<place/青石县> kg:presidesOver <{MEETING}> . <place/青石县> a",
            "place/青石县",
        ),
        (r"kg:holder <person/周启明> ;", "", "holder"),
        (
            r"org:organization <organisation/云河市总工会>",
            "kg:source 'x'",
            "in an organisation or in a place",
        ),
        (r'kg:title "副县长" ;', "", "tells its title"),
        (r'kg:title "优秀讲师" ;', "", "tells its title"),
        (r"kg:awarded <person/周启明>", f"kg:founded <{MEETING}>", "kg:founded"),
        (r"kg:place <place/青石县>", "kg:place <organisation/云河大学>", "kg:place"),
        (r'kg:title "副县长"', 'kg:title ""', "title"),
        (r'kg:role "记者" ;', "", "in what role"),
        (r"kg:confidence 0.9", "kg:confidence 1.9", "confidence"),
        (r"kg:confidence 0.9 ;", "", "confidence"),
        (r'kg:extractedBy "by-hand" ;', "", "extractedBy"),
        (r"prov:wasDerivedFrom <article/page-03> ;", "", "wasDerivedFrom"),
        (r"rdf:predicate kg:heldAt", "rdf:predicate kg:visited", "a relation of the ontology"),
        (r"rdf:object <person/苏禾>", "rdf:object '苏禾'", "object"),
        (r"<article/page-03#quote=[0-9,]+> a [^.]+\.", "", "quotes exactly one passage"),
        (r"oa:end \"[0-9]+\"", 'oa:end "0"', "sh:lessThan oa:end"),
        (r"oa:exact \"[^\"]+\"", 'oa:exact ""', "exact"),
        (r"schema:identifier \"page-01\" ;", "", "identifier"),
        (r'"2025-06-05"\^\^xsd:date', '"2025-06-05"^^xsd:gYear', "datePublished"),
        (r'schema:name "云河工人报.txt"', 'schema:name ""', "name"),
        (r"kg:reportedBy\s+<", "kg:reportedBy <place/柳溪镇>, <", "reportedBy"),
    ],
)
def test_what_breaks_a_shape_is_found(pattern: str, by: str, told: str) -> None:
    broken = cut(TURTLE, pattern, by)
    found = findings(broken)
    assert any(told in str(finding) for finding in found), found
    assert {finding.node for finding in found} == by_pyshacl(broken)


VALUES = """
@prefix x: <http://x.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
x:none a x:C .
x:one a x:C ; x:p x:one .
x:two a x:C ; x:p x:one, x:two ; x:q x:one, x:two .
x:texts a x:C ; x:p "", "甲", "甲乙"@zh, "ab"@zh-Hant, "ab"@en ; x:q "甲", "a" .
x:same a x:C ; x:p 1, 2 ; x:q 1, 2 .
x:numbers a x:C ; x:p 1, 2.5, "3"^^xsd:nonNegativeInteger, "x"^^xsd:decimal ; x:q 2 .
"""


DAYS = """
x:days a x:C ; x:p "2025-06-04"^^xsd:date, "2025-06-06"^^xsd:date ; x:q "2025-06-05"^^xsd:date .
x:later a x:C ; x:p "2025-06-04"^^xsd:date, "2025-06-05"^^xsd:date ; x:q "2025-06-05"^^xsd:date .
"""
BLANK = "x:blank a x:C ; x:p [] ; x:q x:one ."


@pytest.mark.parametrize(
    ("demand", "more"),
    [
        ("sh:minCount 1", BLANK),
        ("sh:maxCount 2", BLANK),
        ("sh:minCount 1 ; sh:maxCount 1", BLANK),
        ("sh:nodeKind sh:IRI", BLANK),
        ("sh:class x:C", BLANK),
        ("sh:datatype xsd:string", BLANK),
        ("sh:datatype xsd:date", DAYS),
        ("sh:datatype xsd:decimal", BLANK),
        ("sh:datatype xsd:nonNegativeInteger", BLANK),
        ('sh:languageIn ( "zh" )', BLANK),
        ('sh:languageIn ( "en" "zh" )', BLANK),
        ("sh:minLength 2", BLANK),
        ('sh:pattern "^[a-z]+$"', BLANK),
        ("sh:minInclusive 2", ""),
        ("sh:maxInclusive 2.5", ""),
        ("sh:lessThan x:q", DAYS),
        ("sh:lessThanOrEquals x:q", DAYS),
        ("sh:equals x:q", BLANK),
        ("sh:disjoint x:q", BLANK),
        ('sh:in ( x:one 1 "甲" )', BLANK),
        ("sh:hasValue x:one", BLANK),
        ("sh:not [ sh:class x:C ]", BLANK),
        ("sh:or ( [ sh:class x:C ] [ sh:minLength 2 ] )", BLANK),
        ("sh:xone ( [ sh:datatype xsd:integer ] [ sh:minInclusive 2 ] )", ""),
        ("sh:qualifiedValueShape [ sh:minLength 2 ] ; sh:qualifiedMinCount 2", BLANK),
        ("sh:qualifiedValueShape [ sh:minLength 2 ] ; sh:qualifiedMaxCount 1", BLANK),
    ],
)
@pytest.mark.parametrize("path", ["x:p", "( x:p x:q )"])
def test_each_constraint_is_understood_as_pyshacl_does(demand: str, more: str, path: str) -> None:
    shapes = f"""
        @prefix x: <http://x.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        x:S a sh:NodeShape ; sh:targetClass x:C ; sh:property [ sh:path {path} ; {demand} ] .
        x:T a sh:NodeShape ; sh:targetSubjectsOf x:q ; sh:property [ sh:path {path} ; {demand} ] ."""
    assert {finding.node for finding in findings(VALUES + more, shapes)} == by_pyshacl(VALUES + more, shapes)


def test_what_has_no_order_breaks_a_comparison() -> None:
    mixed = VALUES + 'x:mixed x:p 5, "2025-13-04"^^xsd:date, [] ; x:q "2025-06-05"^^xsd:date .'
    shapes = """
        @prefix x: <http://x.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
        x:S sh:targetSubjectsOf x:q ; sh:property [ sh:path x:p ; sh:lessThanOrEquals x:q ] ."""
    assert sum(finding.node == "http://x.org/mixed" for finding in findings(mixed, shapes)) == 3


@pytest.mark.parametrize(
    "demand", ["sh:closed true", "sh:datatype xsd:gYear", "sh:nodeKind sh:BlankNode", "sh:severity sh:Info"]
)
def test_a_shape_that_is_not_understood_is_refused(demand: str) -> None:
    with pytest.raises(ValidationError, match="which is not understood"):
        findings(TURTLE, SHAPES + f"\nshape:X sh:targetClass kg:Person ; {demand} .")


@pytest.mark.parametrize(
    ("pattern", "by", "shape", "properties", "value"),
    [
        (r"rdfs:label \"周启明\"@zh", 'rdfs:label "周启明"', "Person", ["rdfs:label"], "周启明"),
        (r"a kg:Person, schema:Person", "a kg:Person", "Person", [], "https://w3id.org/press-kg/id/person/周启明"),
        (r'kg:code "990123"', "", "AdministrativeDivision", ["kg:code"], ""),
        (r'kg:time "6月4日"@zh ;', "", "DatedEvent", ["schema:startDate", "schema:endDate", "kg:time"],
         f"https://w3id.org/press-kg/id/{MEETING}"),
        (r"<place/青石县> a", f"<place/青石县> kg:presidesOver <{MEETING}> . <place/青石县> a",
         "presidesOver", ["kg:presidesOver"], "https://w3id.org/press-kg/id/place/青石县"),
        (r"kg:spokeAt <event", "kg:spokeAt <place/柳溪镇>, <event", "spokeAt", ["kg:spokeAt"],
         "https://w3id.org/press-kg/id/place/柳溪镇"),
    ],
)  # fmt: skip
def test_a_finding_tells_its_shape_and_the_properties_that_are_wrong(
    pattern: str, by: str, shape: str, properties: list[str], value: str
) -> None:
    found = [one for one in findings(cut(TURTLE, pattern, by)) if one.shape == f"shape:{shape}"]
    assert any((list(one.properties), one.value) == (properties, value) for one in found), found
    assert all(str(one).endswith(f"(shape:{shape})") for one in found)


@pytest.mark.parametrize("term", TERMS.values(), ids=lambda term: term.name)
def test_every_class_and_property_has_a_shape(term: object) -> None:
    shapes = rdflib.Graph().parse(ontology_dir() / "shapes.ttl")
    target = SH.targetClass if term.is_class else SH.targetSubjectsOf
    assert (None, target, rdflib.URIRef(term.iri)) in shapes


def test_a_claim_may_have_every_predicate_of_the_records() -> None:
    shapes = rdflib.Graph().parse(ontology_dir() / "shapes.ttl")
    claim = rdflib.URIRef("https://w3id.org/press-kg/shapes#Claim")
    (constraint,) = (c for c in shapes.objects(claim, SH.property) if (c, SH.path, RDF.predicate) in shapes)
    allowed = Collection(shapes, shapes.value(constraint, SH["in"]))
    assert {str(one) for one in allowed} == {expand(f"kg:{p}") for p in (*get_args(Predicate), "reportedBy")}
