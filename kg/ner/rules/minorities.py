"""Names of peoples that are not a Chinese surname with one or two characters: 吉克阿木, 卓玛次仁, 其其格."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.tables import read_word_lists
from kg.language.text import alternation
from kg.model.records import Mention
from kg.ner.rules.document import NerDocument

_WORDS = read_word_lists("kg.ner.rules", "minorities")
_FIRST = "".join(sorted({part[0] for part in _WORDS["parts"]}))
_YI = re.compile(f"{alternation(_WORDS['yi'])}[\u4e00-\u9fff]{{2}}")
# The look-ahead lets the search skip what begins no part.
_PARTS = re.compile(f"(?=[{_FIRST}])(?:{alternation(_WORDS['parts'])})+")
_NOUN = re.compile(f"{alternation(_WORDS['nouns'])}$")
_LONGEST_NOUN = max(map(len, _WORDS["nouns"]))
_DIVISION = frozenset("省市县区州盟旗镇乡村路街河山")


def introduced(sheet: NerDocument, start: int) -> bool:
    """Whether a title or a noun for persons stands before: 州长, 村民."""
    return (
        start in sheet.title_ends
        or _NOUN.search(sheet.text, max(0, start - _LONGEST_NOUN), start) is not None
    )


def minorities(sheet: NerDocument) -> Iterator[Mention]:
    """Names made as these peoples make them, introduced as persons or begun by the recogniser."""
    for match in _YI.finditer(sheet.text):
        start, end = match.span()
        if sheet.ends_word(end) and _is_person(sheet, start, end):
            yield Mention(start, end, "Person", "minority")
    for match in _PARTS.finditer(sheet.text):
        start, end = match.span()
        if end - start > 2 and _is_person(sheet, start, end):
            yield Mention(start, end, "Person", "minority")


def _is_person(sheet: NerDocument, start: int, end: int) -> bool:
    name = sheet.name_starting(start)
    longer = name is not None and name.type == "Person" and name.end > end
    if longer or sheet.text[end : end + 1] in _DIVISION:
        return False
    if introduced(sheet, start):
        return True
    overlapping = sheet.overlapping(start, end)
    return bool(overlapping) and all(
        n.type == "Person" and n.start >= start and n.end <= end for n in overlapping
    )
