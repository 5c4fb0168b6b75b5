"""Whether a written graph is sound: the Turtle is read back and held against its articles and its shapes.

Two kinds of check. `check` is linear and meant for every build: each quote is
what its article says at its offsets, each claim's triple is in the graph, and
nothing is in the graph that no claim states. `check_shapes` is SHACL, which
is slow on large graphs and left to those who ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pyoxigraph as ox

from kg import iri
from kg.errors import ValidationError
from kg.export import ARTICLES, TURTLE, turtle
from kg.export.articles import read_articles
from kg.export.evidence import CONTEXT
from kg.export.terms import scalar
from kg.graph import KnowledgeGraph
from kg.ontology import expand, ontology_dir
from kg.records import Predicate

RELATIONS = (*get_args(Predicate), "reportedBy")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: the node it concerns, and what is wrong with it."""

    node: str
    message: str

    def __str__(self) -> str:
        """What is wrong where, on one line."""
        return f"{self.node}: {self.message}"


def validate(directory: Path) -> list[Finding]:
    """All that is wrong with a build in a folder, by both kinds of check; none for a sound one.

    Raises InputError where the folder holds no build that can be read.
    """
    path = directory / TURTLE
    text = turtle.read_file(path)
    try:
        facts = Facts(text)
    except SyntaxError as error:
        return [Finding(str(path), f"is not Turtle: {error}")]
    articles = read_articles(directory / ARTICLES, facts.base_iri)
    texts = {facts.base_iri + iri.key("article", one.article.id): one.article.text for one in articles}
    return sorted({*check(facts, texts), *check_shapes(text)})


def require_sound(text: str, graph: KnowledgeGraph) -> None:
    """Raise ValidationError where the Turtle written from a graph fails `check`."""
    texts = {node: graph.network.nodes[node]["text"] for node in graph.of_type("Article")}
    if findings := check(Facts(text), texts):
        shown = "\n".join(map(str, findings[:10]))
        raise ValidationError(f"the graph and its articles disagree {len(findings)} times:\n{shown}")


def check(facts: Facts, texts: Mapping[str, str]) -> list[Finding]:
    """What is wrong with articles, claims, positions and evidence, given each article's text by its IRI."""
    return sorted({*_articles(facts, texts), *_claims(facts), *_positions(facts), *_evidence(facts, texts)})


def check_shapes(text: str) -> list[Finding]:
    """What breaks the shapes of `ontology/shapes.ttl`."""
    # Imported here: slow to load, and needed by nothing else.
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    data = rdflib.Graph().parse(data=text, format="turtle")
    shapes = rdflib.Graph().parse(ontology_dir() / "shapes.ttl")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    if not isinstance(report, rdflib.Graph):
        raise ValidationError(f"the shapes cannot be applied: {report}")

    def shown(result: rdflib.term.Node) -> Finding:
        parts = (report.value(result, one) for one in (SH.resultPath, SH.value, SH.resultMessage))
        path, value, message = ("" if part is None else str(part) for part in parts)
        return Finding(str(report.value(result, SH.focusNode)), f"{path} {value!r} {message}".strip())

    return sorted({shown(result) for result in report.subjects(rdflib.RDF.type, SH.ValidationResult)})


class Facts:
    """The triples of a Turtle file, asked by prefixed names. Raises SyntaxError where it is none."""

    def __init__(self, text: str) -> None:
        """Read the file."""
        self._store, base_iri = turtle.read(text)
        self.base_iri = base_iri or iri.BASE_IRI

    def members(self, class_: str) -> list[str]:
        """The IRIs of a class."""
        return [subject for subject, name in self.pairs("rdf:type", expand(class_))]

    def pairs(self, predicate: str, value: str | None = None) -> list[tuple[str, str]]:
        """Each subject and value of a predicate, or those with one IRI as value."""
        wanted = ox.NamedNode(value) if value else None
        found = self._store.quads_for_pattern(None, ox.NamedNode(expand(predicate)), wanted)
        return [(_plain(quad.subject), _plain(quad.object)) for quad in found]

    def values(self, node: str, predicate: str) -> list[str]:
        """The values of a node's predicate."""
        found = self._store.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(expand(predicate)), None)
        return [_plain(quad.object) for quad in found]

    def value(self, node: str, predicate: str) -> str | None:
        """The value of a node's predicate where it has exactly one."""
        found = self.values(node, predicate)
        return found[0] if len(found) == 1 else None


