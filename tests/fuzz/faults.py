"""What is wrong with a build: each file ends in articles or a named problem, and what is written holds."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.reading.formats.encoding import decode
from tests.fuzz.inputs import Input

# Words of problems that tell of a mistake of ours, not of the input.
_OURS = ("please report", "could not be annotated", "is unsound", "that is left out")
# What a message speaks of: quoted words, IRIs, numbers.
_NAMES = re.compile(r"'.*?'|\".*?\"|“.*”|https?:\S*|\d+")
_OA = "http://www.w3.org/ns/oa#"
_SCHEMA = "https://schema.org/"
_BLOCKS = ("data", "texts")

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: in a few words that tell its kind, in full, and with which input if known.

    `was_ended` says that there was no end to it.
    """

    kind: str
    message: str
    number: int | None = None
    was_ended: bool = False


def faults(inputs: Sequence[Input], output: Path) -> list[Fault]:
    """All that is wrong with the build of inputs, each of which was a file of its name."""
    report = json.loads((output / "build.json").read_text("utf-8"))
    lines = (output / "articles.jsonl").read_text("utf-8").split("\n")
    articles = [json.loads(line) for line in lines if line]
    return [
        *_endings(inputs, report),
        *_texts(inputs, report, articles),
        *_offsets(inputs, articles),
        *_spans(articles),
        *_turtle(output / "graph.ttl", articles),
        *_view((output / "graph.html").read_text("utf-8")),
    ]


def kind(message: str) -> str:
    """What a message says in the end, less what it says it of."""
    return _NAMES.sub("…", message.strip().rpartition("\n")[2])[:100]


# ---- inputs


def _endings(inputs: Iterable[Input], report: Json) -> Iterator[Fault]:
    """Each input ends in articles, or in a problem that is not our mistake."""
    taken = {Path(source["path"]).name for source in report["inputs"] if source["articles"]}
    told = defaultdict(list)
    for one in (*report["problems"], *report["notes"]):
        told[Path(one["path"]).name].append(one["message"])
    for input_ in inputs:
        if input_.name not in taken and input_.name not in told:
            yield Fault("ends in nothing", "no article of it, and no problem is told", input_.number)
        for message in told[input_.name]:
            if any(words in message for words in _OURS):
                yield Fault(kind(message), message, input_.number)


def _texts(inputs: Iterable[Input], report: Json, articles: Iterable[Json]) -> Iterator[Fault]:
    """Of a table without a problem each article is there, its text kept character for character."""
    told = {Path(one["path"]).name for one in (*report["problems"], *report["notes"])}
    counts = {Path(source["path"]).name: source["articles"] for source in report["inputs"]}
    found = {article["text"] for article in articles}
    for input_ in inputs:
        if input_.name in told or input_.kind not in ("jsonl", "csv"):
            continue
        records = list(_records(input_))
        if counts.get(input_.name) != len(records):
            yield Fault("articles lost", f"{counts.get(input_.name)} of {len(records)}", input_.number)
        for text in map(_whole, records):
            if text not in found:
                yield Fault("text not kept", repr(text[:100]), input_.number)


def _records(input_: Input) -> Iterator[Json]:
    text = decode(input_.data)
    if input_.kind == "csv":
        yield from csv.DictReader(io.StringIO(text, newline=""))
    else:
        yield from (json.loads(line) for line in text.split("\n") if line.strip())


def _whole(record: Json) -> str:
    """The text of a record as articles have it: its title is the first line."""
    title, text = (str("" if value is None else value) for value in (record.get("title"), record["text"]))
    return text if not title or text.split("\n", 1)[0] == title else f"{title}\n{text}"


def _offsets(inputs: Iterable[Input], articles: Iterable[Json]) -> Iterator[Fault]:
    """The characters of an article that was read from a file of text stand there where it says."""
    files = {input_.name: input_ for input_ in inputs if input_.kind == "text"}
    for article in articles:
        input_ = files.get(Path(article.get("page", "")).name)
        if not input_:
            continue
        raw = decode(input_.data)
        for start, at, length in article["offsets"]:
            if article["text"][start : start + length] != raw[at : at + length]:
                yield Fault("not what the file has", f"{article['id']!r} from {at} on", input_.number)


# ---- articles.jsonl


def _spans(articles: Iterable[Json]) -> Iterator[Fault]:
    """Mentions and relations lie in the text, and are of entities that the article names."""
    for article in articles:
        known = {entity["id"] for entity in article["entities"]}
        named = [mention["entity"] for mention in article["mentions"]]
        for one in (*article["mentions"], *article["relations"], *article.get("byline", ())):
            if not 0 <= one["start"] < one["end"] <= len(article["text"]):
                yield Fault("outside the text", f"{article['id']!r}: {one}")
        named += [relation[end] for relation in article["relations"] for end in ("subject", "object")]
        if strangers := set(named) - known:
            yield Fault("stranger", f"{article['id']!r}: {strangers}")


# ---- graph.ttl


def _turtle(path: Path, articles: Sequence[Json]) -> Iterator[Fault]:
    """The Turtle can be parsed; its articles are those of articles.jsonl, and are quoted word for word."""
    values: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            values[str(quad.subject), quad.predicate.value].append(quad.object.value)
    except SyntaxError as error:
        yield Fault("no Turtle", str(error))
        return
    texts = {article["id"]: article["text"] for article in articles}
    ids = {
        node.strip("<>"): id_ for (node, name), (id_, *_) in values.items() if name == f"{_SCHEMA}identifier"
    }
    if sorted(ids.values()) != sorted(texts):
        yield Fault("other articles in the Turtle", str(set(ids.values()) ^ set(texts)))
    for (passage, name), (source, *_) in values.items():
        if name == f"{_OA}hasSource" and source in ids:
            yield from _quote(values, passage, texts.get(ids[source], ""))


def _quote(values: Mapping[tuple[str, str], list[str]], passage: str, text: str) -> Iterator[Fault]:
    told = {
        name: value
        for selector in values[passage, f"{_OA}hasSelector"]
        for name in ("start", "end", "exact")
        for value in values.get((f"<{selector}>", f"{_OA}{name}"), ())
    }
    if (
        told.keys() != {"start", "end", "exact"}
        or text[int(told["start"]) : int(told["end"])] != told["exact"]
    ):
        yield Fault("evidence is not the text", f"{passage}: {told}")


# ---- graph.html


class _Scripts(HTMLParser):
    """What the script elements of a page hold, by their ids, and how many of each element there are."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks: dict[str, str] = {}
        self.tags: list[str] = []
        self._open: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open = dict(attrs).get("id") if tag == "script" else None

    def handle_endtag(self, _tag: str) -> None:
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.blocks[self._open] = self.blocks.get(self._open, "") + data


def _view(page: str) -> Iterator[Fault]:
    """The data of the view stay within their elements, and are JSON; nothing is added to the page."""
    found = _Scripts(page)
    if found.tags.count("script") != len(_BLOCKS) + 2 or found.tags.count("img"):
        yield Fault("the view breaks", f"elements: {found.tags}")
    for name in _BLOCKS:
        for line in found.blocks.get(name, "no such block").split("\n"):
            try:
                json.loads(line)
            except ValueError as error:
                yield Fault("the view breaks", f"{name}: {error}")
