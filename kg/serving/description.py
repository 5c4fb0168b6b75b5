"""What a page tells of one resource: its facts, and the claims that it stands in, states or is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args
from urllib.parse import quote

import pyoxigraph as ox

from kg.ontology import TERMS, compact, expand
from kg.records import Predicate
from kg.serving.lookup import Lookup, Value
from kg.text import visible

# How many claims a page has, and how many values of one property it shows.
CLAIMS, VALUES = 100, 300

# What stays as it is in an address: all that `kg.iri` leaves, the percent signs that it makes, and fragments.
_IN_ADDRESS = "/%#!$&'()*+,;=:@~"

# Said by the head of the page, or by its claims.
_ELSEWHERE = {"rdf:type", "rdf:subject", "rdf:object", "rdfs:label", "skos:prefLabel", "org:member"} | {
    f"kg:{name}" for name in (*get_args(Predicate), "reportedBy")
}

# What the properties of other vocabularies are called; ours have labels in the ontology.
_NAMES = {
    "oa:hasSource": ("所引之文", "quoted text"),
    "oa:hasTarget": ("证据位置", "evidence"),
    "org:organization": ("机构", "organisation"),
    "prov:wasDerivedFrom": ("出自", "derived from"),
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
    "oa:hasSource": ("被引段落", "passages quoted"),
    "org:organization": ("本机构职务", "posts in it"),
    "prov:wasDerivedFrom": ("所载文章", "articles of it"),
    "schema:mentions": ("见于文章", "mentioned in"),
}


@dataclass(frozen=True, slots=True)
class Name:
    """What a class or property is called."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Link:
    """A value as a page shows it; `address` is that of its own page where it has one, `type` its class."""

    name: str
    address: str | None = None
    type: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """The values of one property or, where it is not read `forward`, what has the resource as its value."""

    name: Name
    forward: bool
    values: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with the words that state it."""

    claim: Link
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
    own = lookup.about(node)
    if not own:
        return None
    claims = lookup.claims(node)
    return Description(
        iri=visible(node.value),
        link=link(lookup, node),
        classes=tuple(Name(term.zh, term.en) for term in lookup.classes(node)),
        facts=(*_facts(lookup, own), *_pointing(lookup, node, set(claims))),
        statements=tuple(_statement(lookup, claim) for claim in on_page(claims, page)),
        claims=len(claims),
    )


def on_page(claims: Sequence[ox.NamedNode], page: int) -> Sequence[ox.NamedNode]:
    """Those of the claims that a page shows."""
    return claims[(page - 1) * CLAIMS : page * CLAIMS]


def link(lookup: Lookup, value: Value) -> Link:
    """A value as a page shows it: a resource by its name, or else by its IRI made short."""
    if not isinstance(value, ox.NamedNode):
        return Link(visible(value.value if isinstance(value, ox.Literal) else str(value)))
    if not value.value.startswith(lookup.base_iri):
        term = TERMS.get(value.value.removeprefix(expand("kg:")))
        return Link(f"{term.zh} {term.en}" if term else visible(compact(value.value) or value.value))
    key = value.value.removeprefix(lookup.base_iri)
    name = lookup.text(value, "rdfs:label") or lookup.text(value, "schema:name")
    classes = lookup.classes(value)
    type_ = classes[0].name if classes else ""
    name = name or (_said(lookup, value) if type_ == "Claim" else visible(key))
    return Link(name, "/doc/" + quote(key, safe=_IN_ADDRESS), type_)


def _said(lookup: Lookup, claim: ox.NamedNode) -> str:
    """What a claim says, as its name."""
    parts = ("rdf:subject", "rdf:predicate", "rdf:object")
    return " ".join(link(lookup, node).name for part in parts for node in lookup.nodes(claim, part))


def _facts(lookup: Lookup, own: Iterable[ox.Triple]) -> Iterator[Fact]:
    values: dict[str, list[Value]] = {}
    for triple in own:
        values.setdefault(triple.predicate.value, []).append(triple.object)
    for predicate, found in values.items():
        if (compact(predicate) or predicate) not in _ELSEWHERE:
            yield _fact(lookup, predicate, found, forward=True)


def _pointing(lookup: Lookup, node: ox.NamedNode, claims: set[ox.NamedNode]) -> Iterator[Fact]:
    """What points to the resource and is none of its claims: posts, articles that mention it, passages."""
    subjects: dict[str, list[Value]] = {}
    for triple in lookup.pointing_to(node, limit=20 * VALUES):
        if triple.subject not in claims:
            subjects.setdefault(triple.predicate.value, []).append(triple.subject)
    for predicate, found in subjects.items():
        if (compact(predicate) or predicate) not in _ELSEWHERE:
            yield _fact(lookup, predicate, found, forward=False)


def _fact(lookup: Lookup, predicate: str, values: Sequence[Value], *, forward: bool) -> Fact:
    shown = tuple(link(lookup, value) for value in values[:VALUES])
    back = None if forward else _NAMES_BACK.get(compact(predicate) or "")
    return Fact(
        Name(*back) if back else _name(predicate), forward or bool(back), shown, len(values) - len(shown)
    )


def _statement(lookup: Lookup, claim: ox.NamedNode) -> Statement:
    def end(predicate: str) -> Link:
        return next((link(lookup, node) for node in lookup.nodes(claim, predicate)), Link("?"))

    quoted = _quoted(lookup, claim)
    article = next(iter(lookup.nodes(claim, "prov:wasDerivedFrom")), None)
    relation = next((node.value for node in lookup.nodes(claim, "rdf:predicate")), "?")
    return Statement(
        claim=link(lookup, claim),
        subject=end("rdf:subject"),
        relation=_name(relation),
        object=end("rdf:object"),
        title=lookup.text(claim, "kg:title") or lookup.text(claim, "kg:role"),
        before=lookup.text(quoted, "oa:prefix"),
        quote=lookup.text(quoted, "oa:exact"),
        after=lookup.text(quoted, "oa:suffix"),
        article=end("prov:wasDerivedFrom"),
        date=lookup.text(article, "schema:datePublished"),
        confidence=lookup.text(claim, "kg:confidence"),
        rule=lookup.text(claim, "kg:extractedBy"),
    )


def _quoted(lookup: Lookup, claim: ox.NamedNode) -> ox.NamedNode | None:
    """The selector that quotes the evidence."""
    selectors = (one for _, found in lookup.passages(claim) for one in found)
    return next((one for one in selectors if lookup.values(one, "oa:exact")), None)


def _name(predicate: str) -> Name:
    term = TERMS.get(predicate.removeprefix(expand("kg:")))
    if term:
        return Name(term.zh, term.en)
    short = visible(compact(predicate) or predicate)
    return Name(*_NAMES.get(short, ("", short)))
