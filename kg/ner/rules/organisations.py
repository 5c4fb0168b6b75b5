"""`kg_organisations`: the outermost names of bodies, from the area in front to the department behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.countries import COUNTRIES, leading_country
from kg.language.divisions import Gazetteer
from kg.language.tables import read_word_lists
from kg.language.text import alternation
from kg.model.records import Mention
from kg.ner.rules.document import NerDocument, apply, finding
from kg.ner.rules.name_phrases import AREAS, LONGEST, POINTING, Lexicon, NamePhrase, phrase
from kg.ner.rules.suffixes import ALL_BODIES, BODIES, Tails
from kg.ner.spans import by_model

_WORDS = read_word_lists("kg.ner.rules", "organisations")
_LEXICON = Lexicon(
    stops=frozenset(_WORDS["stops"]),
    generic=frozenset(_WORDS["generic"]),
    fields=frozenset(_WORDS["fields"]),
    joints=frozenset(_WORDS["joints"]),
    umbrella=frozenset(_WORDS["umbrella"]),
    # “4·18”特别重大火灾事故调查组
    quoted=re.compile(r"“[\d·.．]+”$"),
    lenient=True,
)
_STRONG = frozenset(_WORDS["strong"])
_SURE = frozenset(_WORDS["sure"])
_NEEDS_OWN = frozenset(_WORDS["needs_own"])
_DEPARTMENTS = frozenset(_WORDS["departments"])
_NO_BODIES = Tails(_WORDS["not_tails"])
_PLURAL = tuple(_WORDS["plural_areas"])
_KNOWN = re.compile(alternation(_WORDS["known"]))
_TWO_KNOWN = re.compile(f"({alternation(_WORDS['known'])})({alternation(_WORDS['known'])})")
_BARE = re.compile(alternation(_WORDS["bare"]))
_AREA = "".join(sorted(AREAS))
_POINTED = re.compile(f"{POINTING.pattern}$|[省市县区州]、$")
# 市总 is a 市总工会 before its officers and what bodies do; 市总体规划 is none.
_UNION = "[省市县区州旗]总(?=党组|机关|常务|副?主席|经审|女职|权益|组织|开展|举办|召开|联合|在|、|，|。|的)"
_ELLIPTIC = re.compile(f"团[省市县区州]委|{_UNION}|[{_AREA}]{alternation(_WORDS['of_area'])}")
# The committee of a body that is pointed at by one character: 局党委, 院机关党委.
_COMMITTEE = re.compile(
    "(?:[局厅委校院部司处所系]|学院|大学|学校|公司|集团|医院|机关)(?:机关)?(?:党委|党组|党总支|党支部|纪委|团委)"
)
# A party body inside a body that is named: the title has it (党组书记), the name has not.
_PARTY_POST = re.compile(
    "(?:党组|党委|党工委|纪委|纪检组)(?=副?书记|成员|委员)|工会(?=干部|主席|会员|组织|工作)"
)
_AND = re.compile("、|、?(?:和|及|以及|与)")
_JOINED = re.compile(f"[和与及、](?=[{_AREA}])")
# What a body does with another one: 市总工会|联合|团市委.
_WITH = re.compile("联合|会同|携手|协同|联手")
# The place of registration, or of one of the campuses, in brackets.
_BRACKETED = re.compile("[（(][\u4e00-\u9fff]{2,6}[）)]")
_FIRM = re.compile(
    "(?:集团|控股|投资|股份|实业){0,2}(?:股份)?有限(?:责任)?公司|集团公司|集团|股份公司|律师事务所"
)
# Units and crews that are named by what they are for, or by a number: 机动二中队, 三公司, 第一项目部.
_UNIT = re.compile(
    # The look-ahead lets the search skip what begins no unit.
    "(?=[机特执侦作防工警勤新海女第二三四五六七八九十])(?:"
    "(?:机动|特战|特勤|执勤|侦察|作战支援|作战|防化|工兵|警通|勤务|勤务保障|新兵|警犬|海警|女子)"
    "第?[一二三四五六七八九十]{0,2}(?:支队|大队|中队|连)"
    "|(?<![某另这每同进唯第])第?[二三四五六七八九十]公司"
    "|第[一二三四五六七八九十]+大?(?:项目部|分公司|工程处|施工队|工区))"
)
# Committees that are named by their kind alone where one of their officers is, among those of other bodies.
_OFFICE = re.compile("工会(?<=[、，；兼]..)|[村居]委会(?:(?<=[、，；兼]...)|(?<=(?:当选|担任)...))")
# Units of the forces whose number is kept back: 东部战区海军某支队.
_SECRET = re.compile(
    "(?:[东南西北中]部战区|第?[一二三四五六七八九十0-9]{1,3}集团军|陆军|海军|空军|火箭军|武警|海航|空降兵|联勤保障部队){1,3}"
    "[\u4e00-\u9fff]{0,6}?某[\u4e00-\u9fff]{0,5}?(?:旅|团|师|营|连|部|支队|大队|基地)(?!长)"
)
_FOUNDED = re.compile(f"{alternation(_WORDS['founded'])}了?$")
# The team of a country or area: 中国队, 安徽女排.
_TEAM = re.compile("(?:国家)?(?:代表)?队|(?:国家)?[男女](?:足|排|篮|曲|垒|手|冰)(?!球)")
_OWN_TEAM = re.compile("(?:代表|消防|救援|服务|志愿|文艺|宣传|足球|篮球|龙舟|舞)队$")
# What may follow a name inside one word of the recogniser: 公安局长, 总工会界, 中国青年报讯.
# 公司党委书记 holds a post in the company: its committee is no name by itself.
_COMPANIES = ("公司", "集团")
_SECRETARY = re.compile("副?书记")
_UNION_OF = re.compile("工作|品牌|事业|系统|干部|组织|力量|特色|改革")
_DIVISION = re.compile("[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|州|县|区|旗|镇|乡|街道)")
_LEVELS = ("province", "city", "county", "town")
_AFTER = frozenset("界系讯")


def _body(start: int, end: int, by: str) -> Mention:
    return Mention(start, end, "Organisation", by)


def _bodies(sheet: NerDocument) -> Iterator[Mention]:
    return (name for name in sheet.names if name.type == "Organisation")


def _ends(sheet: NerDocument, end: int) -> bool:
    """Whether a name can end here: with a word, before a title, or before 长 that makes its tail a title."""
    if sheet.ends_word(end) or end in sheet.title_starts or _SECRETARY.match(sheet.text, end):
        return True
    if sheet.text[end] == "长":
        return end - 1 in sheet.title_starts
    return sheet.text[end] in _AFTER


def split_joined(sheet: NerDocument) -> Iterator[Mention]:
    """Two bodies that the recogniser joined: 市文联和市侨联."""
    for name in _bodies(sheet):
        pair = _TWO_KNOWN.fullmatch(sheet[name])
        if pair and pair[1] not in _LEXICON.umbrella:
            yield _body(name.start, name.start + pair.end(1), "split")
            yield _body(name.start + pair.end(1), name.end, "split")
        yield from _acting_together(sheet, name)
        for match in _JOINED.finditer(sheet.text, name.start + 2, name.end):
            if ALL_BODIES.ending(sheet.text, match.start()):
                yield _body(name.start, match.start(), "split")
                yield _body(match.end(), name.end, "split")


def _acting_together(sheet: NerDocument, name: Mention) -> Iterator[Mention]:
    """The bodies of a name that has what they do together in it."""
    for match in _WITH.finditer(sheet.text, name.start + 2, name.end):
        yield from _on_both_sides(sheet, name, match)


def _on_both_sides(sheet: NerDocument, name: Mention, verb: re.Match[str]) -> Iterator[Mention]:
    """The bodies before and behind a verb: 县工会|联合|团县委, 公安局|会同; not 供销|联合|社."""
    rest = sheet.text[verb.end() : name.end]
    one = rest and (len(rest) == 1 or ALL_BODIES.ending(rest, len(rest)) == rest)
    if ALL_BODIES.ending(sheet.text, verb.start()) and not one:
        yield _body(name.start, verb.start(), "split")
        if rest:
            yield _body(verb.end(), name.end, "split")


def behind_chain(sheet: NerDocument) -> Iterator[Mention]:
    """The body behind the chain of places where it is, if its own name begins with a larger area.

    德兴市花桥镇江西某纺织有限公司 is 德兴市, 花桥镇 and the firm.
    """
    gazetteer = Gazetteer.load()
    for name in _bodies(sheet):
        cut, level = name.start, -1
        for match in _DIVISION.finditer(sheet.text, name.start, name.end):
            if match.start() != cut or not (found := gazetteer.lookup(match[0])):
                break
            cut, level = match.end(), _LEVELS.index(found[-1].level)
        head = sheet.text[cut : cut + 2]
        larger = [d for d in gazetteer.lookup_above_towns(head) if _LEVELS.index(d.level) < level]
        if cut > name.start and larger and ALL_BODIES.ending(sheet.text, name.end):
            yield from (
                Mention(*m.span(), "Place", "chain") for m in _DIVISION.finditer(sheet.text, name.start, cut)
            )
            yield _body(cut, name.end, "chain")


def joint_taken_in(sheet: NerDocument) -> Iterator[Mention]:
    """A body without the joint behind another one: 县农办|和|县财政局, where 和县 is a county as well."""
    for name in _bodies(sheet):
        before = sheet.name_ending(name.start)
        if before and before.type == "Organisation" and _JOINED.match(sheet.text, name.start):
            yield _body(name.start + 1, name.end, "joint-taken-in")


def teams(sheet: NerDocument) -> Iterator[Mention]:
    """National and provincial teams: 中国队, 安徽女排."""
    for name in sheet.names:
        match = _TEAM.match(sheet.text, name.end) if name.type == "Place" else None
        if match and sheet.ends_word(match.end()):
            yield _body(name.start, match.end(), "team")


def shared_teams(sheet: NerDocument) -> Iterator[Mention]:
    """Areas whose team shares its last word with the next one: 大观区、宜秀区代表队."""
    gazetteer = Gazetteer.load()
    for name in _bodies(sheet):
        if not _OWN_TEAM.search(sheet[name]) or not _DIVISION.match(sheet.text, name.start, name.end):
            continue
        start = name.start
        while (before := sheet.name_ending(start - 1)) and sheet.text[start - 1] in "、和":
            if before.type != "Place" or not gazetteer.is_full_name(sheet[before]):
                break
            yield _body(before.start, before.end, "shared-team")
            start = before.start


def union_of_area(sheet: NerDocument) -> Iterator[Mention]:
    """The area alone in 安庆工会品牌, 安庆工会工作."""
    for name in _bodies(sheet):
        area = sheet[name].removesuffix("工会")
        if area != sheet[name] and _UNION_OF.match(sheet.text, name.end) and Gazetteer.load().lookup(area):
            yield Mention(name.start, name.end - 2, "Place", "union-of-area")


def known(sheet: NerDocument) -> Iterator[Mention]:
    """Bodies of the whole country, by the table."""
    for match in _KNOWN.finditer(sheet.text):
        start, end = match.span()
        if (
            sheet.starts_word(start)
            and _ends(sheet, end)
            and (end - start > 2 or sheet.ends_word(end) or sheet.text[end] == "界")
            and not _of_minister(sheet, start, end)
        ):
            yield _body(start, end, "known-body")


def _of_minister(sheet: NerDocument, start: int, end: int) -> bool:
    """Whether the ministry stands in a minister's post, which is one of the country before: 某国外交部|长."""
    country = sheet.name_ending(start)
    return country is not None and sheet.text.startswith("部长", end - 1) and sheet[country] in COUNTRIES


