"""Writes `reference.md` from `kg.ttl`: every term, what it is called and means, and what it is aligned to.

Run as `python ontology/reference.py` in an environment with PressKG.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg.model.ontology import PREFIXES, TERMS, Term, compact, ontology_dir

_HEAD = """\
# Reference

Made from `kg.ttl`, version {version}, by `python ontology/reference.py`. The prefix `kg:` is
`{namespace}`.

"""

# How a term is aligned, in the words of the reference.
_ALIGNMENTS = {
    RDFS.subClassOf: "subclass of",
    RDFS.subPropertyOf: "sub-property of",
    OWL.inverseOf: "inverse of",
    SKOS.closeMatch: "close match:",
    SKOS.narrowMatch: "narrow match:",
    SKOS.relatedMatch: "related match:",
}
_CHARACTERISTICS = {
    OWL.FunctionalProperty: "functional",
    OWL.SymmetricProperty: "symmetric",
    OWL.TransitiveProperty: "transitive",
}


def reference() -> str:
    """The whole reference as Markdown."""
    ontology = rdflib.Graph().parse(ontology_dir() / "kg.ttl")
    version = ontology.value(
        predicate=OWL.versionInfo, subject=next(ontology.subjects(RDF.type, OWL.Ontology))
    )
    classes = [term for term in TERMS.values() if term.is_class]
    properties = [term for term in TERMS.values() if not term.is_class]
    parts = [_HEAD.format(version=version, namespace=PREFIXES["kg"])]
    for heading, terms in (("Classes", classes), ("Properties", properties)):
        parts.append(f"## {heading}\n\n")
        parts.append("".join(f"- [{_title(term)}](#{_anchor(term)})\n" for term in terms) + "\n")
        parts.extend(_section(ontology, term) for term in terms)
    return "".join(parts).rstrip("\n") + "\n"


def _section(ontology: rdflib.Graph, term: Term) -> str:
    """A heading, what the term means in both languages, and a line for each thing said of it."""
    node = rdflib.URIRef(term.iri)
    lines = []
    if not term.is_class:
        lines.append(f"from {_all(term.domain, ' or ')} to {_all(term.range, ' or ')}")
    for predicate, words in _ALIGNMENTS.items():
        if found := sorted(map(str, ontology.objects(node, predicate))):
            lines.append(f"{words} {_all(found, ', ')}")
    lines += [words for kind, words in _CHARACTERISTICS.items() if (node, RDF.type, kind) in ontology]
    return f"### {_title(term)}\n\n{term.comment_zh}  \n{term.comment_en}\n\n" + _list(lines)


def _title(term: Term) -> str:
    return f"kg:{term.name} · {term.zh} · {term.en}"


def _anchor(term: Term) -> str:
    """The anchor that GitHub gives the heading of a term."""
    kept = "".join(char for char in _title(term).lower() if char.isalnum() or char in " -")
    return kept.replace(" ", "-")


def _all(iris: Iterable[str], between: str) -> str:
    return between.join(map(_link, iris))


def _link(iri: str) -> str:
    """Our terms by their section, others by their IRI."""
    own = TERMS.get(iri.removeprefix(PREFIXES["kg"]))
    return f"[kg:{own.name}](#{_anchor(own)})" if own else f"[{compact(iri)}]({iri})"


def _list(lines: list[str]) -> str:
    return "".join(f"- {line}\n" for line in lines) + "\n" if lines else ""


if __name__ == "__main__":
    Path(__file__).with_name("reference.md").write_text(reference(), "utf-8")
