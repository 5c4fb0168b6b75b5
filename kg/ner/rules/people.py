"""`kg_people`: persons: beside titles, in lists, foreign, by surname and title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.surnames import COMMON, COMPOUND, surname
from kg.language.tables import read_word_lists
from kg.language.text import alternation
from kg.language.titles import FAMILIAR, FORMS_OF_ADDRESS
from kg.model.records import Mention
from kg.ner.rules.document import NerDocument, apply, finding
from kg.ner.rules.minorities import minorities

_WORDS = read_word_lists("kg.ner.rules", "people")
# What a name may begin with where one must stand, right behind a title.
FIRST_CHARACTERS = COMMON | frozenset("".join(_WORDS["first_syllables"]))
_FOLLOWERS = frozenset(_WORDS["followers"])
_HAN = re.compile(r"[\u4e00-\u9fff]+")
# 彼得.汉森, 约翰·史密斯; J.Smith, A. Rossi
_DOTS = frozenset("·•・.．")
# No name has more parts before or behind the one that is known.
_PARTS = 6
_INITIALS = re.compile(r"(?<![A-Za-z.])(?:[A-Z]\.[ ]?){1,2}[A-Z][a-z]+")
_ADDRESSED = re.compile(f"({alternation(COMMON | COMPOUND)}){alternation(FORMS_OF_ADDRESS + FAMILIAR)}")
_ADVERBS = frozenset("".join(_WORDS["adverbs"]))
# What goes on behind a name and is no part of it: 到, 们, 也.
FUNCTION_CHARACTERS = _FOLLOWERS | _ADVERBS


def _person(start: int, end: int, by: str) -> Mention:
    return Mention(start, end, "Person", by)


def foreign(sheet: NerDocument) -> Iterator[Mention]:
    """Names with dots between their parts, whole if the recogniser knows a part."""
    for name in sheet.names:
        if name.type != "Person":
            continue
        start, end = name.start, name.end
        for _ in range(_PARTS):
            if start > 1 and sheet.text[start - 1] in _DOTS and _HAN.match(sheet.text, start - 2):
                start = sheet.word_at(start - 2).start
            if end + 1 < len(sheet.text) and sheet.text[end] in _DOTS and _HAN.match(sheet.text, end + 1):
                end = sheet.word_at(end + 1).end
        if (start, end) != (name.start, name.end):
            yield _person(start, end, "foreign")
    for match in _INITIALS.finditer(sheet.text):
        yield _person(*match.span(), "foreign")


def addressed(sheet: NerDocument) -> Iterator[Mention]:
    """Surname and title of a person who is named in full elsewhere: 李主席."""
    surnames = {surname(sheet[n]) for n in sheet.names if n.type == "Person" and n.end - n.start > 1}
    for match in _ADDRESSED.finditer(sheet.text):
        start, end = match.span()
        name = sheet.name_starting(start)
        if match[1] in surnames and sheet.starts_word(start) and (name is None or name.end <= end):
            yield _person(start, end, "surname-and-title")


RULES = (
    minorities,
    foreign,
    addressed,
)


@Language.component("kg_people", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_people(doc: Doc) -> Doc:
    """Complete the persons of a document."""
    return apply(doc, finding(RULES))
