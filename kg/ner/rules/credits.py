"""`kg_credits`: the persons of the byline are certain, whatever the recogniser says."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.model.records import Mention
from kg.ner.spans import overlay, read_names, write_names

Doc.set_extension("credits", default=(), force=True)


@Language.component("kg_credits", requires=["doc.ents", "doc._.credits"], assigns=["doc.ents"])
def kg_credits(doc: Doc) -> Doc:
    """Put the persons of `doc._.credits` over what was recognised there."""
    persons = [Mention(c.start, c.end, "Person", "byline") for c in doc._.credits]
    if persons:
        write_names(doc, overlay(read_names(doc), persons))
    return doc
