"""`kg_exclusions`: what looks like a name and is none by the guidelines: slogans, signatures, kinds."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.tables import read_word_lists
from kg.language.text import alternation
from kg.model.records import Mention
from kg.ner.rules.document import Exclusion, NerDocument, apply, dropping

_WORDS = read_word_lists("kg.ner.rules", "exclusions")
_AFTER_CHINA = re.compile(alternation(_WORDS["after_china"]))
_BEFORE_CHINA = re.compile(f"{alternation(_WORDS['before_china'])}$")
_KINDS = frozenset(_WORDS["kinds"])
_EVENTS = tuple(_WORDS["events"])
_NEVER = frozenset(_WORDS["never"])
_WORK = re.compile(
    "《[^《》\n]*》|«[^«»\n]*»|“[^“”\n]*(?:纪要|条例|办法|意见|通知|方案|规定|决定|报告|计划|总结|要点)”"
)
# At the end of a paragraph: （教育局办公室）.
_SIGNATURE = re.compile(r"[（(][^（）()\n]{2,30}[）)](?=\s*(?:\n|$))")
# … and shortened to a character: （安庆工）, （市宣）.
_SHORT_SIGNATURE = re.compile(r"[（(][\u4e00-\u9fff]{1,4}[工宣讯办组文][）)](?=\s*(?:\n|$))")
# The article's last line, before its date perhaps, with nothing but the body that sent it in.
_LAST_LINE = re.compile(r"\n[^\n，。 ]{2,30}(?=\s*(?:\n\d{4}年\d+月\d+日\s*)?$)")
_PLURAL = ("两国", "三国", "各国", "我国", "乡镇", "镇街", "县区", "区县", "街镇", "镇村", "村居", "各")
_UNNAMED = re.compile(f"[\u4e00-\u9fff]{{1,2}}(?:某{{1,2}}|{alternation(_WORDS['forms_of_address'])})")
_HONOUR = re.compile(f"“[^“”\n]{{2,24}}”{alternation(_WORDS['honours'])}")
_AWARD = re.compile(alternation(_WORDS["awards"]))
_DEPUTY = re.compile("代表(?!大会|团)")


def _inside(sheet: NerDocument, pattern: re.Pattern[str]) -> list[Mention]:
    """The names inside the matches of a pattern."""
    spans = (match.span() for match in pattern.finditer(sheet.text))
    return [
        name
        for start, end in spans
        for name in sheet.overlapping(start, end)
        if start <= name.start and name.end <= end
    ]


def slogans(sheet: NerDocument) -> list[Mention]:
    """中国 in 中国特色社会主义, 美丽中国, 中国式现代化."""
    return [
        name
        for name in sheet.names
        if sheet[name] == "中国"
        and (_AFTER_CHINA.match(sheet.text, name.end) or _BEFORE_CHINA.search(sheet.text, 0, name.start))
    ]


def kinds(sheet: NerDocument) -> list[Mention]:
    """Words for kinds of bodies, unless they continue a list of bodies or officers: 少先队, 共青团."""
    return [
        name
        for name in sheet.names
        if name.type == "Organisation"
        and sheet[name] in _KINDS
        and not (_continues_list(sheet, name) or name.by == "office")
    ]


def _continues_list(sheet: NerDocument, name: Mention) -> bool:
    before = sheet.name_ending(name.start - 1)
    return before is not None and before.type == "Organisation" and sheet.text[name.start - 1] == "、"


def events(sheet: NerDocument) -> list[Mention]:
    """Meetings and games that the recogniser took for bodies: 亚洲论坛."""
    return [name for name in sheet.names if name.type == "Organisation" and sheet[name].endswith(_EVENTS)]


def mistaken(sheet: NerDocument) -> list[Mention]:
    """What the recogniser is known to mistake, and bodies and persons of a single character."""
    return [
        name
        for name in sheet.names
        if sheet[name] in _NEVER or (name.end - name.start == 1 and name.type != "Place")
    ]


def anonymous(sheet: NerDocument) -> list[Mention]:
    """Persons who are not named: 马某某, and 刘大爷 where no Liu is named."""
    named = {
        sheet.text[n.start] for n in sheet.names if n.type == "Person" and not _UNNAMED.fullmatch(sheet[n])
    }
    return [
        name
        for name in sheet.names
        if name.type == "Person"
        and _UNNAMED.fullmatch(sheet[name])
        and ("某" in sheet[name] or sheet.text[name.start] not in named)
    ]


def plural(sheet: NerDocument) -> list[Mention]:
    """Bodies of every area: 各乡镇卫生院, 镇街总工会."""
    return [name for name in sheet.names if name.type == "Organisation" and sheet[name].startswith(_PLURAL)]


def deputies(sheet: NerDocument) -> list[Mention]:
    """区人大 in 区人大代表, who is nobody's officer; 全国人大代表团 is another matter."""
    return [
        name for name in sheet.names if sheet[name].endswith("人大") and _DEPUTY.match(sheet.text, name.end)
    ]


def in_works(sheet: NerDocument) -> list[Mention]:
    """Places and bodies inside the titles of works and documents; 《中国青年报》 itself is a body."""
    return [
        name
        for name in _inside(sheet, _WORK)
        if name.type == "Place" or (name.type == "Organisation" and not _fills_brackets(sheet.text, name))
    ]


def _fills_brackets(text: str, name: Mention) -> bool:
    return text[name.start - 1] == "《" and text[name.end] == "》"


def honours(sheet: NerDocument) -> list[Mention]:
    """Names in the names of honours: “省绿色学校”称号, “安庆市金牌工人”称号, 安徽省五一劳动奖章."""
    named = [name for name in _inside(sheet, _HONOUR) if name.type != "Person"]
    return named + [n for n in sheet.names if n.type == "Place" and _AWARD.match(sheet.text, n.end)]


def signatures(sheet: NerDocument) -> list[Mention]:
    """Bodies that sign an article, in full or in short."""
    bodies = [name for name in _inside(sheet, _SIGNATURE) if name.type == "Organisation"]
    last = [
        name for name in _inside(sheet, _LAST_LINE) if name.type == "Organisation" and _is_line(sheet, name)
    ]
    short = [name for name in _inside(sheet, _SHORT_SIGNATURE) if name.by != "byline"]
    return bodies + last + short


def _is_line(sheet: NerDocument, name: Mention) -> bool:
    return sheet.text[name.start - 1] == "\n" and sheet.text[name.end : name.end + 1].strip() == ""


RULES: tuple[Exclusion, ...] = (
    slogans,
    kinds,
    events,
    mistaken,
    anonymous,
    plural,
    deputies,
    in_works,
    honours,
    signatures,
)


@Language.component("kg_exclusions", requires=["doc.ents"], assigns=["doc.ents"])
def kg_exclusions(doc: Doc) -> Doc:
    """Drop from the names of a document what a rule says is none."""
    return apply(doc, dropping(RULES))
