"""`kg_corrections`: what the words of a document say against the names that the network found in it.

The network that names things sees characters; the words and their parts of speech, and what stands elsewhere
in the article, show some of its names to be cut wrongly or to be none. Names by a rule, and by another
recogniser, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.countries import leading_country
from kg.language.divisions import Gazetteer
from kg.language.surnames import surname_length
from kg.language.tables import read_word_lists
from kg.language.text import alternation
from kg.model.records import Mention, MentionType
from kg.ner.recognisers.press import BY
from kg.ner.rules.document import Exclusion, NerDocument, Rule, apply, dropping, finding
from kg.ner.rules.name_phrases import AREAS
from kg.ner.rules.people import FIRST_CHARACTERS, FUNCTION_CHARACTERS
from kg.ner.rules.suffixes import ALL_BODIES, SITES

_WORDS = read_word_lists("kg.ner.rules", "corrections")
_HAN = re.compile("[\u4e00-\u9fff]+")
_COMMON = frozenset({"n", "vn", "an", "a", "v", "f", "s"})
# … and those of what no person's name is made of without a surname in front.
_NO_PERSON = _COMMON | {"ad", "d", "vd", "m", "q", "p"}
_DIVISION = frozenset("省市县区州盟旗镇乡村")
_CUP = re.compile("杯(?![业具子])")
# Before a surname or given name: 老周, 小李, 阿明.
_FAMILIAR = frozenset("老小阿大")
_GROUP = re.compile(f"{alternation(_WORDS['groups'])}$")
_OWN = re.compile('[“”"0-9·．]')
_CONGRESS = re.compile("(?:第?[一二三四五六七八九十]{1,3}(?:大|届[一二三四五六七八九十]{1,2}中全会)|全会)$")
_BODIES = read_word_lists("kg.ner.rules", "organisations")
_GENERIC = frozenset([*_BODIES["generic"], *_BODIES["fields"], *_BODIES["needs_own"], *_WORDS["generic"]])
# What follows a name must differ so often before its last character is told from what follows.
_CONTEXTS = 3
_UNION_POST = re.compile("(?:常务)?副?主席|负责人|干事|委员(?!会)")
# A trade behind the brand of a firm, and the union's officer: 耀华|纺织|工会主席.
_TRADE_UNION = re.compile("[\u4e00-\u9fff]{2}(?=工会(?:常务)?副?主席)")
_BRACKETS = dict(zip("“《«（(【", "”》»）)】", strict=True))


def _ours(sheet: NerDocument, type_: MentionType) -> Iterator[Mention]:
    """The names of the type that our network found, and no rule confirmed."""
    return (name for name in sheet.names if name.type == type_ and name.by == BY)


def without_surname(sheet: NerDocument) -> list[Mention]:
    """Persons that neither begin with a surname nor are persons by the words: 列席."""
    return [
        name
        for name in _ours(sheet, "Person")
        if name.end - name.start < 4
        and _HAN.fullmatch(sheet[name])
        and not surname_length(sheet.text, name.start, FIRST_CHARACTERS)
        and sheet.text[name.start] not in _FAMILIAR
        and name.start not in sheet.title_ends
        and all(word.tag in _NO_PERSON for word in sheet.words_between(name.start, name.end))
    ]


def common_elsewhere(sheet: NerDocument) -> list[Mention]:
    """Persons without a common surname that are a noun or verb elsewhere in the text: 比武 in 大比武."""
    common = {sheet[word] for word in sheet.words if word.tag in _COMMON}
    return [
        name
        for name in _ours(sheet, "Person")
        if name.end - name.start < 3 and not surname_length(sheet.text, name.start) and sheet[name] in common
    ]


def in_proper_nouns(sheet: NerDocument) -> list[Mention]:
    """What a proper noun begins with, which is no such name: 运河 in 运河杯, 中华 in 中华民族."""
    dropped = []
    for name in sheet.names:
        word = sheet.word_at(name.start)
        goes_on = word.tag == "nz" and word.start == name.start and name.end < word.end
        if name.by == BY and (goes_on or _CUP.match(sheet.text, name.end)):
            dropped.append(name)
    return dropped


def with_joint(sheet: NerDocument) -> list[Mention]:
    """A character and the joint behind it: 惠及."""
    return [
        name
        for name in _ours(sheet, "Place")
        if name.end - name.start == 2 and sheet.word_at(name.end - 1).tag == "c"
    ]


def half_closed(sheet: NerDocument) -> list[Mention]:
    """Bodies across a mark that closes what opened before them: 区）总工会 in 各县（市、区）总工会."""
    return [
        name
        for name in _ours(sheet, "Organisation")
        if any(
            close in sheet[name] and opening not in sheet[name].partition(close)[0]
            for opening, close in _BRACKETS.items()
        )
    ]


def without_tail(sheet: NerDocument) -> list[Mention]:
    """Bodies of common words, behind a level perhaps, the last of which is no kind of body: 网吧, 市教育."""
    return [
        name
        for name in _ours(sheet, "Organisation")
        if (sheet.text[name.start] in AREAS or _is_common(sheet, name))
        and not ALL_BODIES.ending(sheet.text, name.end)
    ]


def common_places(sheet: NerDocument) -> list[Mention]:
    """Places of several common words, the last of which is no kind of site: 绿水青山."""
    return [
        name
        for name in _ours(sheet, "Place")
        if _is_common(sheet, name)
        and len(sheet.words_between(name.start, name.end)) > 1
        and not SITES.ending(sheet.text, name.end)
    ]


def _is_common(sheet: NerDocument, name: Mention) -> bool:
    return all(word.tag in _COMMON for word in sheet.words_between(name.start, name.end))


def generic_bodies(sheet: NerDocument) -> list[Mention]:
    """Bodies of nothing but words that name no body: 职工服务中心, 公司工会."""
    return [
        name
        for name in _ours(sheet, "Organisation")
        if all(sheet[word] in _GENERIC for word in sheet.words_between(name.start, name.end))
        and len(sheet.words_between(name.start, name.end)) > 1
    ]


def unnamed_groups(sheet: NerDocument) -> list[Mention]:
    """Groups without a name of their own: 验收小组; “6·1”事故调查组 has one."""
    return [name for name in _ours(sheet, "Organisation") if _is_group(sheet, name)]


def _is_group(sheet: NerDocument, name: Mention) -> bool:
    return _GROUP.search(sheet[name]) is not None and not _OWN.search(sheet[name])


def congresses(sheet: NerDocument) -> list[Mention]:
    """Congresses and plenary sessions, which are no bodies: 十八大."""
    return [name for name in _ours(sheet, "Organisation") if _CONGRESS.search(sheet[name])]


def always_continued(sheet: NerDocument) -> Iterator[Mention]:
    """A name that the same character follows wherever it stands: 陈建|行 in 陈建行出席, 陈建行的发言."""
    short = [
        name
        for name in _ours(sheet, "Person")
        if name.end - name.start == surname_length(sheet.text, name.start) + 1 > 1
    ]
    followers = _followers(sheet.text, {sheet[name] for name in short})
    for name in short:
        if _is_continued(followers[sheet[name]]):
            yield Mention(name.start, name.end + 1, "Person", "always-continued")


def _followers(text: str, surfaces: Collection[str]) -> Mapping[str, set[str]]:
    """The two characters behind each of the surfaces, wherever it stands in the text."""
    followers: dict[str, set[str]] = {surface: set() for surface in surfaces}
    for length in {len(surface) for surface in surfaces}:
        for end in range(length, len(text) + 1):
            if (surface := text[end - length : end]) in followers:
                followers[surface].add(text[end : end + 2])
    return followers


def _is_continued(followers: Collection[str]) -> bool:
    """Whether the same character, of a name, begins all of them, and there are different ones behind it."""
    thirds = {follower[:1] for follower in followers}
    if len(thirds) != 1 or len(followers) < _CONTEXTS:
        return False
    (third,) = thirds
    return _HAN.fullmatch(third) is not None and third not in FUNCTION_CHARACTERS


def mistaken_places(sheet: NerDocument) -> Iterator[Mention]:
    """Sites and divisions that the network took for bodies: 茶园 and 省 are at the end of no body's name."""
    for name in _ours(sheet, "Organisation"):
        if ALL_BODIES.ending(sheet.text, name.end) or name.end - name.start < 3:
            continue
        if SITES.ending(sheet.text, name.end) or sheet.text[name.end - 1] in _DIVISION:
            yield replace(name, type="Place", by="mistaken-place")


