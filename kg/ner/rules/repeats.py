"""`kg_repeats`: a name found once is a name wherever the article has it again, in full or short."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.divisions import short_forms
from kg.language.text import occurrences
from kg.model.records import Mention, MentionType
from kg.ner.rules.document import NerDocument, apply, finding
from kg.ner.spans import by_model

_QUOTED = re.compile("”([\u4e00-\u9fff]{2,6}组)$")
_ORDER = ("Person", "Place", "Organisation")


def repeats(sheet: NerDocument) -> Iterator[Mention]:
    """The surfaces of all names and the short forms of divisions, where nothing is marked yet."""
    types = _types(sheet)
    for start, end in occurrences(sheet.text, types):
        type_ = types[sheet.text[start:end]]
        whole = sheet.starts_word(start) and (sheet.ends_word(end) or _is_cut(sheet, start, end, type_))
        if whole and _is_free(sheet, start, end, type_):
            yield Mention(start, end, type_, "repeat")


def _is_cut(sheet: NerDocument, start: int, end: int, type_: MentionType) -> bool:
    """Whether the words cut a person's name after the surname: 王/PER 正在/d; not 王/PER 强调/v."""
    return type_ == "Person" and sheet.word_at(start).tag == "PER" and sheet.word_at(end - 1).tag != "v"


def _is_free(sheet: NerDocument, start: int, end: int, type_: MentionType) -> bool:
    """Whether nothing is marked here but a part of the name, or the name as another type by a model."""
    for name in sheet.overlapping(start, end):
        part = start <= name.start and name.end <= end and name.end - name.start < end - start
        mistyped = (name.start, name.end) == (start, end) and name.type != type_
        if not part and not (mistyped and by_model(name)):
            return False
    return True


def _types(sheet: NerDocument) -> dict[str, MentionType]:
    """The type of each surface that is worth looking for: by rule before by model, then the commonest."""
    counts: Counter[tuple[str, MentionType]] = Counter()
    for name in sheet.names:
        # Two characters that only the recogniser takes for a place or body are too often a common word.
        if name.end - name.start > (2 if by_model(name) and name.type != "Person" else 1):
            counts[sheet[name], name.type] += 1 if by_model(name) else len(sheet.text)
    types: dict[str, MentionType] = {}
    for surface, type_ in sorted(counts, key=lambda key: (-counts[key], _ORDER.index(key[1]), key)):
        types.setdefault(surface, type_)
    # “5·27”专案组 → 专案组.
    for surface in [surface for surface, type_ in types.items() if type_ == "Organisation"]:
        if match := _QUOTED.search(surface):
            types.setdefault(match[1], "Organisation")
    shorts = {short for surface, type_ in types.items() if type_ == "Place" for short in short_forms(surface)}
    return {**types, **dict.fromkeys(sorted(shorts), "Place")}


RULES = (repeats,)


@Language.component("kg_repeats", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_repeats(doc: Doc) -> Doc:
    """Mark further occurrences of the names of a document."""
    return apply(doc, finding(RULES))