def offices(sheet: NerDocument) -> Iterator[Mention]:
    """The kinds of committees whose officers are named: 党委书记王强、工会主席李伟; 当选村委会主任."""
    posts = sheet.posts()
    for match in _OFFICE.finditer(sheet.text):
        start, end = match.span()
        elected = sheet.text[start - 1] in "选任" and end in sheet.title_starts
        if (elected or end in posts) and not sheet.within_name(start, end):
            yield _body(start, end, "office")


def bracketed(sheet: NerDocument) -> Iterator[Mention]:
    """Firms and universities with a place in brackets: 晨曦服饰（芜湖）有限公司, 江淮大学（宣城）."""
    ends = {name.end: name for name in sheet.names}
    for match in _BRACKETED.finditer(sheet.text):
        before = ends.get(match.start())
        firm = _FIRM.match(sheet.text, match.end())
        campus = before is not None and sheet[before].endswith("大学") and ends.get(match.end() - 1)
        if not firm and not campus:
            continue
        end = firm.end() if firm else match.end()
        start = before.start if before else _noun_phrase_start(sheet, match.start())
        if start < match.start():
            yield _body(start, end, "bracketed")


def units(sheet: NerDocument) -> Iterator[Mention]:
    """Units of police and army, and numbered firms of a group: 机动二中队, 三公司."""
    for match in chain(_SECRET.finditer(sheet.text), _UNIT.finditer(sheet.text)):
        start, end = match.span()
        if sheet.starts_word(start) and _ends(sheet, end) and not sheet.within_name(start, end):
            yield _body(start, end, "unit")


