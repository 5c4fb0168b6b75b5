"""Names in a spaCy Doc as plain records, and back.

The tokeniser makes token indices equal to offsets (kg.ner.characters), so a `Mention` of the Doc's text and
a spaCy span of it are the same thing; `span.id_` says which rule or model made it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from spacy.tokens import Doc, Span

from kg.model.records import Mention, MentionType

TITLES = "titles"

# Before the recogniser's name in `by`: "model:lac". What has no such prefix was found by that rule.
MODEL = "model:"


def by_model(name: Mention) -> bool:
    """Whether the recogniser found the name, and no rule yet."""
    return name.by.startswith(MODEL)


def read_names(doc: Doc) -> list[Mention]:
    """The persons, organisations and places of `doc.ents`, in order of the text."""
    return [Mention(e.start, e.end, cast(MentionType, e.label_), e.id_) for e in doc.ents]


def write_names(doc: Doc, names: Iterable[Mention]) -> None:
    """Replace `doc.ents`; names must not overlap."""
    doc.ents = tuple(Span(doc, n.start, n.end, label=n.type, span_id=n.by) for n in names)


def stripped(text: str, name: Mention) -> Mention | None:
    """A name without the symbols and spaces at its ends, nothing if there is no more."""
    start, end = name.start, name.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return replace(name, start=start, end=end) if start < end else None


def read_titles(doc: Doc) -> list[Mention]:
    """The titles of `doc.spans`, in order of the text."""
    spans = doc.spans[TITLES] if TITLES in doc.spans else ()  # noqa: SIM401 (a SpanGroups has no such get)
    return [Mention(s.start, s.end, "Title", s.id_) for s in spans]


def write_titles(doc: Doc, titles: Iterable[Mention]) -> None:
    """Replace the titles of `doc.spans`."""
    doc.spans[TITLES] = [Span(doc, t.start, t.end, label=t.type, span_id=t.by) for t in titles]


def overlay(names: Iterable[Mention], surer: Iterable[Mention]) -> list[Mention]:
    """The surer names, and of the others those that overlap none of them, in order of the text.

    Where surer names overlap one another, the one that begins first stays, or the longer one.
    """
    kept: list[Mention] = []
    for name in sorted(surer, key=lambda n: (n.start, -n.end)):
        if not kept or kept[-1].end <= name.start:
            kept.append(name)
    starts = [name.start for name in kept]
    free = []
    for name in names:
        at = bisect_left(starts, name.end)
        if at == 0 or kept[at - 1].end <= name.start:
            free.append(name)
    return sorted([*kept, *free], key=lambda n: n.start)
