"""`kg_people`: persons: beside titles, in lists, foreign, by surname and title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.divisions import Gazetteer
from kg.language.surnames import COMMON, COMPOUND, surname, surname_length
from kg.language.tables import read_word_lists
from kg.language.text import alternation
from kg.language.titles import FAMILIAR, FORMS_OF_ADDRESS, skip_space
from kg.model.records import Mention
from kg.ner.rules.document import NerDocument, Word, apply, finding
from kg.ner.rules.minorities import introduced, minorities
from kg.ner.spans import by_model

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
# What a person does who has just been named: a single character between is the end of the name.
_ACTS = re.compile(alternation(_WORDS["acts"]))
_GIVEN = frozenset("".join(_WORDS["given"]))
_ADVERBS = frozenset("".join(_WORDS["adverbs"]))
_GOES_ON = (_FOLLOWERS | _ADVERBS) - _GIVEN
# What goes on behind a name and is no part of it: 到, 们, 也.
FUNCTION_CHARACTERS = _FOLLOWERS | _ADVERBS
_BODY = re.compile("工会|党委|党支部|公司|集团")
_VILLAGE = re.compile("..+[村镇乡]")
_ITEM = re.compile("(?<=、)[^、，。；：\n（）()“”《》 ]{2,4}(?=[、，。；）)])")
# Nouns of three characters end so, and names seldom: 候选人, 周报制.
_NOUN_ENDS = frozenset("人者员们制度性化率法学家会部门队所")
# Parts of speech that may follow a name.
_FUNCTION = frozenset({"v", "vd", "d", "ad", "p", "c", "u", "r", "m", "f"})
_PROPER = frozenset({"PER", "LOC", "ORG", "nz"})
_AFTER = frozenset({"w", "v", "vd", "p", "c", "u", "d", "ad", "r", "m", "t", "TIME", "f", "xc", "vn"})


def _person(start: int, end: int, by: str) -> Mention:
    return Mention(start, end, "Person", by)


def _name_end(sheet: NerDocument, start: int, started: bool) -> int | None:
    """Where a Chinese name that begins here ends, judging by the words: surname and one or two characters.

    Where the recogniser has `started` a name with the surname, any word may follow.
    """
    surname = surname_length(sheet.text, start, FIRST_CHARACTERS)
    # 主任和李强: the name begins behind the rare surname that is a joint here.
    joint = not surname_length(sheet.text, start) and surname_length(sheet.text, start + 1)
    if not surname or joint:
        return None
    for length in (surname + 2, surname + 1):
        end = start + length
        if end > len(sheet.text) or not _HAN.fullmatch(sheet.text, start, end) or not sheet.ends_word(end):
            continue
        if _is_common(sheet, start, end, started) or _runs_on(sheet, end):
            continue
        if (
            started
            or end == len(sheet.text)
            or sheet.word_at(end).tag in _AFTER
            or end in sheet.title_starts
            or _breaks(sheet, end)
            or _is_given_name(sheet, start + surname, end)
        ):
            return end
    return None


def _runs_on(sheet: NerDocument, end: int) -> bool:
    """Whether the last character is a word that goes on behind a name: 冷霜|到, 代表|们."""
    character = sheet.text[end - 1]
    return sheet.word_at(end - 1).start == end - 1 and character in _GOES_ON


def _is_given_name(sheet: NerDocument, start: int, end: int) -> bool:
    """Whether the recogniser knows the part behind the surname for a person's: 包|金山|代表."""
    name = sheet.name_starting(start)
    return name is not None and name.type == "Person" and name.end == end


def _is_common(sheet: NerDocument, start: int, end: int, started: bool) -> bool:
    """Whether what would be a name is common words: 高度, 曾|讲到; not 买|春梅, where the rest is a name."""
    word = sheet.word_at(start)
    if word.end >= end:
        short = end - start == 2 and word.tag not in {"PER", "nz"}
        noun = word.tag == "n" and sheet.text[end - 1] in _NOUN_ENDS
        return short or noun or word.tag in {"a", "ad", "d", "TIME", "m"}
    rest = sheet.word_at(word.end)
    # 和|夫人|表示: what seldom is a surname is none here.
    surname = surname_length(sheet.text, start) > 0
    acting = surname and _acts(sheet, rest)
    named = rest.end == end and word.end == start + 1 and (rest.tag in _PROPER or acting)
    # 雷鸣|远|列席: one character between a verb and what the person does.
    last = surname and rest.end == end == rest.start + 1 and _ACTS.match(sheet.text, end) is not None
    return not started and word.tag in _FUNCTION and not named and not last


def _acts(sheet: NerDocument, word: Word) -> bool:
    """Whether a noun is a name by the verb behind it: 于|海涛|列席; not 于|会议|结束."""
    return word.tag in {"n", "a", "an"} and _ACTS.match(sheet.text, word.end) is not None


def _breaks(sheet: NerDocument, position: int) -> bool:
    return not _HAN.match(sheet.text, position)


def behind_title(sheet: NerDocument) -> Iterator[Mention]:
    """A name right behind a title, however the recogniser cut it: 副县长简志远."""
    for _, title_end in sheet.titles:
        start = skip_space(sheet.text, title_end)
        name = sheet.name_starting(start)
        if name and (name.type == "Organisation" or Gazetteer.load().lookup(sheet[name])):
            continue
        if name and name.type == "Person" and name.end - name.start > 1 and not _cut_short(sheet, name):
            continue
        end = _name_end(sheet, start, started=name is not None) if start < len(sheet.text) else None
        if end and (name is None or end > name.end or (end == name.end and name.type == "Place")):
            yield _person(start, end, "behind-title")


