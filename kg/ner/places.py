"""`kg_places`: named sites, buildings and grounds, with the words of their names in front of their tails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.divisions import Gazetteer
from kg.ner.phrases import Lexicon, Phrase, Tails, phrase
from kg.ner.sheet import Sheet, apply
from kg.ner.tables import alternatives, table
from kg.records import Mention

_WORDS = table("places")
_LEXICON = Lexicon(
    stops=frozenset(table("organisations")["stops"]) - frozenset(_WORDS["fields"]),
    generic=frozenset([*_WORDS["generic"], *_WORDS["fields"]]),
    fields=frozenset(_WORDS["fields"]),
    joints=frozenset(),
    # 项目“司机之家”选址现场
    quoted=re.compile("“[^“”]{1,10}”$"),
)
_TAILS = Tails(_WORDS["sites"])
_NEEDS_OWN = frozenset(_WORDS["needs_own"])
_ACTING = tuple(_WORDS["acting"])
_TOWARDS = re.compile(f"{alternatives(_WORDS['towards'])}$")
_ACTS = re.compile(alternatives(_WORDS["acts"]))
_LIST = re.compile("、|、?(?:和|及|以及|与)")
# A division by its full name: what stands behind it is a name by itself (长乐市 + 拉丁酒吧).
_FULL = re.compile(".*(?:[省市县区镇乡州]|街道|街)")


def sites(sheet: Sheet) -> Iterator[Mention]:
    """Names that end in a tail of sites: 鲤鱼墩遗址, 渔业工会旧址, 时代广场."""
    text = sheet.text
    ends = {name.end: name for name in sheet.names}
    for end in range(2, len(text) + 1):
        tail = _TAILS.ending(text, end)
        if tail is None or not sheet.ends_word(end):
            continue
        candidate = _without_division(sheet, phrase(sheet, _LEXICON, ends, end - len(tail), end), ends)
        if not (candidate.own or (candidate.anchored and tail not in _NEEDS_OWN)):
            continue
        covering = next((n for n in sheet.names if n.start <= candidate.start and end <= n.end), None)
        if covering and covering.end - covering.start > end - candidate.start:
            continue
        if covering and covering.type == "Organisation" and covering.end == end:
            continue
        name = Mention(candidate.start, end, "Place", "site")
        ends[end] = name
        yield name


def _without_division(sheet: Sheet, candidate: Phrase, ends: dict[int, Mention]) -> Phrase:
    """The site alone where it has a name of its own behind the full name of a division."""
    anchor = ends.get(candidate.inner)
    if anchor and anchor.type == "Place" and candidate.own and _FULL.fullmatch(sheet[anchor]):
        return replace(candidate, start=candidate.inner)
    return candidate


def venues(sheet: Sheet) -> Iterator[Mention]:
    """Centres, halls and grounds: Place where someone is or goes, Organisation where they act."""
    before: Mention | None = None
    for name in sheet.names:
        if name.type in ("Place", "Organisation") and sheet[name].endswith(_ACTING):
            listed = before and before.type == "Place" and _LIST.fullmatch(sheet.text, before.end, name.start)
            if _acts(sheet, name):
                name = replace(name, type="Organisation", by="acting")
            elif listed or _TOWARDS.search(sheet.text, max(0, name.start - 4), name.start):
                name = replace(name, type="Place", by="venue")
            yield name
        before = name


def _acts(sheet: Sheet, name: Mention) -> bool:
    if Gazetteer.load().is_full_name(sheet[name]) or _TOWARDS.search(
        sheet.text, max(0, name.start - 4), name.start
    ):
        return False
    return bool(_ACTS.match(sheet.text, name.end)) or name.end in sheet.posts()


RULES = (sites, venues)


@Language.component("kg_places", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_places(doc: Doc) -> Doc:
    """Find and complete the sites of a document, and tell them from bodies."""
    return apply(doc, RULES)
