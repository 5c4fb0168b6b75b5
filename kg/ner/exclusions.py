"""`kg_exclusions`: what looks like a name and is none by the guidelines: slogans, signatures, kinds of bodies."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kg.ner.names import write_names
from kg.ner.sheet import Sheet, read_sheet
from kg.ner.tables import alternatives, table
from kg.records import Mention

_WORDS = table("exclusions")
_SLOGAN_AFTER = re.compile(alternatives(_WORDS["after_china"]))
_SLOGAN_BEFORE = re.compile(f"{alternatives(_WORDS['before_china'])}$")
_KINDS = frozenset(_WORDS["kinds"])
_TITLE = re.compile("[《«〈][^》»〉\n]*[》»〉]")
_MEDIA = re.compile(".*(?:报|日报|晚报|杂志|周刊|时报)")
# （江门工）, （住建委宣教处）: the last words of an article or a paragraph.
_SIGNATURE = re.compile(r"[（(][^（）()\n]{2,30}[）)]\s*(?=\n|$)")
_LAST_LINES = re.compile(r"\n[^\n，。]{2,30}\s*(?=(?:\n\d{4}年\d+月\d+日\s*)?\n*$)")

Test = Callable[[Sheet, Mention], bool]


def slogan(sheet: Sheet, name: Mention) -> bool:
    """中国 in 中国特色社会主义, 美丽中国, 中国式现代化."""
    if sheet[name] != "中国":
        return False
    return bool(_SLOGAN_AFTER.match(sheet.text, name.end) or _SLOGAN_BEFORE.search(sheet.text, 0, name.start))


def kind(sheet: Sheet, name: Mention) -> bool:
    """Words for kinds of bodies and of people: 少先队, 共青团, 警方."""
    return sheet[name] in _KINDS


RULES: tuple[Test, ...] = (slogan, kind)


def in_title(sheet: Sheet) -> list[tuple[int, int]]:
    """[start, end) of titles of works and documents."""
    return [match.span() for match in _TITLE.finditer(sheet.text)]


def signatures(sheet: Sheet) -> list[tuple[int, int]]:
    """[start, end) of signatures at the ends of paragraphs and of the article."""
    return [m.span() for pattern in (_SIGNATURE, _LAST_LINES) for m in pattern.finditer(sheet.text)]


@Language.component("kg_exclusions", requires=["doc.ents"], assigns=["doc.ents"])
def kg_exclusions(doc: Doc) -> Doc:
    """Drop what is no name."""
    sheet = read_sheet(doc)
    works, signed = in_title(sheet), signatures(sheet)

    def dropped(name: Mention) -> bool:
        if any(rule(sheet, name) for rule in RULES):
            return True
        if name.type == "Person":
            return False
        in_work = any(
            s < name.start and name.end < e and not (name.start == s + 1 and name.end == e - 1)
            for s, e in works
        )
        return in_work or (
            name.type == "Organisation" and any(s <= name.start and name.end <= e for s, e in signed)
        )

    write_names(doc, [name for name in sheet.names if not dropped(name)])
    return doc
