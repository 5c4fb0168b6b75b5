"""Turtle that people can read: one block a resource, short names, one value a line where there are several.

pyoxigraph checks every IRI and literal as it is made; this module only lays
them out. Whatever could end a token or hide from the eye is written as an
escape: quotes, control characters, bidirectional and zero-width marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph as ox

from kg.export.rdf.terms import Resource, Section, Value
from kg.model.ontology import PREFIXES, compact, expand

_TYPE = expand("rdf:type")
_STRING = expand("xsd:string")
_DECIMAL = expand("xsd:decimal")
_DECIMAL_FORM = re.compile(r"[+-]?[0-9]*\.[0-9]+")
_ESCAPED = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f'
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(sections: Iterable[Section], base_iri: str) -> str:
    """The Turtle of sections, TriG where some are in named graphs; IRIs below `base_iri` are relative to it.

    What follows the base in an IRI must mean the same when it is resolved
    against the base: keys of `kg.model.iri` do.
    """
    names = _TurtleNames(base_iri)
    body = []
    for section in sections:
        blocks = [_block(resource, names) for resource in section.resources]
        heading = [f"\n\n# {section.heading}"] if section.heading else []
        named = [f"\n\n{names.iri(section.graph.value)} {{", *blocks, "\n}"] if section.graph else blocks
        body.extend([*heading, *named])
    head = [f"@base <{_escape(base_iri)}> ."]
    head.extend(f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in sorted(names.used))
    return "\n".join([*head, *body]) + "\n"


class _TurtleNames:
    """How terms are written: IRIs relative to the base, by a prefix, or in full."""

    def __init__(self, base_iri: str) -> None:
        self.used: set[str] = set()
        self._base = base_iri
        self._vocabulary: dict[str, str] = {_TYPE: "a"}

    def iri(self, iri: str) -> str:
        if iri.startswith(self._base):
            return f"<{_escape(iri[len(self._base) :])}>"
        if iri not in self._vocabulary:
            self._vocabulary[iri] = self._prefixed(iri)
        return self._vocabulary[iri]

    def value(self, value: Value) -> str:
        if isinstance(value, ox.NamedNode):
            return self.iri(value.value)
        quoted = f'"{_escape(value.value)}"'
        if value.language:
            return f"{quoted}@{value.language}"
        datatype = value.datatype.value
        if datatype == _DECIMAL and _DECIMAL_FORM.fullmatch(value.value):
            return value.value
        return quoted if datatype == _STRING else f"{quoted}^^{self.iri(datatype)}"

    def _prefixed(self, iri: str) -> str:
        name = compact(iri)
        if name is None:
            return f"<{_escape(iri)}>"
        self.used.add(name.split(":")[0])
        return name


def _block(resource: Resource, names: _TurtleNames) -> str:
    lines = (_line(names, predicate, values) for predicate, values in resource.facts)
    return f"\n{names.iri(resource.subject.value)} " + " ;\n    ".join(lines) + " ."


def _line(names: _TurtleNames, predicate: ox.NamedNode, values: tuple[Value, ...]) -> str:
    verb = names.iri(predicate.value)
    written = [names.value(value) for value in values]
    if len(written) == 1 or verb == "a":
        return f"{verb} {', '.join(written)}"
    return f"{verb}\n        " + ",\n        ".join(written)


def _escape(text: str) -> str:
    return _ESCAPED.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    return _SHORT_ESCAPES.get(char) or (f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}")
