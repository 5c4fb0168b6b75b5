"""`kg_titles`: the posts that people hold, found beside the names they belong to (党组书记, 局长)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.titles import COMMON_NOUNS, Span, joined, skip_space
from kg.model.records import Mention
from kg.ner.rules.document import NerDocument, read_document
from kg.ner.spans import write_titles

# 王强当选会长, 李伟任市总工会主席.
_ELECTED = re.compile("(?:当选|担任|出任|就任|兼任|改任|转任|任)为?$|(?:任命|选举|推选|聘任)为$")


def titles(sheet: NerDocument) -> list[Mention]:
    """The titles that stand beside a name, behind 当选, or are joined to such a one by 、 or 兼."""
    bodies = sheet.bodies()
    spans = [_without_body(span, bodies) for span in sheet.titles]
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
    """The title less what is the end of a body's name: [市纪委]书记; the 局 of [公安局]长 stays."""
    start, end = span
    inside = next((at for at in range(end - 1, start + 1, -1) if at in bodies), start)
    return inside, end


@Language.component("kg_titles", requires=["doc.ents"], assigns=["doc.spans"])
def kg_titles(doc: Doc) -> Doc:
    """Write the titles of a document into `doc.spans["titles"]`."""
    write_titles(doc, titles(read_document(doc)))
    return doc
