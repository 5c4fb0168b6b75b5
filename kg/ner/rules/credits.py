"""`kg_credits`: the persons of the byline are certain, whatever the recogniser says."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from kg.model.records import Credit, Mention
from kg.ner.spans import overlay, read_names, write_names

_EXTENSION = "kg_credits"


def _read_credits(doc: Doc) -> tuple[Credit, ...]:
    return tuple(Credit(*fields) for fields in doc.user_data.get(_EXTENSION, ()))


def _write_credits(doc: Doc, byline: Iterable[Credit]) -> None:
    """Keep them as lists, which spaCy can save with the Doc and send to another process."""
    doc.user_data[_EXTENSION] = [[c.role, c.name, c.start, c.end] for c in byline]


# A process that spaCy starts may have it from its parent already.
if not Doc.has_extension(_EXTENSION):
    Doc.set_extension(_EXTENSION, getter=_read_credits, setter=_write_credits)


@Language.component("kg_credits", requires=["doc.ents", "doc._.kg_credits"], assigns=["doc.ents"])
def kg_credits(doc: Doc) -> Doc:
    """Put the persons of `doc._.kg_credits` over what was recognised there."""
    persons = [Mention(c.start, c.end, "Person", "byline") for c in doc._.kg_credits]
    if persons:
        write_names(doc, overlay(read_names(doc), persons))
    return doc