def of_area(sheet: NerDocument) -> Iterator[Mention]:
    """Bodies of an area, the area named or given by its level alone: 安庆市总工会, 县委, 团省委."""
    places = {name.end: name for name in sheet.names if name.type == "Place"}
    for match in _ELLIPTIC.finditer(sheet.text):
        start, end = match.span()
        if not _ends(sheet, end) or sheet.text.startswith("委会", end - 1):
            continue
        while place := places.get(start) or places.get(start + 1):
            start = place.start
        if any(n.type == "Organisation" and end <= n.end for n in sheet.overlapping(start - 1, start)):
            continue
        start = _with_area(sheet, start)
        if start < match.start() or (sheet.starts_word(start) and not _pointed_at(sheet, start)):
            yield _body(start, end, "body-of-area")


def _with_area(sheet: NerDocument, start: int) -> int:
    """Where the area begins whose level this is, if nobody has marked it: 苏州|市委."""
    if start == 0 or sheet.overlapping(start - 1, start):
        return start
    word = sheet.word_at(start - 1)
    area = sheet.text[word.start : start + 1]
    known = word.end == start and word.tag == "LOC" and Gazetteer.load().is_full_name(area)
    return word.start if known else start


def bare(sheet: NerDocument) -> Iterator[Mention]:
    """Bodies without their area: 住建委, and the committees of bodies: 局党委."""
    for pattern in (_BARE, _COMMITTEE):
        for match in pattern.finditer(sheet.text):
            start, end = match.span()
            if match[0].startswith(_COMPANIES) and start + 2 in sheet.title_starts:
                continue
            if sheet.starts_word(start) and _ends(sheet, end) and not _pointed_at(sheet, start):
                yield _body(start, end, "bare-body")


