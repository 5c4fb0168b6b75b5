"""`kg_organisations`: the outermost names of bodies, from the area in front to the department behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.ner.phrases import AREAS, Lexicon, Phrase, Tails, phrase
from kg.ner.sheet import Sheet, apply
from kg.ner.tables import alternatives, table
from kg.records import Mention

_WORDS = table("organisations")
_LEXICON = Lexicon(
    *(frozenset(_WORDS[name]) for name in ("stops", "generic", "fields", "joints")),
    # “11·21”特别重大火灾事故调查组
    quoted=re.compile(r"“[\d·.．]+”$"),
)
_STRONG = frozenset(_WORDS["strong"])
_NEEDS_OWN = frozenset(_WORDS["needs_own"])
_TAILS = Tails([*_WORDS["strong"], *_WORDS["weak"]])
_NOT_TAILS = Tails(_WORDS["not_tails"])
_PLURAL = tuple(_WORDS["plural_areas"])
_KNOWN = re.compile(alternatives(_WORDS["known"]))
_ELLIPTIC = re.compile(f"(?:团[省市县区州]委|[{''.join(sorted(AREAS))}]{alternatives(_WORDS['of_area'])})")
_POINTED = re.compile("[全我各本该两每某跨同]")
# A party body inside a body that is named: the title has it (党组书记), the name has not.
_PARTY_POST = re.compile(
    "(?:党组|党委|党工委|纪委|纪检组)(?=副?书记|成员|委员)|工会(?=干部|主席|会员|组织|工作)"
)
_JOINED = re.compile(f"[和与及、](?=[{''.join(sorted(AREAS))}])")
_AND = re.compile("、|、?(?:和|及|以及|与)")
# What may follow a name inside one word of the recogniser: 公安局长, 总工会界, 中国教育报讯.
_AFTER = frozenset("长界系讯")


def _body(start: int, end: int, by: str) -> Mention:
    return Mention(start, end, "Organisation", by)


def _ends(sheet: Sheet, end: int) -> bool:
    """Whether a name can end here."""
    return sheet.ends_word(end) or end in sheet.title_starts or sheet.text[end] in _AFTER


def split_joined(sheet: Sheet) -> Iterator[Mention]:
    """Two bodies that the recogniser joined: 县农办和县财政局."""
    for name in sheet.names:
        if name.type != "Organisation":
            continue
        for match in _JOINED.finditer(sheet.text, name.start, name.end):
            if _TAILS.ending(sheet.text, match.start()) and match.start() > name.start + 1:
                yield _body(name.start, match.start(), "split")
                yield _body(match.end(), name.end, "split")


def known(sheet: Sheet) -> Iterator[Mention]:
    """Bodies of the whole country, by the table."""
    for match in _KNOWN.finditer(sheet.text):
        start, end = match.span()
        if sheet.starts_word(start) and _ends(sheet, end):
            yield _body(start, end, "known-body")


def elliptic(sheet: Sheet) -> Iterator[Mention]:
    """Bodies of an area, the area named or given by its level alone: 茂名市总工会, 县委, 团省委."""
    places = {name.end: name for name in sheet.names if name.type == "Place"}
    for match in _ELLIPTIC.finditer(sheet.text):
        start, end = match.span()
        if not _ends(sheet, end):
            continue
        while place := places.get(start) or places.get(start + 1):
            start = place.start
        named = start < match.start()
        if named or (sheet.starts_word(start) and not (start and _POINTED.match(sheet.text, start - 1))):
            yield _body(start, end, "body-of-area")


def by_tail(sheet: Sheet) -> Iterator[Mention]:
    """Names that end in a tail of bodies, with the words of their field and what they belong to."""
    text = sheet.text
    ends = {name.end: name for name in sheet.names}
    posts = sheet.posts()
    found: list[Mention] = []
    for end in range(2, len(text) + 1):
        tail = _TAILS.ending(text, end)
        if tail is None or not _ends(sheet, end):
            continue
        candidate = phrase(sheet, _LEXICON, ends, end - len(tail), end)
        if not _is_name(sheet, candidate, tail, ends, posts):
            continue
        covering = ends.get(end)
        if covering and covering.type == "Organisation" and covering.start < candidate.start:
            continue
        name = _body(candidate.start, end, "tail")
        ends[end] = name
        found = [other for other in found if other.end <= name.start]
        found.append(name)
    return iter(found)


def _is_name(sheet: Sheet, candidate: Phrase, tail: str, ends: dict[int, Mention], posts: set[int]) -> bool:
    """Whether the candidate has what its tail needs to be a name."""
    start, end = candidate.start, candidate.end
    tail_start = end - len(tail)
    if _PARTY_POST.match(sheet.text, tail_start) and tail_start in ends:
        return False
    if tail_start in ends and tail_start in sheet.title_starts:
        return False
    if sheet.text.startswith(_PLURAL, start) or (len(tail) == 1 and not _is_word(sheet, tail_start, end)):
        return False
    if candidate.anchored:
        return candidate.own or tail not in _NEEDS_OWN
    if tail in _STRONG and candidate.own:
        return True
    in_list = _joined(sheet, start, ends)
    before_post = end in posts or (end - 1 in posts and sheet.text[end] == "长")
    return (start < tail_start or len(tail) > 1) and (in_list or (before_post and start < tail_start))


def _is_word(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a one-character tail is one: 组织部, 宣教处; not 干部, 到处."""
    word = sheet.word_at(start)
    if _NOT_TAILS.ending(sheet.text, end):
        return False
    return start - word.start != 1 or word.tag in {"ORG", "LOC", "nz"}


def _joined(sheet: Sheet, start: int, ends: dict[int, Mention]) -> bool:
    """Whether a body stands before, joined by 、 or 和: 县住建局、发改委和水利局."""
    for width in (1, 2):
        name = ends.get(start - width)
        if name and name.type == "Organisation" and _AND.fullmatch(sheet.text, start - width, start):
            return True
    return False


RULES = (split_joined, known, elliptic, by_tail)


@Language.component("kg_organisations", requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
def kg_organisations(doc: Doc) -> Doc:
    """Find and complete the bodies of a document."""
    return apply(doc, RULES)
