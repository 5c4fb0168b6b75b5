"""The ontology, read once from `ontology/kg.ttl`: callers ask for a term by name and never retype an IRI.

>>> TERMS["presidesOver"].iri
'https://w3id.org/press-kg/ontology#presidesOver'
>>> expand("oa:exact")
'http://www.w3.org/ns/oa#exact'
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

# What is said of each subject, by predicate; subjects and predicates as plain strings.
Facts = Mapping[tuple[str, str], Sequence[ox.NamedNode | ox.BlankNode | ox.Literal]]

_LOCAL_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of the ontology.

    `domain` and `range` hold full IRIs, several where the ontology says owl:unionOf;
    `parents` the IRIs of what it is directly a subclass or sub-property of.
    """

    name: str
    iri: str
    is_class: bool
    zh: str
    en: str
    comment_zh: str
    comment_en: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    parents: tuple[str, ...]


def ontology_dir() -> Path:
    """The folder with kg.ttl, shapes.ttl and queries/: inside an installed package, else the repository's."""
    packaged = Path(__file__).parents[1] / "_ontology"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "ontology"


def expand(name: str) -> str:
    """The IRI of a prefixed name, by the prefixes that kg.ttl declares."""
    prefix, local = name.split(":", 1)
    return PREFIXES[prefix] + local


def compact(iri: str) -> str | None:
    """The prefixed name of an IRI where one of our prefixes gives a plain one: `expand` undone."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL_NAME.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return None


@cache
def class_iris(name: str) -> tuple[str, ...]:
    """The IRI of a class of ours and of all that it is a subclass of, nearest first."""
    iris = [TERMS[name].iri]
    for iri in iris:
        local = iri.removeprefix(PREFIXES["kg"])
        parents = TERMS[local].parents if local in TERMS else ()
        iris.extend(parent for parent in parents if parent not in iris)
    return tuple(iris)


def _load(path: Path) -> tuple[dict[str, str], dict[str, Term]]:
    """The prefixes and terms of an ontology file, each in the order of the file."""
    parser = ox.parse(path=path, format=ox.RdfFormat.TURTLE)
    facts = defaultdict(list)
    for quad in parser:
        facts[quad.subject.value, quad.predicate.value].append(quad.object)
    prefixes = dict(sorted(parser.prefixes.items()))
    own = [subject for subject, predicate in facts if predicate == prefixes["rdfs"] + "label"]
    return prefixes, {term.name: term for term in (_term(iri, facts, prefixes) for iri in own)}


def _term(iri: str, facts: Facts, prefixes: Mapping[str, str]) -> Term:
    rdfs = prefixes["rdfs"]

    def text(local: str, language: str) -> str:
        return next(
            v.value for v in facts[iri, rdfs + local] if isinstance(v, ox.Literal) and v.language == language
        )

    def classes(local: str) -> tuple[str, ...]:
        return tuple(
            c for value in facts.get((iri, rdfs + local), ()) for c in _union(value, facts, prefixes)
        )

    return Term(
        name=iri.removeprefix(prefixes["kg"]),
        iri=iri,
        is_class=ox.NamedNode(prefixes["owl"] + "Class") in facts[iri, prefixes["rdf"] + "type"],
        zh=text("label", "zh"),
        en=text("label", "en"),
        comment_zh=text("comment", "zh"),
        comment_en=text("comment", "en"),
        domain=classes("domain"),
        range=classes("range"),
        parents=classes("subClassOf") + classes("subPropertyOf"),
    )


def _union(
    value: ox.NamedNode | ox.BlankNode | ox.Literal, facts: Facts, prefixes: Mapping[str, str]
) -> Iterator[str]:
    """The class itself, or the members of the owl:unionOf list that a blank node stands for."""
    if isinstance(value, ox.NamedNode):
        yield value.value
        return
    (rest,) = facts[value.value, prefixes["owl"] + "unionOf"]
    while isinstance(rest, ox.BlankNode):
        (first,) = facts[rest.value, prefixes["rdf"] + "first"]
        yield first.value
        (rest,) = facts[rest.value, prefixes["rdf"] + "rest"]


PREFIXES, TERMS = _load(ontology_dir() / "kg.ttl")