def _pointed_at(sheet: NerDocument, start: int) -> bool:
    """各市总工会, 各省、区、市红十字会: not one body but many."""
    return start > 0 and _POINTED.search(sheet.text, max(0, start - 2), start) is not None


def by_tail(sheet: NerDocument) -> Iterator[Mention]:
    """Names that end in a tail of bodies, with the words of their field and what they belong to."""
    text = sheet.text
    ends = {name.end: name for name in sheet.names}
    posts = sheet.posts()
    found: list[Mention] = []
    for start, end in BODIES.finditer(text):
        if not _ends(sheet, end):
            continue
        candidate = phrase(sheet, _LEXICON, ends, start, end)
        if not _is_name(sheet, candidate, text[start:end], ends, posts):
            continue
        if _is_covered(candidate, ends.get(end)) or _goes_on(sheet, candidate):
            continue
        name = _body(candidate.start, end, "tail")
        names = list(_acting_together(sheet, name)) or [name]
        ends[end] = names[-1]
        while found and found[-1].end > name.start:
            found.pop()
        found += names
    return iter(found)


def _goes_on(sheet: NerDocument, candidate: NamePhrase) -> bool:
    """Whether a body that a rule knows begins here and is longer: 区委 in 区委办."""
    return any(
        name.type == "Organisation" and candidate.end < name.end and not by_model(name)
        for name in sheet.overlapping(candidate.start, candidate.start + 1)
    )


