"""Answers to queries, as Python values and as text: a table, CSV, JSON or Turtle."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from kg.language.text import inert, visible
from kg.model.errors import QueryError
from kg.model.ontology import PREFIXES, compact, expand

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Value = str | int | float | bool | Decimal | date | None

_FROM_LITERAL: dict[str, Callable[[str], Value]] = {
    expand("xsd:boolean"): lambda text: text in ("true", "1"),
    expand("xsd:date"): date.fromisoformat,
    expand("xsd:decimal"): Decimal,
    expand("xsd:double"): float,
    expand("xsd:float"): float,
    expand("xsd:integer"): int,
    expand("xsd:nonNegativeInteger"): int,
}


@dataclass(frozen=True, slots=True)
class SelectResult:
    """The rows of a SELECT query. IRIs are shown below `base_iri` and by prefixes where they can be."""

    variables: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    base_iri: str

    @property
    def rows(self) -> list[tuple[Value, ...]]:
        """The rows as Python values: numbers, dates, booleans; IRIs and all else as text; None if unbound."""
        return [tuple(map(_value, row)) for row in self.terms]

    def to_table(self) -> str:
        """Aligned columns for a terminal."""
        return _aligned(self.variables, [[_shown(term, self.base_iri) for term in row] for row in self.terms])

    def to_csv(self) -> str:
        """CSV that is safe to open in a spreadsheet: text like a formula is preceded by an apostrophe."""
        return _csv(self.variables, self.rows)

    def to_json(self) -> str:
        """SPARQL 1.1 Query Results JSON."""
        bindings = [
            {name: _json(term) for name, term in zip(self.variables, row, strict=True) if term is not None}
            for row in self.terms
        ]
        return _dumped({"head": {"vars": self.variables}, "results": {"bindings": bindings}})


@dataclass(frozen=True, slots=True)
class AskResult:
    """The yes or no of an ASK query."""

    value: bool

    def to_table(self) -> str:
        """One word."""
        return "true\n" if self.value else "false\n"

    def to_csv(self) -> str:
        """One column of one row."""
        return _csv(["answer"], [["true" if self.value else "false"]])

    def to_json(self) -> str:
        """SPARQL 1.1 Query Results JSON."""
        return _dumped({"head": {}, "boolean": self.value})


@dataclass(frozen=True, slots=True)
class GraphResult:
    """The graph of a CONSTRUCT or DESCRIBE query, in the order of its terms."""

    triples: tuple[ox.Triple, ...]

    def to_turtle(self) -> str:
        """Turtle with those of our prefixes that it needs."""
        text = "".join(map(str, self.triples))
        used = {prefix: namespace for prefix, namespace in PREFIXES.items() if f"<{namespace}" in text}
        written = io.BytesIO()
        ox.serialize(self.triples, written, format=ox.RdfFormat.TURTLE, prefixes=used)
        return written.getvalue().decode()


Result = SelectResult | AskResult | GraphResult

FORMATS = ("table", "csv", "json", "turtle")


def render(result: Result, format_: str | None = None) -> str:
    """The result as text in one of FORMATS, by default a table or, for triples, Turtle.

    Raises QueryError where the kind of query has no such format.
    """
    name = format_ or ("turtle" if isinstance(result, GraphResult) else "table")
    if name not in FORMATS:
        raise QueryError(f"there is no format {name!r}; choose one of {', '.join(FORMATS)}")
    writer: Callable[[], str] | None = getattr(result, f"to_{name}", None)
    if writer is None:
        better = "turtle" if isinstance(result, GraphResult) else "table, csv or json"
        raise QueryError(f"this query gives {better}, not {name}")
    return writer()


# ---- terms as Python values, for people, and as JSON


def _value(term: Term | None) -> Value:
    if term is None or isinstance(term, ox.Triple):
        return None if term is None else str(term)
    read = _FROM_LITERAL.get(term.datatype.value) if isinstance(term, ox.Literal) else None
    try:
        return read(term.value) if read else term.value
    except (ValueError, ArithmeticError):
        return term.value


def _shown(term: Term | None, base_iri: str) -> str:
    if isinstance(term, ox.NamedNode):
        return visible(compact(term.value) or term.value.removeprefix(base_iri))
    return "" if term is None else visible(str(_value(term)))


def _json(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json(part) for name, part in parts.items()}}
    literal = {"type": "literal", "value": term.value}
    if term.language:
        return literal | {"xml:lang": term.language}
    plain = term.datatype.value == expand("xsd:string")
    return literal if plain else literal | {"datatype": term.datatype.value}


# ---- text


def width(text: str) -> int:
    """How many columns the text takes in a terminal: two for each wide character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _aligned(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(width, column)) for column in zip(header, *rows, strict=True)]
    lines = [header, ["-" * size for size in widths], *rows]
    return "".join(_padded(line, widths).rstrip() + "\n" for line in lines)


def _padded(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(cells, widths, strict=True))


def _csv(header: Sequence[str], rows: Sequence[Sequence[Value]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Value) -> Value:
    return inert(value) if isinstance(value, str) else value


def _dumped(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