def among_persons(sheet: NerDocument) -> Iterator[Mention]:
    """What the network took for a place or body between two persons in a list: 王强、高怀厅、李伟."""
    starts = {name.start for name in sheet.names if name.type == "Person"}
    ends = {name.end for name in sheet.names if name.type == "Person"}
    for name in sheet.names:
        if name.type == "Person" or name.by != BY:
            continue
        between = name.start - 1 in ends and name.end + 1 in starts
        marks = sheet.text[name.start - 1 : name.start] == sheet.text[name.end : name.end + 1] == "、"
        surname = surname_length(sheet.text, name.start)
        if between and marks and surname and surname < name.end - name.start <= surname + 2:
            yield Mention(name.start, name.end, "Person", "among-persons")


def union_posts(sheet: NerDocument) -> Iterator[Mention]:
    """The firm whose union has an officer: a post in the firm: 晨曦纺织|工会主席; not 县总工会主席."""
    for name in _ours(sheet, "Person"):
        if _TRADE_UNION.match(sheet.text, name.end) and name.start not in sheet.title_ends:
            yield Mention(name.start, name.end + 2, "Organisation", "union-post")
    for name in _ours(sheet, "Organisation"):
        firm = sheet[name].removesuffix("工会")
        named = len(firm) > 2 and firm != sheet[name] and firm[-1] != "总" and firm[-1] not in AREAS
        if named and _UNION_POST.match(sheet.text, name.end) and not Gazetteer.load().lookup(firm):
            yield replace(name, end=name.end - 2, by="union-post")