def _cut_short(sheet: NerDocument, name: Mention) -> bool:
    """Whether the recogniser left off the last character of a name: 李云|海、, 周伟|建副院长."""
    text, end = sheet.text, name.end
    surname = surname_length(text, name.start)
    counted = name.start > 0 and text[name.start - 1].isdigit()
    if end >= len(text) or not surname or end - name.start != surname + 1 or counted:
        return False
    word = sheet.word_at(end)
    if word.start == end and word.end == end + 1 and _ACTS.match(text, end + 1):
        return _is_last_character(sheet, name)
    if (
        text[end] in _FOLLOWERS
        or word.start != end
        or word.end != end + 1
        or (word.tag in {"w", "u", "c", "p", "m", "r"} and text[end] != "之")
        or not _HAN.match(text, end)
    ):
        return False
    if end + 1 == len(text) or _breaks(sheet, end + 1) or end + 1 in sheet.title_starts:
        return True
    # 总工程师|陆敏|之|介绍: between a title and a verb.
    return text[end] == "之" and name.start in sheet.title_ends and sheet.word_at(end + 1).tag in {"v", "p"}


def _is_last_character(sheet: NerDocument, name: Mention) -> bool:
    """Whether the character between a name and a verb belongs to the name: 胡开|来|致辞; not 胡开|也|说."""
    character = sheet.text[name.end]
    if character in _FOLLOWERS:
        return character in _GIVEN
    if not _HAN.match(character) or character in _ADVERBS:
        return False
    # 刚 and the like begin a name's last character more often than a clause, where somebody is introduced.
    return sheet.word_at(name.end).tag not in {"d", "c", "p", "u"} or introduced(sheet, name.start)


def surname_left_off(sheet: NerDocument) -> Iterator[Mention]:
    """A rare surname that the recogniser took for a joint: 跑团的|和|志刚."""
    for name in sheet.names:
        start = name.start - 1
        if name.type != "Person" or name.end - name.start != 2 or start < 1 or not by_model(name):
            continue
        if sheet.text[start] in "和从" and sheet.text[start - 1] == "的":
            yield _person(start, name.end, "surname")


def cut_short(sheet: NerDocument) -> Iterator[Mention]:
    """Names that the recogniser cut one character short, before punctuation or a title."""
    for name in sheet.names:
        if name.type == "Person" and _cut_short(sheet, name):
            yield _person(name.start, name.end + 1, "cut-short")


def in_list(sheet: NerDocument) -> Iterator[Mention]:
    """A name in a list of names: 王强、高长发、李伟."""
    ends = {name.end for name in sheet.names if name.type == "Person"}
    starts = {name.start for name in sheet.names if name.type == "Person"}
    for match in _ITEM.finditer(sheet.text):
        start, end = match.span()
        surname = surname_length(sheet.text, start)
        if (
            not surname
            or not surname < end - start <= surname + 2
            or start in starts
            or sheet.name_starting(start)
        ):
            continue
        before = start - 1 in ends
        after = end + 1 in starts and sheet.text[end] == "、"
        if before and (after or sheet.text[end] in "，。；"):
            ends.add(end)
            yield _person(start, end, "in-list")


def before_title(sheet: NerDocument) -> Iterator[Mention]:
    """What the recogniser took for a place right before a title: 杨林森县长."""
    for name in sheet.names:
        if name.type == "Person" or name.end not in sheet.title_starts:
            continue
        length = name.end - name.start
        surname = surname_length(sheet.text, name.start)
        known = Gazetteer.load().lookup(sheet[name])
        if not surname or known or sheet.text[name.end - 1] in "省市县区镇乡村":
            continue
        if by_model(name) and 2 < length <= surname + 2:
            yield _person(name.start, name.end, "before-title")


def between_body_and_title(sheet: NerDocument) -> Iterator[Mention]:
    """What is neither marked nor a title between a body and a title: 科技司|张力新|处长."""
    bodies = {name.end for name in sheet.names if name.type == "Organisation"}
    for title, _ in sheet.titles:
        for length in (3, 2):
            start = title - length
            surname = surname_length(sheet.text, start) if start in bodies else 0
            if surname and surname < length and _HAN.fullmatch(sheet.text, start, title):
                if not sheet.overlapping(start, title):
                    yield _person(start, title, "between-body-and-title")
                break


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


def before_body(sheet: NerDocument) -> Iterator[Mention]:
    """A firm that the recogniser took for a person: 明亮眼镜 before 工会."""
    for name in sheet.names:
        if name.type == "Person" and name.end - name.start > 3 and _BODY.match(sheet.text, name.end):
            yield Mention(name.start, name.end, "Organisation", "before-body")


def villages(sheet: NerDocument) -> Iterator[Mention]:
    """Villages and towns that the recogniser took for persons: 石家村."""
    for name in sheet.names:
        if name.type == "Person" and _VILLAGE.fullmatch(sheet[name]):
            yield Mention(name.start, name.end, "Place", "village")


RULES = (
    minorities,
    surname_left_off,
    behind_title,
    cut_short,
    in_list,
    before_title,
    between_body_and_title,
    foreign,
    addressed,
    before_body,
    villages,
)


@Language.component("kg_people", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_people(doc: Doc) -> Doc:
    """Complete the persons of a document."""
    return apply(doc, finding(RULES))
