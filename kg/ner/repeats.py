"""`kg_repeats`: a name found once is a name wherever the article has it again, in full or short."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.divisions import short_forms
from kg.ner.sheet import Sheet, apply
from kg.ner.tables import alternatives
from kg.records import Mention, MentionType


def repeats(sheet: Sheet) -> Iterator[Mention]:
    """The surfaces of all names and the short forms of divisions, where nothing is marked yet."""
    types = _types(sheet)
    if not types:
        return
    for match in re.finditer(alternatives(types), sheet.text):
        start, end = match.span()
        if sheet.starts_word(start) and sheet.ends_word(end) and _is_free(sheet, start, end):
            yield Mention(start, end, types[match[0]], "repeat")


def _is_free(sheet: Sheet, start: int, end: int) -> bool:
    """Whether nothing is marked here but parts of the name by the recogniser."""
    overlapping = [n for n in sheet.names if n.start < end and start < n.end]
    length = end - start
    return all(start <= n.start and n.end <= end and n.end - n.start < length for n in overlapping)


def _types(sheet: Sheet) -> dict[str, MentionType]:
    """The type of each surface that is worth looking for, the commonest where they differ."""
    counts = Counter((sheet[name], name.type) for name in sheet.names if name.end - name.start > 1)
    types: dict[str, MentionType] = {}
    for (surface, type_), _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        types.setdefault(surface, type_)
    for surface in [surface for surface, type_ in types.items() if type_ == "Place"]:
        for short in short_forms(surface):
            types.setdefault(short, "Place")
    return types


RULES = (repeats,)


@Language.component("kg_repeats", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_repeats(doc: Doc) -> Doc:
    """Mark further occurrences of the names of a document."""
    return apply(doc, RULES)
