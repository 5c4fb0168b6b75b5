"""`kg_places`: named sites, buildings and grounds, with the words of their names in front of their tails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.divisions import Gazetteer
from kg.language.tables import read_word_lists
from kg.language.text import alternation
from kg.model.records import Mention
from kg.ner.rules.divisions import ABROAD, COMMON
from kg.ner.rules.document import NerDocument, apply, finding
from kg.ner.rules.name_phrases import Lexicon, NamePhrase, phrase
from kg.ner.rules.suffixes import SITES

_WORDS = read_word_lists("kg.ner.rules", "sites")
_LEXICON = Lexicon(
    stops=frozenset(read_word_lists("kg.ner.rules", "organisations")["stops"]) - frozenset(_WORDS["fields"]),
    generic=frozenset([*_WORDS["generic"], *_WORDS["fields"]]),
    fields=frozenset(_WORDS["fields"]),
    joints=frozenset(),
    umbrella=frozenset(),
    # 项目“青年之家”选址现场
    quoted=re.compile("项目“[^“”]{1,10}”$"),
    lenient=False,
)
_COMMON = _LEXICON.generic | frozenset(_WORDS["sites"])
_NEEDS_OWN = frozenset(_WORDS["needs_own"])
_SURE = frozenset(_WORDS["sure"])
_ACTING = tuple(_WORDS["acting"])
_PLANTS = tuple(_WORDS["plants"])
_TOWARDS = re.compile(f"{alternation(_WORDS['towards'])}$")
_ACTS = re.compile(
    f"{alternation(_WORDS['acts'])}|等[0-9一二三四五六七八九十多余几]*[个家]?(?:单位|部门|机构)"
)
_LIST = re.compile("、|、?(?:和|及|以及|与)\\s*")
_OLD = re.compile("[\u4e00-\u9fff]{2,3}[市县镇乡]")
_NO_CITY = ("城市", "都市", "超市", "门市", "夜市", "集市", "城镇", "乡镇", "小镇", "古镇")
_STREET = re.compile("[\u4e00-\u9fff]{2,6}(?:路|街|大道|巷)(?:[0-9]+号)?")
_ADDRESS = re.compile("[\u4e00-\u9fff]{1,4}?(?:路|大道|大街|街|巷)(?=[0-9]+号)")
_HOUSE = re.compile("(?<![国省县乡]道)(?<=[路街道巷])[0-9]+号?")
_TOWN_ITEM = re.compile("(?<=[、和及])[\u4e00-\u9fff]{2,3}(?=[、，。的和及等])")


def sites(sheet: NerDocument) -> Iterator[Mention]:
    """Names that end in a tail of sites: 石马坡遗址, 盐业公所旧址, 时代广场."""
    text = sheet.text
    ends = {name.end: name for name in sheet.names}
    for start, end in SITES.finditer(text):
        if not sheet.ends_word(end):
            continue
        candidate = phrase(sheet, _LEXICON, ends, start, end)
        in_place = _TOWARDS.search(text, max(0, candidate.start - 4), candidate.start) is not None
        if not _is_site(candidate, text[start:end], in_place):
            continue
        there = sheet.overlapping(candidate.start, candidate.start + 1)
        covering = next((name for name in there if end <= name.end), None)
        if covering and (covering.type == "Organisation" or covering.end > end or covering.by == "road"):
            continue
        name = Mention(candidate.start, end, "Place", "site")
        ends[end] = name
        yield name


def _is_site(candidate: NamePhrase, tail: str, in_place: bool) -> bool:
    """Whether the candidate has what makes its tail a name; `in_place` if it stands behind 在, 到 …"""
    if candidate.anchored:
        return candidate.own or tail not in _NEEDS_OWN
    return candidate.proper or (candidate.own and (in_place or tail in _SURE))


def own_names(sheet: NerDocument) -> Iterator[Mention]:
    """A site without the divisions or the street before it, where it has a name of its own.

    沔阳县蓝月酒吧 is two names; 合肥市规划展示馆 is one, because 规划 is a word of the field.
    """
    for name in sheet.names:
        if name.type != "Place" or not (tail := SITES.ending(sheet.text, name.end)):
            continue
        cuts = _heads(sheet, name.start, name.end - len(tail))
        if cuts and _has_own_word(sheet, cuts[-1], name.end - len(tail)):
            for start, end in pairwise([name.start, *cuts]):
                yield Mention(start, end, "Place", "own-name")
            yield Mention(cuts[-1], name.end, "Place", "own-name")


def _heads(sheet: NerDocument, start: int, end: int) -> list[int]:
    """The ends of the divisions, countries and streets that stand one behind another at the start."""
    cut = _head_end(sheet, start, end)
    return [cut, *_heads(sheet, cut, end)] if cut else []


def _head_end(sheet: NerDocument, start: int, end: int) -> int | None:
    gazetteer = Gazetteer.load()
    cuts = range(min(end, start + 12), start + 1, -1)
    for cut in cuts:
        head = sheet.text[start:cut]
        if head in ABROAD or gazetteer.is_full_name(head):
            return cut
    # Old divisions, which the gazetteer lacks.
    old = next((cut for cut in cuts if _OLD.fullmatch(sheet.text, start, cut)), None)
    if old and not sheet.text[start:old].endswith(_NO_CITY):
        return old
    return next((cut for cut in cuts if _STREET.fullmatch(sheet.text, start, cut)), None)


def _has_own_word(sheet: NerDocument, start: int, end: int) -> bool:
    """Whether a word here is not of the common field."""
    words = (sheet.text[max(w.start, start) : min(w.end, end)] for w in sheet.words_between(start, end))
    return any(len(word) > 1 and word not in _COMMON for word in words)


def house_numbers(sheet: NerDocument) -> Iterator[Mention]:
    """The street without the number of the house: 解放路18号, behind its district perhaps."""
    for name in sheet.names:
        if name.type != "Place":
            continue
        if match := _HOUSE.search(sheet.text, name.start, name.end):
            yield Mention(name.start, match.start(), "Place", "street")
        elif (match := _ADDRESS.match(sheet.text, name.end)) and not sheet.name_starting(name.end):
            yield Mention(*match.span(), "Place", "street")


def regions(sheet: NerDocument) -> Iterator[Mention]:
    """地区 belongs to a name that is no division: 青阳岭地区; 河北地区 is 河北."""
    gazetteer = Gazetteer.load()
    for name in sheet.names:
        if name.type != "Place":
            continue
        stem = sheet[name].removesuffix("地区")
        if (
            stem != sheet[name]
            and gazetteer.lookup_above_towns(stem)
            and not gazetteer.is_full_name(sheet[name])
        ):
            yield Mention(name.start, name.end - 2, "Place", "region")
        elif (
            len(stem) > 1
            and sheet.text.startswith("地区", name.end)
            and not gazetteer.lookup(stem)
            and stem not in ABROAD
        ):
            yield Mention(name.start, name.end + 2, "Place", "region")


def towns_in_list(sheet: NerDocument) -> Iterator[Mention]:
    """Short names of divisions in a list with places: 颛桥、马桥、吴泾."""
    edges = {edge for n in sheet.names if n.type == "Place" for edge in (n.start, n.end)}
    items = [match.span() for match in _TOWN_ITEM.finditer(sheet.text)]
    found: set[tuple[int, int]] = set()
    for start, end in [*items, *reversed(items)]:
        beside = start - 1 in edges or (end + 1 in edges and sheet.text[end] in "、和及")
        if beside and sheet.ends_word(end) and _is_short_name(sheet.text[start:end]):
            edges |= {start, end}
            found.add((start, end))
    return (Mention(start, end, "Place", "listed") for start, end in sorted(found))


def _is_short_name(item: str) -> bool:
    return item not in COMMON and bool(Gazetteer.load().lookup(item))


def venues(sheet: NerDocument) -> Iterator[Mention]:
    """Centres, halls and grounds: Place where someone is or goes, Organisation where they act."""
    posts = sheet.posts()
    visited = _visited(sheet)
    after: Mention | None = None
    for name in reversed(sheet.names):
        here = name
        if name.type != "Person" and sheet[name].endswith(_PLANTS):
            # What is seen is a part of the plant: 水厂的泵房.
            part = sheet.text.startswith("的", name.end)
            here = replace(name, type="Place" if part else "Organisation", by="venue" if part else "acting")
            yield here
        elif name.type in {"Place", "Organisation"} and sheet[name].endswith(_ACTING):
            here = _in_context(sheet, name, after, name in visited, posts)
            yield here
        after = here


def _visited(sheet: NerDocument) -> set[Mention]:
    """The names behind 在, 到, 参观 …, and those that are listed behind them."""
    found: set[Mention] = set()
    before: Mention | None = None
    for name in sheet.names:
        listed = before in found and before and _LIST.fullmatch(sheet.text, before.end, name.start)
        if listed or _TOWARDS.search(sheet.text, max(0, name.start - 4), name.start):
            found.add(name)
        before = name
    return found


def _in_context(
    sheet: NerDocument, name: Mention, after: Mention | None, visited: bool, posts: set[int]
) -> Mention:
    """The name with the type that its neighbours give it."""
    if name.type == "Place" and Gazetteer.load().lookup_above_towns(sheet[name]):
        return name
    with_body = after and after.type == "Organisation" and _LIST.fullmatch(sheet.text, name.end, after.start)
    if visited:
        return replace(name, type="Place", by="venue")
    if with_body or name.end in posts or _ACTS.match(sheet.text, name.end):
        return replace(name, type="Organisation", by="acting")
    return name


RULES = (
    regions,
    towns_in_list,
    sites,
    venues,
    own_names,
    house_numbers,
)


@Language.component("kg_places", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_places(doc: Doc) -> Doc:
    """Find and complete the sites of a document, and tell them from bodies."""
    return apply(doc, finding(RULES))
