"""What a page shows of one resource: its facts, and the claims that it stands in, states or is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

import pyoxigraph as ox

from kg.language.text import visible
from kg.model.ontology import TERMS, compact, expand
from kg.model.records import Predicate
from kg.serving.pages.links import Link, Links
from kg.serving.pages.lookup import Lookup, Properties, Value

# How many claims a page has, and how many values of one property it shows.
CLAIMS, VALUES = 100, 300

# Said by the head of the page, or by its claims.
_ELSEWHERE = {
    "oa:hasSource",
    "rdf:type",
    "rdf:subject",
    "rdf:object",
    "rdfs:label",
    "skos:prefLabel",
    "org:member",
} | {f"kg:{name}" for name in (*get_args(Predicate), "reportedBy")}

# What the properties of other vocabularies are called; ours have labels in the ontology.
_NAMES = {
    "oa:hasTarget": ("证据位置", "evidence"),
    "org:organization": ("机构", "organisation"),
    "prov:used": ("所用", "used"),
    "prov:wasAssociatedWith": ("程序", "program"),
    "prov:wasDerivedFrom": ("出自", "derived from"),
    "prov:wasGeneratedBy": ("构建", "made by"),
    "rdf:predicate": ("关系", "relation"),
    "schema:datePublished": ("日期", "published"),
    "schema:endDate": ("结束日期", "to"),
    "schema:headline": ("标题", "headline"),
    "schema:identifier": ("编号", "identifier"),
    "schema:mentions": ("提及", "mentions"),
    "schema:name": ("名称", "name"),
    "schema:startDate": ("开始日期", "from"),
    "skos:altLabel": ("又称", "also called"),
}


# The same seen from the other end, where a property has a name for it.
_NAMES_BACK = {
    "kg:holder": ("所任职务", "holds the post"),
    "kg:place": ("当地职务", "posts of its government"),
    "org:organization": ("本机构职务", "posts in it"),
    "prov:used": ("用于", "used by"),
    "prov:wasDerivedFrom": ("所载文章", "articles of it"),
    "schema:mentions": ("见于文章", "mentioned in"),
}


@dataclass(frozen=True, slots=True)
class Name:
    """What a class or property is called."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Fact:
    """The values of one property or, where it is not read `forward`, what has the resource as its value."""

    name: Name
    forward: bool
    values: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with the words that state it; `address` is that of its own page."""

    address: str | None
    subject: Link
    relation: Name
    object: Link
    title: str
    before: str
    quote: str
    after: str
    article: Link
    date: str
    confidence: str
    rule: str


@dataclass(frozen=True, slots=True)
class Description:
    """One page; `claims` counts those of all pages."""

    iri: str
    link: Link
    classes: tuple[Name, ...]
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    claims: int


def describe(lookup: Lookup, node: ox.NamedNode, page: int) -> Description | None:
    """A page about a resource, counted from 1; None where the graph does not know it."""
    own = lookup.properties(node)
    if not own.values:
        return None
    claims = lookup.claims(node)
    links = Links(lookup)
    return Description(
        iri=visible(node.value),
        link=links.to(node),
        classes=tuple(Name(term.zh, term.en) for term in own.classes()),
        facts=(*_facts(links, own), *_pointing(links, lookup, node, set(claims))),
        statements=tuple(_statement(links, lookup, claim) for claim in on_page(claims, page)),
        claims=len(claims),
    )


def on_page(claims: Sequence[ox.NamedNode], page: int) -> Sequence[ox.NamedNode]:
    """Those of the claims that a page shows."""
    return claims[(page - 1) * CLAIMS : page * CLAIMS]


def _facts(links: Links, own: Properties) -> Iterator[Fact]:
    for predicate, values in own.values.items():
        if (compact(predicate) or predicate) not in _ELSEWHERE:
            yield _fact(links, predicate, values, forward=True)


def _pointing(
    links: Links, lookup: Lookup, node: ox.NamedNode, claims: Collection[ox.NamedNode]
) -> Iterator[Fact]:
    """What points to the resource and is none of its claims: posts, articles that mention it, passages."""
    subjects: dict[str, list[Value]] = {}
    for triple in lookup.pointing_to(node, limit=20 * VALUES):
        if triple.subject not in claims:
            subjects.setdefault(triple.predicate.value, []).append(triple.subject)
    for predicate, nodes in subjects.items():
        if (compact(predicate) or predicate) not in _ELSEWHERE:
            yield _fact(links, predicate, nodes, forward=False)


def _fact(links: Links, predicate: str, values: Sequence[Value], *, forward: bool) -> Fact:
    shown = tuple(map(links.to, values[:VALUES]))
    back = None if forward else _NAMES_BACK.get(compact(predicate) or "")
    name = Name(*back) if back else _name(predicate)
    return Fact(name, forward or bool(back), shown, len(values) - len(shown))


def _statement(links: Links, lookup: Lookup, claim: ox.NamedNode) -> Statement:
    properties = lookup.properties(claim)

    def end(predicate: str) -> Link:
        node = properties.node(predicate)
        return links.to(node) if node else Link("?")

    quote = _quote(lookup, properties)
    relation = properties.node("rdf:predicate")
    return Statement(
        address=links.address(claim),
        subject=end("rdf:subject"),
        relation=_name(relation.value if relation else "?"),
        object=end("rdf:object"),
        title=properties.text("kg:title") or properties.text("kg:role"),
        before=quote.text("oa:prefix"),
        quote=quote.text("oa:exact"),
        after=quote.text("oa:suffix"),
        article=end("prov:wasDerivedFrom"),
        date=lookup.properties(properties.node("prov:wasDerivedFrom"), "schema:datePublished").text(
            "schema:datePublished"
        ),
        confidence=properties.text("kg:confidence"),
        rule=properties.text("kg:extractedBy"),
    )


def _quote(lookup: Lookup, claim: Properties) -> Properties:
    """What is said of the selector that quotes the evidence; nothing where there is none."""
    for passage in claim.nodes("oa:hasTarget"):
        for selector in lookup.properties(passage, "oa:hasSelector").nodes("oa:hasSelector"):
            selected = lookup.properties(selector)
            if selected.text("oa:exact"):
                return selected
    return Properties(())


def _name(predicate: str) -> Name:
    term = TERMS.get(predicate.removeprefix(expand("kg:")))
    if term:
        return Name(term.zh, term.en)
    short = visible(compact(predicate) or predicate)
    return Name(*_NAMES.get(short, ("", short)))
