"""`kg_divisions`: countries, provinces, cities, counties, towns, villages: each level a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.countries import COUNTRIES, REGIONS
from kg.language.datelines import find_datelines
from kg.language.divisions import Gazetteer
from kg.language.tables import read_word_lists
from kg.language.text import alternation
from kg.model.records import Mention
from kg.ner.rules.document import NerDocument, apply, finding
from kg.ner.rules.roads import roads
from kg.ner.rules.suffixes import ALL_BODIES
from kg.ner.spans import by_model

_WORDS = read_word_lists("kg.ner.rules", "divisions")
COMMON = frozenset(_WORDS["common"])
ABROAD = COUNTRIES | REGIONS | frozenset(_WORDS["foreign_cities"])
_ABROAD_NAMES = re.compile(alternation(ABROAD))
_PEOPLE = re.compile("[人语文籍裔式盾币]")
_COUNTRY = "".join(_WORDS["country_characters"])
_SURE = "".join([*_WORDS["sure_characters"], *_WORDS["division_characters"]])

_VERBS = frozenset(read_word_lists("kg.ner.rules", "organisations")["stops"]) | {"联合", "携手", "会同"}
_SUFFIX = re.compile("街道|地区|街|[省市县区旗州盟镇乡]")
_LONGEST = 12
# A lower level right behind a known one, where the gazetteer does not have it (old names, villages).
_BELOW = re.compile(
    "[^\\W\\d和与及等的在于位举行两各辖农全本该这那我是有为新老大主]{1,4}?(?:街道|社区|[镇乡村市县区])(?![委民口里居长])"
)
# 泗洪归仁镇: two characters of a county, two of a town and its level.
_WITH_COUNTY = 5
_GROUP = re.compile("第?[一二三四五六七八九十]{1,2}(?:村民小)?组")
_TWO_COUNTRIES = re.compile(f"[{_COUNTRY}]{{2,4}}")
# What two or three countries have with one another: 中巴友谊.
_BETWEEN = re.compile(
    f"(?:(?<![\u4e00-\u9fff])[{_COUNTRY}]{{2,3}}|中[{_COUNTRY}])(?={alternation(_WORDS['between'])})"
)
# 访法, 赴美, 在温, 抵京, 来粤: a verb of movement before a one-character name.
_TOWARDS = re.compile(f"(?<=[赴访抵驻援返离来在])[{_SURE}]")


def _place(start: int, end: int, by: str) -> Mention:
    return Mention(start, end, "Place", by)


def full_names(sheet: NerDocument) -> Iterator[Mention]:
    """Full names of the gazetteer: 安庆市, 怀宁县, 石牌镇; 市区 behind a city belongs to it."""
    text = sheet.text
    free = -1
    for match in _SUFFIX.finditer(text):
        end = match.end()
        start = _full_name_start(sheet, free, end)
        if start is None or _inside_body(sheet, start, end):
            continue
        if _is_city_proper(sheet, end):
            end += 1
        yield _place(start, end, "division")
        free = end


def _is_city_proper(sheet: NerDocument, end: int) -> bool:
    """Whether 区 that belongs to the name of a city follows: 安庆市|区."""
    return sheet.text[end - 1] == "市" and sheet.text.startswith("区", end) and sheet.ends_word(end + 1)


def _inside_body(sheet: NerDocument, start: int, end: int) -> bool:
    """Whether a longer name that is not a place holds it: 安庆市总工会."""
    return any(
        end <= n.end and n.end - n.start > end - start and _is_body(sheet, n)
        for n in sheet.overlapping(start, start + 1)
    )


def _is_body(sheet: NerDocument, name: Mention) -> bool:
    """Whether the name is no place: what the recogniser calls a body should end like one."""
    if name.type == "Organisation":
        return ALL_BODIES.ending(sheet.text, name.end) is not None or not by_model(name)
    return name.type == "Person"


def _full_name_start(sheet: NerDocument, free: int, end: int) -> int | None:
    """Where the longest full name that ends here starts, if it is sure to be one."""
    gazetteer = Gazetteer.load()
    for start in range(max(free, end - _LONGEST, 0), end - 1):
        name = sheet.text[start:end]
        if name in COMMON or not (
            gazetteer.is_full_name(name) or (name.endswith("街") and gazetteer.is_full_name(name + "道"))
        ):
            continue
        word = sheet.word_at(start)
        # 联合|石牌镇总工会 as one word: a verb before the name.
        if start - word.start > 1 and sheet.text[word.start : start] in _VERBS:
            return start
        # 合肥市|民, 湘|西山区: no; 湖北省|沔阳县: a lower level goes on.
        within = word.end > end and word.tag in {"LOC", "ORG"}
        ends = within or sheet.ends_word(end) or _is_city_proper(sheet, end) or _BELOW.match(sheet.text, end)
        begins = word.start == start and word.tag not in {"v", "p", "d", "c"}
        if ends and (start == free or begins):
            return start
    return None


def lower_levels(sheet: NerDocument) -> Iterator[Mention]:
    """Towns and villages that the gazetteer lacks, right behind a division: 青石镇柳湾村, 四组."""
    read: set[int] = set()
    for name in sheet.names:
        if name.type != "Place":
            continue
        position = name.end
        # The levels behind a name are read once, though one of them may be a name already.
        while position not in read and (
            match := _BELOW.match(sheet.text, position) or _GROUP.match(sheet.text, position)
        ):
            read.add(position)
            if not sheet.ends_word(match.end()) or match[0] in COMMON or _is_common(sheet, match):
                break
            # 江苏|泗洪|归仁镇: a county by its short name between.
            if county := _short_county(match):
                yield _place(position, county, "lower-level")
            yield _place(county or position, match.end(), "lower-level")
            position = match.end()


def _short_county(match: re.Match[str]) -> int | None:
    """Where the short name of a county ends, if the match begins with one and goes on to a lower level."""
    if match[0][-1] not in "镇乡村" or len(match[0]) < _WITH_COUNTY:
        return None
    known = Gazetteer.load().lookup_above_towns(match[0][:2])
    return match.start() + 2 if any(division.level == "county" for division in known) else None


def _is_common(sheet: NerDocument, match: re.Match[str]) -> bool:
    """Whether the words are common nouns: 灾区, 股市; a group of villagers is a place all the same."""
    word = sheet.word_at(match.start())
    return (
        word.start == match.start() and word.tag not in {"LOC", "nz", "PER", "ORG"} and "组" not in match[0]
    )


def _is_known(name: str) -> bool:
    return name in ABROAD or bool(len(name) > 1 and Gazetteer.load().lookup_above_towns(name))


def abroad(sheet: NerDocument) -> Iterator[Mention]:
    """Countries and cities abroad at the head of a longer word: 伦敦奥运会."""
    for match in _ABROAD_NAMES.finditer(sheet.text):
        start, end = match.span()
        word = sheet.word_at(start)
        proper = word.tag in {"nz", "LOC", "ORG"} and not _PEOPLE.match(sheet.text, end)
        if word.start == start and (proper or word.end == end) and not sheet.overlapping(start, end):
            yield _place(start, end, "abroad")


def datelines(sheet: NerDocument) -> Iterator[Mention]:
    """The place at the head of a report: 本报酒泉讯."""
    for dateline in find_datelines(sheet.text):
        if dateline.place and _is_known(sheet.text[slice(*dateline.place)]):
            yield _place(*dateline.place, "dateline")


def _characters(start: int, end: int) -> Iterator[Mention]:
    return (_place(i, i + 1, "one-character") for i in range(start, end))


def _is_guess(name: Mention, start: int) -> bool:
    """Whether only the recogniser has a name from here: 中柬 as a body."""
    return by_model(name) and name.start == start


def one_character(sheet: NerDocument) -> Iterator[Mention]:
    """Countries and provinces of one character: 中美关系, 访法, 在温召开."""
    for match in _TWO_COUNTRIES.finditer(sheet.text):
        start, end = match.span()
        name = sheet.name_starting(start)
        if name and name.end == end and name.type == "Place" and sheet[name] not in ABROAD:
            yield from _characters(start, end)
    for match in _BETWEEN.finditer(sheet.text):
        start, end = match.span()
        crossed = any(not _is_guess(name, start) for name in sheet.overlapping(start, end))
        if match[0] not in ABROAD and not crossed and sheet.starts_word(start):
            yield from _characters(start, end)
    for match in _TOWARDS.finditer(sheet.text):
        start, end = match.span()
        if any(name.type == "Person" for name in sheet.overlapping(start, end)):
            continue
        if sheet.ends_word(end) and (sheet.starts_word(start) or sheet.starts_word(start - 1)):
            yield _place(start, end, "one-character")


RULES = (
    abroad,
    full_names,
    lower_levels,
    datelines,
    one_character,
    roads,
)


@Language.component("kg_divisions", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_divisions(doc: Doc) -> Doc:
    """Correct the places of a document by the gazetteer of divisions."""
    return apply(doc, finding(RULES))
