"""`kg_titles`: the posts that people hold, found beside the names they belong to (党组书记, 局长)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.text import HAN
from kg.language.titles import COMMON_NOUNS, NOT_POSTS, NOT_TITLES, Span, joined, skip_space
from kg.model.records import Mention
from kg.ner.rules.document import NerDocument, read_document
from kg.ner.spans import write_titles

# 王强当选会长, 李伟任市总工会主席.
_ELECTED = re.compile("(?:当选|担任|出任|就任|兼任|改任|转任|任)为?$|(?:任命|选举|推选|聘任)为$")

# Of such words a title's front is made: 国防/n 部长, 大中华区/LOC 制造/vn 总监.
_NOMINAL = frozenset(("n", "nz", "nw", "vn", "an", "a", "f", "s", "LOC", "ORG", "xc"))
# Of what stands between a body and a title or a name, so much may be of the title.
_LONGEST_FRONT = 12
# What goes on with the name of a place: 中方团长, 湖南籍歌手.
_AFTER_PLACE = frozenset("方籍")
_UNBROKEN = re.compile(rf"[{HAN}A-Za-z0-9 ]*")


def titles(sheet: NerDocument) -> list[Mention]:
    """The titles that stand beside a name, behind 当选, or are joined to such a one by 、 or 兼."""
    bodies = sheet.bodies()
    spans = [_with_front(sheet, _without_body(span, bodies), bodies) for span in sheet.titles]
    spans = sorted({*spans, *_unlisted(sheet, spans, bodies)})
    found = dict(_beside_names(sheet, spans, bodies))
    for before, after in pairwise(spans):
        if before in found and joined(sheet.text, before[1], after[0], bodies):
            found.setdefault(after, "title-in-chain")
    for after, before in pairwise(reversed(spans)):
        if after in found and joined(sheet.text, before[1], after[0], bodies):
            found.setdefault(before, "title-in-chain")
    return [Mention(start, end, "Title", by) for (start, end), by in sorted(found.items())]


def _beside_names(
    sheet: NerDocument, spans: list[Span], bodies: Collection[int]
) -> Iterator[tuple[Span, str]]:
    starts = {name.start for name in sheet.names if name.type == "Person"}
    ends = {name.end for name in sheet.names if name.type == "Person"}
    for start, end in spans:
        if start in bodies or start + 1 in bodies:
            yield (start, end), "title-after-body"
        elif skip_space(sheet.text, end) in starts:
            yield (start, end), "title-before-person"
        elif start in ends and sheet.text[start:end] not in COMMON_NOUNS:
            yield (start, end), "title-after-person"
        elif _ELECTED.search(sheet.text, max(0, start - 3), start):
            yield (start, end), "title-after-election"


def _without_body(span: Span, bodies: Collection[int]) -> Span:
    """The title less the end of a body: [市纪委]书记, [市总]副主席; the 局 of [公安局]长 stays."""
    start, end = span
    inside = next((at for at in range(end - 2, start, -1) if at in bodies), start)
    return inside, end


def _with_front(sheet: NerDocument, span: Span, bodies: Collection[int]) -> Span:
    """The title from the body on before it, if only nouns lie between: [日本]官房 + 长官; 驻华大使."""
    start, end = span
    host = sheet.name_ending(start)
    if host and host.type == "Place" and sheet.text.startswith("驻", host.start - 1):
        start = host.start - 1
    front = _body_before(sheet, start, bodies)
    is_title = (
        front is not None
        and not sheet.text.startswith(NOT_TITLES, front)
        and (sheet.text[front] not in _AFTER_PLACE)
    )
    return (front if front is not None and is_title else start, end)


def _unlisted(sheet: NerDocument, spans: Collection[Span], bodies: Collection[int]) -> Iterator[Span]:
    """What stands between a body and a person and is of nouns is a title, whatever its words: 临时代办."""
    ends = {skip_space(sheet.text, end) for _, end in spans}
    for person in sheet.names:
        if person.type == "Person" and person.start not in ends:
            front = _body_before(sheet, person.start, bodies)
            words = sheet.text[front : person.start].strip() if front is not None else ""
            if len(words) > 1 and not words.endswith(NOT_POSTS) and words[0] not in _AFTER_PLACE:
                yield front or 0, person.start


def _body_before(sheet: NerDocument, position: int, bodies: Collection[int]) -> int | None:
    """Where the body ends from which to a position there are only nouns."""
    near = (at for at in range(position - 1, max(0, position - _LONGEST_FRONT) - 1, -1) if at in bodies)
    at = next(near, None)
    if at is None or not _UNBROKEN.fullmatch(sheet.text, at, position) or sheet.overlapping(at, position):
        return None
    if not all(word.tag in _NOMINAL for word in sheet.words_between(at, position)):
        return None
    # An area behind a body is what the post is for: 贸易促进局|欧洲事务代表.
    area = sheet.name_ending(at)
    if area and area.type == "Place" and at < position:
        body = sheet.name_ending(area.start)
        return area.start if body and body.type == "Organisation" else at
    return at


@Language.component("kg_titles", requires=["doc.ents"], assigns=["doc.spans"])
def kg_titles(doc: Doc) -> Doc:
    """Write the titles of a document into `doc.spans["titles"]`."""
    write_titles(doc, titles(read_document(doc)))
    return doc