def _is_covered(candidate: NamePhrase, found: Mention | None) -> bool:
    """Whether a body that ends here is already known in full, or was cut on purpose."""
    if found is None or found.type != "Organisation":
        return False
    return found.start < candidate.start or found.by in {"split", "trimmed"}


def _is_name(
    sheet: NerDocument, candidate: NamePhrase, tail: str, ends: Mapping[int, Mention], posts: set[int]
) -> bool:
    """Whether the candidate has what its tail needs to be a name."""
    start, end = candidate.start, candidate.end
    tail_start = end - len(tail)
    fused = sheet.text.startswith("长", end)
    # 小学|校长, not 小学校|长.
    if fused and ALL_BODIES.ending(sheet.text, end - 1):
        return False
    # A minister's post is one of the country: 国防部|长 behind its name.
    if fused and tail.endswith("部") and leading_country(sheet.text[start:end]):
        return False
    if tail_start in ends and (tail_start in sheet.title_starts or _PARTY_POST.match(sheet.text, tail_start)):
        return False
    if sheet.text.startswith(_PLURAL, start) or (len(tail) == 1 and not _is_word(sheet, tail_start, end)):
        return False
    if candidate.anchored:
        return candidate.own or tail not in _NEEDS_OWN
    if start == tail_start:
        return len(tail) > 1 and (_joined(sheet, start, ends) or (tail in _DEPARTMENTS and end in posts))
    if (candidate.own and tail in _SURE) or (candidate.proper and tail in _STRONG):
        return True
    before_post = end in posts or (fused and end - 1 in posts)
    founded = _FOUNDED.search(sheet.text, max(0, start - 4), start)
    return before_post or founded is not None or _joined(sheet, start, ends)


def _is_word(sheet: NerDocument, start: int, end: int) -> bool:
    """Whether a one-character tail is one: 组织部, 宣教处; not 干部, 到处."""
    if _NO_BODIES.ending(sheet.text, end):
        return False
    word = sheet.word_at(start)
    if word.start == start and word.tag in {"v", "p", "c", "u", "d", "q"}:
        return False
    return start - word.start != 1 or word.tag in {"ORG", "LOC", "nz"}


def _joined(sheet: NerDocument, start: int, ends: Mapping[int, Mention]) -> bool:
    """Whether a body stands before, joined by 、 or 和: 县教育局、民政局和司法局."""
    for width in (1, 2):
        name = ends.get(start - width)
        if name and name.type == "Organisation" and _AND.fullmatch(sheet.text, start - width, start):
            return True
    return False


def _noun_phrase_start(sheet: NerDocument, end: int) -> int:
    """Where the words that can make a name begin, going left from here."""
    start = end
    while start and end - start < LONGEST:
        word = sheet.word_at(start - 1)
        piece = sheet.text[word.start : start]
        inside = word.tag in {"n", "nz", "vn", "a", "LOC", "ORG", "s", "f"} or piece in _LEXICON.fields
        if not inside or piece in _LEXICON.stops or not piece[-1].isalnum():
            break
        start = word.start
    return start


RULES = (
    split_joined,
    units,
    offices,
    bare,
    of_area,
    known,
    by_tail,
    bracketed,
    joint_taken_in,
    teams,
    shared_teams,
    behind_chain,
    union_of_area,
)


@Language.component("kg_organisations", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_organisations(doc: Doc) -> Doc:
    """Find and complete the bodies of a document."""
    return apply(doc, finding(RULES))