def _plain(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


# ---- the linear checks


def _articles(facts: Facts, texts: Mapping[str, str]) -> Iterator[Finding]:
    told = set(facts.members("kg:Article"))
    for node in told - texts.keys():
        yield Finding(node, "is in the graph and not among the articles")
    for node in texts.keys() - told:
        yield Finding(node, "is among the articles and not in the graph")


def _claims(facts: Facts) -> Iterator[Finding]:
    """Each claim's triple is in the graph, and each relation of the graph is claimed."""
    related = {
        (subject, expand(f"kg:{name}"), object_)
        for name in RELATIONS
        for subject, object_ in facts.pairs(f"kg:{name}")
    }
    claimed = set()
    for claim in facts.members("kg:Claim"):
        triple = tuple(facts.value(claim, f"rdf:{part}") or "" for part in ("subject", "predicate", "object"))
        claimed.add(triple)
        if triple not in related:
            yield Finding(claim, f"claims a relation that is not in the graph: {' '.join(triple)}")
    for triple in related - claimed:
        yield Finding(triple[0], f"has a relation that no claim states: {' '.join(triple)}")


def _positions(facts: Facts) -> Iterator[Finding]:
    """Each claimed post is a position, and each position is claimed."""
    claimed = {
        (
            facts.value(claim, "rdf:subject"),
            facts.value(claim, "rdf:object"),
            facts.value(claim, "kg:title"),
        ): claim
        for claim, _ in facts.pairs("rdf:predicate", expand("kg:holdsPosition"))
    }
    held = {
        (
            facts.value(node, "kg:holder"),
            facts.value(node, "org:organization") or facts.value(node, "kg:place"),
            facts.value(node, "kg:title"),
        ): node
        for node in facts.members("kg:Position")
    }
    for post in claimed.keys() - held.keys():
        yield Finding(claimed[post], "claims a post for which there is no position")
    for post in held.keys() - claimed.keys():
        yield Finding(held[post], "is a position that no claim states")


def _evidence(facts: Facts, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Each claim quotes the article it is derived from, and the quote is what the article says there."""
    quoted: dict[str, str | None] = {}
    for passage in facts.members("oa:SpecificResource"):
        source = facts.value(passage, "oa:hasSource")
        if source is not None and source in texts:
            quoted[passage] = source
            yield from _quote(facts, passage, texts[source])
    for claim in facts.members("kg:Claim"):
        article = facts.value(claim, "prov:wasDerivedFrom")
        if article not in {quoted.get(target) for target in facts.values(claim, "oa:hasTarget")}:
            yield Finding(claim, "quotes nothing from the article it is derived from")


def _quote(facts: Facts, passage: str, text: str) -> Iterator[Finding]:
    told = {
        name: value
        for selector in facts.values(passage, "oa:hasSelector")
        for name in ("oa:prefix", "oa:exact", "oa:suffix", "oa:start", "oa:end")
        if (value := facts.value(selector, name)) is not None
    }
    try:
        start, end = int(told["oa:start"]), int(told["oa:end"])
    except (KeyError, ValueError):
        yield Finding(passage, "does not tell where it stands")
        return
    said = {
        "oa:prefix": text[max(start - CONTEXT, 0) : start],
        "oa:exact": text[start:end],
        "oa:suffix": text[end : end + CONTEXT],
    }
    for name, words in said.items():
        if told.get(name) != scalar(words):
            yield Finding(passage, f"{name} is {told.get(name)!r}, but the article says {words!r}")
    if not said["oa:exact"]:
        yield Finding(passage, "quotes nothing")
