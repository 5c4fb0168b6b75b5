"""`kg_places`: named sites, buildings and grounds, with the words of their names in front of their tails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.divisions import Gazetteer
from kg.ner.divisions import ABROAD
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
    umbrella=frozenset(),
    # 项目“司机之家”选址现场
    quoted=re.compile("“[^“”]{1,10}”$"),
)
_TAILS = Tails(_WORDS["sites"])
_NEEDS_OWN = frozenset(_WORDS["needs_own"])
_SURE = frozenset(_WORDS["sure"])
_ACTING = tuple(_WORDS["acting"])
_TOWARDS = re.compile(f"{alternatives(_WORDS['towards'])}$")
_ACTS = re.compile(
    f"{alternatives(_WORDS['acts'])}|等[0-9一二三四五六七八九十多余几]*[个家]?(?:单位|部门|机构)"
)
_LIST = re.compile("、|、?(?:和|及|以及|与)\\s*")
# The full name of a division or a street: what stands behind it is a name by itself (长乐市 + 拉丁酒吧).
_FULL = re.compile("..*(?:[省市县区镇乡州路街]|街道|大道|[0-9]号)")
_HOUSE = re.compile("(?<=[路街道巷])[0-9]+号?")
# What a list of short names of places is summed up by: 新安、玉龙等社区.
_ITEM = re.compile("(?<=、)[\u4e00-\u9fff]{2,4}?(?=[、等])")
_TOWN_ITEM = re.compile("(?<=[、和及])[\u4e00-\u9fff]{2,3}(?=[、，。的和及等])")
_SUM = re.compile(
    "(?:、[\u4e00-\u9fff]{2,4})+等(?:[0-9一二三四五六七八九十两多几]+个)?(?:社区|镇|乡|村|街道|县|区|市|省|地|国家|辖区)"
)


def sites(sheet: Sheet) -> Iterator[Mention]:
    """Names that end in a tail of sites: 鲤鱼墩遗址, 渔业工会旧址, 时代广场."""
    text = sheet.text
    ends = {name.end: name for name in sheet.names}
    for end in range(2, len(text) + 1):
        tail = _TAILS.ending(text, end)
        if tail is None or not sheet.ends_word(end):
            continue
        candidate = phrase(sheet, _LEXICON, ends, end - len(tail), end)
        if not _is_site(candidate, tail):
            continue
        whole, candidate = candidate, _without_division(sheet, candidate, ends)
        covering = next((n for n in sheet.names if n.start <= candidate.start and end <= n.end), None)
        if covering and (covering.type == "Organisation" or covering.end > end):
            continue
        name = Mention(candidate.start, end, "Place", "site")
        ends[end] = name
        if whole.start < name.start:
            yield Mention(whole.start, name.start, "Place", "site")
        yield name


def _is_site(candidate: Phrase, tail: str) -> bool:
    if candidate.anchored:
        return candidate.own or tail not in _NEEDS_OWN
    return candidate.proper or (candidate.own and tail in _SURE)


def _without_division(sheet: Sheet, candidate: Phrase, ends: Mapping[int, Mention]) -> Phrase:
    """The site alone where it has a name of its own behind the full name of a division."""
    anchor = ends.get(candidate.inner)
    if not candidate.own or anchor is None:
        return candidate
    if anchor.type == "Place" and _is_full(sheet[anchor]):
        return replace(candidate, start=candidate.inner)
    # A body that is part of the site begins with the division perhaps: 永平街 + 新世界片区服务中心驿站.
    word = sheet.word_at(anchor.start)
    if (
        anchor.type == "Organisation"
        and word.tag == "LOC"
        and _is_full(sheet[word])
        and word.end < anchor.end
    ):
        return replace(candidate, start=word.end)
    return candidate


def _is_full(name: str) -> bool:
    return name in ABROAD or (_FULL.fullmatch(name) is not None and not name.endswith(tuple(_WORDS["sites"])))


def house_numbers(sheet: Sheet) -> Iterator[Mention]:
    """The street without the number of the house: 起义路217号."""
    for name in sheet.names:
        match = _HOUSE.search(sheet.text, name.start, name.end) if name.type == "Place" else None
        if match:
            yield Mention(name.start, match.start(), "Place", "street")


def regions(sheet: Sheet) -> Iterator[Mention]:
    """地区 belongs to a name that is no division: 门城地区; 河北地区 is 河北."""
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
        elif sheet.text.startswith("地区", name.end) and not gazetteer.lookup(stem) and stem not in ABROAD:
            yield Mention(name.start, name.end + 2, "Place", "region")


def listed(sheet: Sheet) -> Iterator[Mention]:
    """Short names in a list that is summed up as places: 新安、玉龙、括东等社区."""
    gazetteer = Gazetteer.load()
    for match in _SUM.finditer(sheet.text):
        start = match.start()
        first = sheet.word_at(start - 1) if start else None
        items = [(start + item.start(), start + item.end()) for item in _ITEM.finditer(match[0])]
        if first and first.end == start and 1 < first.end - first.start < 5 and first.tag not in {"v", "w"}:
            items.insert(0, (first.start, first.end))
        if any(gazetteer.lookup(sheet.text[s:e]) for s, e in items):
            yield from (Mention(s, e, "Place", "listed") for s, e in items)


def towns_in_list(sheet: Sheet) -> Iterator[Mention]:
    """Short names of divisions in a list with places: 罗店、大场、淞南."""
    gazetteer = Gazetteer.load()
    edges = {edge for n in sheet.names if n.type == "Place" for edge in (n.start, n.end)}
    items = [match.span() for match in _TOWN_ITEM.finditer(sheet.text)]
    found: set[tuple[int, int]] = set()
    for start, end in [*items, *reversed(items)]:
        beside = start - 1 in edges or (end + 1 in edges and sheet.text[end] in "、和及")
        if beside and sheet.ends_word(end) and gazetteer.lookup(sheet.text[start:end]):
            edges |= {start, end}
            found.add((start, end))
    return (Mention(start, end, "Place", "listed") for start, end in sorted(found))


def venues(sheet: Sheet) -> Iterator[Mention]:
    """Centres, halls and grounds: Place where someone is or goes, Organisation where they act."""
    posts = sheet.posts()
    towards = False
    for i, name in enumerate(sheet.names):
        if not (i and _LIST.fullmatch(sheet.text, sheet.names[i - 1].end, name.start)):
            towards = _TOWARDS.search(sheet.text, max(0, name.start - 4), name.start) is not None
        if name.type in {"Place", "Organisation"} and sheet[name].endswith(_ACTING):
            after = sheet.names[i + 1] if i + 1 < len(sheet.names) else None
            yield _in_context(sheet, name, after, towards, posts)


def _in_context(sheet: Sheet, name: Mention, after: Mention | None, towards: bool, posts: set[int]) -> Mention:
    """The name with the type that its neighbours give it."""
    if name.type == "Place" and Gazetteer.load().lookup_above_towns(sheet[name]):
        return name
    with_body = after and after.type == "Organisation" and _LIST.fullmatch(sheet.text, name.end, after.start)
    if towards:
        return replace(name, type="Place", by="venue")
    if with_body or name.end in posts or _ACTS.match(sheet.text, name.end):
        return replace(name, type="Organisation", by="acting")
    return name


RULES = (house_numbers, regions, listed, towns_in_list, sites, venues)


@Language.component("kg_places", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_places(doc: Doc) -> Doc:
    """Find and complete the sites of a document, and tell them from bodies."""
    return apply(doc, RULES)
