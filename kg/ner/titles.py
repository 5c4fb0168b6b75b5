"""`kg_titles`: the posts that people hold, found beside the names they belong to (党组书记, 局长)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from kg.ner.names import read_names, write_titles
from kg.ner.tables import alternatives, table
from kg.records import Mention

_WORDS = table("titles")
_TITLE = re.compile(
    f"(?:{alternatives(_WORDS['modifiers'])})*?"
    f"(?:{alternatives(_WORDS['heads'])})(?!{alternatives(_WORDS['continued'])})"
)
_COMMON = frozenset(_WORDS["common"])
# Between the titles of one person: 党组书记、常务副主席; 副主席兼秘书长.
_AND = re.compile("[、，,]|[、，,]?(?:兼任?|和|及|暨)")


def candidates(text: str) -> list[tuple[int, int]]:
    """[start, end) of everything that is a title by its words."""
    return [m.span() for m in _TITLE.finditer(text)]


def held(text: str, spans: Sequence[tuple[int, int]], person_starts: Collection[int]) -> set[int]:
    """Where those titles begin that a person's name follows, or a title that has one."""
    starts: set[int] = set()
    for i in reversed(range(len(spans))):
        start, end = spans[i]
        joined = (
            i + 1 < len(spans) and spans[i + 1][0] in starts and _AND.fullmatch(text, end, spans[i + 1][0])
        )
        if joined or skip_space(text, end) in person_starts:
            starts.add(start)
    return starts


def titles(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The candidates that stand beside a name, or are joined to such a one by 、 or 兼."""
    bodies = {n.end for n in names if n.type != "Person"}
    persons = [n for n in names if n.type == "Person"]
    person_starts, person_ends = {n.start for n in persons}, {n.end for n in persons}
    found: dict[tuple[int, int], str] = {}
    spans = [_without_body(span, bodies) for span in candidates(text)]
    for start, end in spans:
        if start in bodies or start + 1 in bodies:
            found[start, end] = "title-after-body"
        elif skip_space(text, end) in person_starts:
            found[start, end] = "title-before-person"
        elif start in person_ends and text[start:end] not in _COMMON:
            found[start, end] = "title-after-person"
    for before, after in pairwise(spans):
        if before in found and _AND.fullmatch(text, before[1], after[0]):
            found.setdefault(after, "title-in-chain")
    for before, after in reversed(list(pairwise(spans))):
        if after in found and _AND.fullmatch(text, before[1], after[0]):
            found.setdefault(before, "title-in-chain")
    return [Mention(start, end, "Title", by) for (start, end), by in sorted(found.items())]


def skip_space(text: str, position: int) -> int:
    """Where the text goes on after spaces, as in 中队长 王强."""
    while position < len(text) and text[position] in " 　":
        position += 1
    return position


def _without_body(span: tuple[int, int], bodies: set[int]) -> tuple[int, int]:
    """The title less what is the end of a body's name: [市纪委]书记; the 局 of [公安局]长 stays."""
    start, end = span
    inside = [body for body in bodies if start + 1 < body < end]
    return (max(inside), end) if inside else span


@Language.component("kg_titles", requires=["doc.ents"], assigns=["doc.spans"])
def kg_titles(doc: Doc) -> Doc:
    """Write the titles of a document into `doc.spans["titles"]`."""
    write_titles(doc, titles(doc.text, read_names(doc)))
    return doc
