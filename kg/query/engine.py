"""SPARQL on a build: text, a file, or a shipped query by name, its parameters bound and never pasted.

A query reads the graph of one folder and nothing else. The engine's `query`
refuses updates (and LOAD with them) by its grammar; SERVICE and FROM are
refused here before the engine sees the query.

A parameter fixes one of the variables that a query selects, so every
parameter may be left out. The head of a query, shipped or the caller's own,
can say in comments what it asks and what its parameters are:

    # zh: 谁主持了什么
    # en: Who presided over what
    # parameter ?who name: 主持人 / the person that presided

The kind of a parameter tells what its values are: `name` (a label in Chinese),
`iri` (absolute, or below the base of the build), `text` (a plain string). For
a variable without such a line, `<…>` is an IRI and anything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

import pyoxigraph as ox

from kg.artifacts.folder import of_one_build
from kg.artifacts.graph_file import parse_turtle, read_turtle
from kg.artifacts.names import TURTLE
from kg.model import iri
from kg.model.errors import InputError, QueryError, RefusedError
from kg.model.ontology import PREFIXES, ontology_dir
from kg.query.answers import AskResult, GraphResult, Result, SelectResult, width
from kg.query.inference import add_inferences

EngineResult = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

_HEAD = re.compile(r"^# (zh|en): (.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"^# parameter \?(\w+) (name|iri|text): (.+?) / (.+)$", re.MULTILINE)
_ESCAPED_ASCII = re.compile(r"\\(?:u00|U000000)([0-7][0-9A-Fa-f])")
# Any mention at all. A finer test would need a lexer of SPARQL, and where it differed from the
# engine's (in `?a<'>'`, say) a query could hide the word from us and not from the engine.
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
# The engine reads nothing for FROM, it only finds nothing: refused to say so, not to be safe.
_FROM = re.compile(r"\bFROM\s+(NAMED\s+)?(<|\w*:)", re.IGNORECASE)
_COMPLAINT = re.compile(r"(?:error at (\d+):(\d+): )?(?:expected )?(?:one of )?(.*)", re.DOTALL)
_SENTENCE = re.compile(r"[A-Za-z][\w*]*( [\w*]+)+")
_DECLARED = re.compile(r"\bPREFIX\s+([^\s:]*):", re.IGNORECASE)
_USED = re.compile(r"(?<![\w?$:])([^\W\d]\w*):")
_QUOTED = re.compile(r"""<[^<>\s]*>|"[^"]*"|'[^']*'|#.*""")
# How many characters of the line an error shows on either side.
_SHOWN = 80
_UPDATE = re.compile(r"\s*(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a query that the caller may fix, and what a value for it stands for."""

    name: str
    kind: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class ShippedQuery:
    """A query of `ontology/queries`, by the name of its file, with what it asks."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    text: str


def shipped_queries() -> list[ShippedQuery]:
    """The queries that come with the program, by name."""
    return [_shipped(path) for path in sorted((ontology_dir() / "queries").glob("*.rq"))]


def run(
    directory: Path, query: str, parameters: Mapping[str, str] | None = None, *, infer: bool = False
) -> Result:
    """Ask the build in a folder one query: SPARQL, the path of a file, or the name of a shipped query.

    With `infer`, what follows by the ontology is asked too. Raises InputError where the folder holds no
    build, QueryError where the query is wrong or not allowed.
    """
    return Dataset(directory, infer=infer).run(query, parameters)


class Dataset:
    """The graph of a build, loaded once for any number of queries."""

    def __init__(self, directory: str | Path, *, infer: bool = False) -> None:
        """Load `graph.ttl` of a folder that `kg build` wrote, and if wanted add what follows from it."""
        path = Path(directory) / TURTLE
        with of_one_build(path.parent, TURTLE):
            text = read_turtle(path)
        try:
            self._store, base_iri = parse_turtle(text)
        except SyntaxError as error:
            raise InputError(f"{path}: is not Turtle ({error}); build it again") from error
        if infer:
            add_inferences(self._store)
        self.base_iri = base_iri or iri.BASE_IRI

    def run(self, query: str, parameters: Mapping[str, str] | None = None) -> Result:
        """The answer to a query; see `run`."""
        with solve(self._store, self.base_iri, _text(query), parameters or {}) as result:
            return self._result(result)

    def _result(self, result: EngineResult) -> Result:
        if isinstance(result, ox.QueryBoolean):
            return AskResult(bool(result))
        if isinstance(result, ox.QueryTriples):
            return GraphResult(tuple(sorted(result, key=str)))
        variables = [variable.value for variable in result.variables]
        return SelectResult(
            tuple(variables), tuple(tuple(row[name] for name in variables) for row in result), self.base_iri
        )


@contextmanager
def solve(store: ox.Store, base_iri: str, text: str, parameters: Mapping[str, str]) -> Iterator[EngineResult]:
    """What a store says to a query in SPARQL, to be read in the block: the engine works while it is read.

    Raises QueryError where the query is wrong, RefusedError where it asks for data from elsewhere.
    """
    _refuse_outside_data(text)
    try:
        yield store.query(
            text,
            base_iri=base_iri,
            prefixes=PREFIXES,
            substitutions=_substitutions(text, parameters, base_iri),
        )
    except SyntaxError as error:
        raise QueryError(_explained(str(error), text)) from error
    except (RuntimeError, UnicodeEncodeError) as error:
        raise QueryError(f"this query cannot be answered: {error}") from error


def _shipped(path: Path) -> ShippedQuery:
    text = path.read_text("utf-8")
    head = dict(_HEAD.findall(text))
    return ShippedQuery(path.stem, head["zh"], head["en"], _parameters(text), text)


def _parameters(text: str) -> tuple[Parameter, ...]:
    return tuple(Parameter(*groups) for groups in _PARAMETER.findall(text))


def _text(query: str) -> str:
    """The SPARQL that a caller means: what has no brace, IRI or second line names a query or a file."""
    if re.search(r"[{<\n]", query):
        return query
    shipped = {known.name: known.text for known in shipped_queries()}
    if query in shipped:
        return shipped[query]
    try:
        return Path(query).read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        names = ", ".join(shipped)
        raise QueryError(
            f"{query!r} is no SPARQL, no readable file, and none of our queries: {names}"
        ) from error


def _refuse_outside_data(text: str) -> None:
    plain = _ESCAPED_ASCII.sub(lambda match: chr(int(match[1], 16)), text)
    if _SERVICE.search(plain):
        raise RefusedError("a query may not ask other servers: the word SERVICE is not allowed, even in text")
    if _FROM.search(plain):
        raise RefusedError("a query reads the graph of one build: FROM is not allowed")


def _substitutions(
    text: str, parameters: Mapping[str, str], base_iri: str
) -> dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]:
    kinds = {parameter.name: parameter.kind for parameter in _parameters(text)}
    variables = set(re.findall(r"[?$](\w+)", text))
    for name in parameters:
        if name not in variables:
            known = ", ".join(kinds) or "none declared"
            raise QueryError(f"the query has no parameter {name!r} (its parameters: {known})")
    return {ox.Variable(name): _term(value, kinds.get(name), base_iri) for name, value in parameters.items()}


def _term(value: str, kind: str | None, base_iri: str) -> ox.NamedNode | ox.Literal:
    bare = value.removeprefix("<").removesuffix(">")
    try:
        if kind == "iri" or (kind is None and value != bare):
            return ox.NamedNode(bare if ":" in bare.split("/")[0] else base_iri + bare)
        return ox.Literal(value, language="zh") if kind == "name" else ox.Literal(value)
    except ValueError as error:
        raise QueryError(f"{value!r} cannot be a value: {error}") from error


def _explained(message: str, text: str) -> str:
    """The engine's complaint in words for people, with its line and a mark below the place.

    The engine lists all that could stand at the furthest place it read to;
    what it has to say of the query itself is a sentence among them.
    """
    number, place, expected = _COMPLAINT.findall(message)[0]
    line, column, alternatives = int(number or 1), int(place or 1), expected.split(", ")
    if all(word.isalpha() and word.isupper() for word in alternatives):
        # Keywords alone: the engine counts one that it looked for as read.
        column -= min(map(len, alternatives))
    shown = text.split("\n")[line - 1]
    declared = {*PREFIXES, *_DECLARED.findall(text)}
    names = _USED.finditer(_QUOTED.sub(lambda match: " " * len(match[0]), shown))
    if _UPDATE.match(shown):
        complaint = "a query may not change the graph"
    elif stranger := next((name for name in names if name[1] not in declared), None):
        complaint, column = f"the prefix {stranger[1]}: is not declared", stranger.start() + 1
    elif sentence := next(filter(_SENTENCE.fullmatch, alternatives), None):
        complaint = sentence
    else:
        complaint = f"not SPARQL from here on (expected {shorten(expected, 100)})"
    start = max(0, column - _SHOWN)
    before, after = shown[start : column - 1], shown[column - 1 : column + _SHOWN]
    return f"line {line}, column {column}: {complaint}\n{before}{after}\n{' ' * width(before)}^"
