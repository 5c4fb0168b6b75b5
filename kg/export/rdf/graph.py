"""What a knowledge graph says, in RDF; `ontology/README.md` shows the shape of it.

Every resource carries all classes of its class in the ontology, so that a
plain query for schema:Person finds it without a reasoner; relations are
written by our properties alone, whose alignments a reasoner can follow. The
text of an article is not in the RDF, only the passages that claims quote: the
graph can be published where the text may not.

The same resources are laid out in two ways. `sections` is one graph, in which
an entity's relations stand with the entity. `dataset` has a named graph for
each article with what it states, posts among it, and in the default graph what
is known of the things it speaks of; the union of its graphs is the one graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import attrgetter

import pyoxigraph as ox

from kg.artifacts.report import Report
from kg.export.rdf import turtle
from kg.export.rdf.evidence import evidence, page_iri, page_name, targets
from kg.export.rdf.provenance import activity, provenance
from kg.export.rdf.terms import (
    Fact,
    Resource,
    Section,
    decimal,
    described,
    member,
    optional,
    optional_date,
    plain,
    zh,
)
from kg.graph import GraphClaim, KnowledgeGraph, Position
from kg.model.ontology import TERMS

_HEADINGS = {"Person": "People", "Organisation": "Organisations", "Place": "Places", "Event": "Events"}

# The direct triples of each subject.
Relations = Mapping[str, Sequence[Fact]]


def to_turtle(graph: KnowledgeGraph, report: Report | None = None) -> str:
    """The whole graph as Turtle, the same bytes for the same graph and report."""
    return turtle.write(sections(graph, report), graph.base_iri)


def sections(graph: KnowledgeGraph, report: Report | None = None) -> Iterator[Section]:
    """All resources in one graph: entities by type, positions, pages, articles with claims, the build.

    Without a report nothing is said of the build.
    """
    relations = _relations(graph.claims())
    yield from _entities(graph, relations)
    yield Section("Positions", (_position(graph, position) for position in graph.positions()))
    yield _pages_read(graph)
    yield Section("Articles, each with its claims and their evidence", _articles(graph, relations, report))
    yield from _build(graph, report)


def dataset(graph: KnowledgeGraph, report: Report | None = None) -> Iterator[Section]:
    """The same with a graph for each article, named by its IRI: what it states, and its claims."""
    yield from _entities(graph, {})
    yield _pages_read(graph)
    yield Section("Articles", (_article(graph, node, {}) for node in graph.of_type("Article")))
    yield from _build(graph, report)
    for node, claims in _by_article(graph).items():
        stated = (described(subject, *facts) for subject, facts in _relations(claims).items())
        posts = (_position(graph, position) for position in graph.positions(claims))
        yield Section(None, chain(stated, posts, _claims(graph, claims, report)), ox.NamedNode(node))


def _entities(graph: KnowledgeGraph, relations: Relations) -> Iterator[Section]:
    for type_, heading in _HEADINGS.items():
        yield Section(heading, (_entity(graph, node, relations) for node in graph.of_type(type_)))


def _pages_read(graph: KnowledgeGraph) -> Section:
    return Section("Pages", (member(page, "Page", ("schema:name", plain(n))) for page, n in _pages(graph)))


def _build(graph: KnowledgeGraph, report: Report | None) -> Iterator[Section]:
    if report:
        pages = (page for page, _ in _pages(graph))
        yield Section("The build", provenance(report, graph.base_iri, pages))


def _entity(graph: KnowledgeGraph, node: str, relations: Relations) -> Resource:
    known = graph.network.nodes[node]
    return member(
        node,
        known["kind"] or known["type"],
        ("rdfs:label", zh(known["name"])),
        ("skos:prefLabel", zh(known["name"])),
        ("skos:altLabel", *map(zh, known["aliases"])),
        ("kg:code", *optional(known["code"])),
        ("schema:startDate", *optional_date(known["first"])),
        ("schema:endDate", *optional_date(known["last"])),
        ("kg:time", *([zh(known["time"])] if known["time"] else [])),
        *relations.get(node, ()),
    )


def _relations(claims: Iterable[GraphClaim]) -> Relations:
    """The direct triples that claims state, predicates in the order of the ontology."""
    objects: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        objects[claim.subject][claim.predicate].add(claim.object)
    return {
        subject: [
            (f"kg:{predicate}", *map(ox.NamedNode, sorted(objects[subject][predicate])))
            for predicate in TERMS
            if predicate in objects[subject]
        ]
        for subject in sorted(objects)
    }


def _position(graph: KnowledgeGraph, position: Position) -> Resource:
    holder, body = ox.NamedNode(position.holder), ox.NamedNode(position.body)
    in_place = graph.network.nodes[position.body]["type"] == "Place"
    return member(
        position.iri,
        "Position",
        ("rdfs:label", zh(graph.name(position.body) + (position.title or ""))),
        ("kg:holder", holder),
        ("org:member", holder),
        ("kg:place" if in_place else "org:organization", body),
        ("kg:title", *optional(position.title)),
    )


def _pages(graph: KnowledgeGraph) -> list[tuple[str, str]]:
    """IRI and name of each page that an article was read from."""
    names = {page_name(graph, node) for node in graph.of_type("Article")}
    return [(page_iri(graph, name), name) for name in sorted(names) if name]


# ---- articles and their claims


def _articles(graph: KnowledgeGraph, relations: Relations, report: Report | None) -> Iterator[Resource]:
    claims = _by_article(graph)
    for node in graph.of_type("Article"):
        yield _article(graph, node, relations)
        yield from _claims(graph, claims.get(node, ()), report)


def _by_article(graph: KnowledgeGraph) -> dict[str, list[GraphClaim]]:
    return {node: list(claims) for node, claims in groupby(graph.claims(), key=attrgetter("article"))}


def _article(graph: KnowledgeGraph, node: str, relations: Relations) -> Resource:
    known = graph.network.nodes[node]
    page = page_name(graph, node)
    mentioned: list[str] = sorted({entity for _, _, entity, _ in known["mentions"]})
    return member(
        node,
        "Article",
        ("rdfs:label", zh(known["name"])),
        ("schema:identifier", plain(known["id"])),
        ("schema:headline", *([zh(known["title"])] if known["title"] else [])),
        ("schema:datePublished", *optional_date(known["date"])),
        ("kg:source", *optional(known["source"])),
        ("prov:wasDerivedFrom", *([ox.NamedNode(page_iri(graph, page))] if page else [])),
        *relations.get(node, ()),
        ("schema:mentions", *map(ox.NamedNode, mentioned)),
    )


def _claims(graph: KnowledgeGraph, claims: Iterable[GraphClaim], report: Report | None) -> Iterator[Resource]:
    """The claims of an article, each followed by the resources of its evidence that are not written yet."""
    written: set[ox.NamedNode] = set()
    made = [ox.NamedNode(activity(report, graph.base_iri))] if report else []
    for claim in claims:
        yield _claim(graph, claim, made)
        for resource in evidence(graph, claim):
            if resource.subject not in written:
                written.add(resource.subject)
                yield resource


def _claim(graph: KnowledgeGraph, claim: GraphClaim, made: Iterable[ox.NamedNode]) -> Resource:
    return member(
        claim.iri,
        "Claim",
        ("rdf:subject", ox.NamedNode(claim.subject)),
        ("rdf:predicate", ox.NamedNode(TERMS[claim.predicate].iri)),
        ("rdf:object", ox.NamedNode(claim.object)),
        ("kg:title", *optional(claim.title)),
        ("kg:role", *optional(claim.role)),
        ("kg:confidence", decimal(claim.confidence)),
        ("kg:extractedBy", plain(claim.rule)),
        ("prov:wasGeneratedBy", *made),
        ("prov:wasDerivedFrom", ox.NamedNode(claim.article)),
        ("oa:hasTarget", *targets(graph, claim)),
    )
