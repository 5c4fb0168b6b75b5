"""JSON-LD with the short names of `ontology/context.jsonld`: an object a resource, each on a line of its own.

The context stands in the file itself, so that it is read without a network.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

import pyoxigraph as ox

from kg.export.rdf.terms import Resource, Section, Value
from kg.model.ontology import PREFIXES, compact, expand, ontology_dir

Json = dict[str, Any]

_TYPE = expand("rdf:type")
# What stands before a colon could be a scheme; Python's urljoin, which rdflib uses, loses a last semicolon.
_UNRESOLVED = frozenset(":;")


def write(sections: Iterable[Section], base_iri: str) -> str:
    """The JSON-LD of the sections' resources as one graph; IRIs below `base_iri` are relative to it."""
    context = json.dumps({"@base": base_iri, **_context()}, ensure_ascii=False, indent=2)
    names = _JsonLdNames(base_iri)
    lines = (
        json.dumps(names.object(resource), ensure_ascii=False)
        for section in sections
        for resource in section.resources
    )
    return f'{{"@context": {context},\n"@graph": [\n' + ",\n".join(lines) + "\n]}\n"


@cache
def _context() -> Json:
    text = (ontology_dir() / "context.jsonld").read_text("utf-8")
    context: Json = json.loads(text)["@context"]
    return context


class _JsonLdNames:
    """How terms are written: by the short names of the context, relative to the base, or in full."""

    def __init__(self, base_iri: str) -> None:
        self._base = base_iri
        # Of each IRI of a vocabulary its short name, and what the context says of its values.
        self._terms: dict[str, tuple[str, Json]] = {}
        for name, definition in _context().items():
            kind = definition if isinstance(definition, dict) else {"@id": str(definition)}
            if name not in PREFIXES and ":" in kind["@id"]:
                self._terms[expand(kind["@id"])] = name, kind

    def object(self, resource: Resource) -> Json:
        """A resource: a single value stands by itself, several in a list."""
        record: Json = {"id": self._node(resource.subject.value)}
        for predicate, values in resource.facts:
            if predicate.value == _TYPE:
                record["type"] = [self._term(class_.value) for class_ in values]
            else:
                name, kind = self._terms.get(predicate.value, (predicate.value, {}))
                written = [self._value(value, kind) for value in values]
                record[name] = written[0] if len(written) == 1 else written
        return record

    def _term(self, iri: str) -> str:
        """A class or property."""
        return self._terms[iri][0] if iri in self._terms else compact(iri) or iri

    def _node(self, iri: str) -> str:
        """A thing, relative to the base unless some reader would not resolve it."""
        below = iri.removeprefix(self._base)
        return below if _UNRESOLVED.isdisjoint(below) else iri

    def _value(self, value: Value, kind: Json) -> str | Json:
        """A value, bare where the context says what it is."""
        expected = kind.get("@type")
        if isinstance(value, ox.NamedNode):
            if expected == "@vocab":
                return self._term(value.value)
            return self._node(value.value) if expected == "@id" else {"id": self._node(value.value)}
        datatype = compact(value.datatype.value) or value.datatype.value
        if value.language:
            is_expected = kind.get("@language") == value.language
            return value.value if is_expected else {"@value": value.value, "@language": value.language}
        if datatype == "xsd:string":
            return value.value if kind.keys() == {"@id"} else {"@value": value.value}
        return value.value if expected == datatype else {"@value": value.value, "@type": datatype}