def ministers(sheet: NerDocument) -> Iterator[Mention]:
    """The country of a minister: a post of the country: 某国国防部 + 长."""
    for name in _ours(sheet, "Organisation"):
        if sheet.text.startswith("部长", name.end - 1) and (country := leading_country(sheet[name])):
            yield Mention(name.start, name.start + len(country), "Place", "minister")


def half_quoted(sheet: NerDocument) -> Iterator[Mention]:
    """What stands on both sides of a bracket that opens in the name: 市委《中共安庆市委, 安庆市“爱心妈妈."""
    for name in _ours(sheet, "Organisation"):
        for at in range(name.start + 1, name.end):
            close = _BRACKETS.get(sheet.text[at])
            if close and close not in sheet.text[at : name.end]:
                if Gazetteer.load().lookup(sheet.text[name.start : at]):
                    yield Mention(name.start, at, "Place", "half-quoted")
                elif ALL_BODIES.ending(sheet.text, at):
                    yield Mention(name.start, at, "Organisation", "half-quoted")
                if ALL_BODIES.ending(sheet.text, name.end):
                    yield Mention(at + 1, name.end, "Organisation", "half-quoted")
                break


DROPPING: tuple[Exclusion, ...] = (
    without_surname,
    common_elsewhere,
    in_proper_nouns,
    with_joint,
    half_closed,
    without_tail,
    generic_bodies,
    common_places,
)

FINDING: tuple[Rule, ...] = (
    always_continued,
    among_persons,
    union_posts,
    ministers,
    half_quoted,
    mistaken_places,
)

# When what stands inside has been found.
DROPPING_AFTER: tuple[Exclusion, ...] = (unnamed_groups, congresses)


_EDITS = (dropping(DROPPING), finding(FINDING), dropping(DROPPING_AFTER))


@Language.component("kg_corrections", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_corrections(doc: Doc) -> Doc:
    """Correct the names of the network by the words."""
    return apply(doc, *_EDITS) if doc.ents else doc
