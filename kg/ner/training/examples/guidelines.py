"""The annotation of MSRA and Resume turned into ours, where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.ner.training.examples.tags import Span

_TYPES = {"PER": "Person", "NAME": "Person", "LOC": "Place", "ORG": "Organisation"}
# Labels of Resume that hide places: 中国国籍, 汉族.
_HIDING = frozenset({"CONT", "RACE"})
# What stands between an area and the agency that reports from it.
_AGENCY = "新华社"
# Bodies by the level of their area alone, and bodies of an area: 市委, 省人大常委会.
_ELLIPTIC = re.compile(
    "(?<![全我各本该两每某跨同此这那多几数])[省市县区](?:委|政府|人民政府|人大|人大常委会|政协|纪委|总工会|妇联|法院|检察院|"
    "公安局|教育局|财政局|民政局|文化局|卫生局)(?=[，。、；：书副主的和在办宣组常]|主席|主任)"
)
_WORK = re.compile("《[^《》\n]{1,40}》")


def press(scheme: str, text: str, spans: Iterable[Span]) -> list[Span] | None:
    """The spans as our guidelines want them; None where another scheme's spans do not tell."""
    spans = list(spans)
    if scheme not in {"msra", "resume"} or any(label in _HIDING for _, _, label in spans):
        return None
    found = [(start, end, _TYPES[label]) for start, end, label in spans if label in _TYPES]
    found = [s for s in found if s[2] == "Place" or s[1] - s[0] > 1]
    works = [m.span() for m in _WORK.finditer(text)]
    found = [s for s in found if not any(_part_of(s, work) for work in works)]
    taken = {i for s in found for i in range(s[0], s[1])}
    for match in _ELLIPTIC.finditer(text):
        if taken.isdisjoint(range(match.start(), match.end())):
            found.append((match.start(), match.end(), "Organisation"))
    return list(_outermost(text, sorted(found)))


def _part_of(span: Span, work: tuple[int, int]) -> bool:
    """Whether the span is inside 《…》 and not all of it: 《中国青年报》 is a body."""
    start, end = work[0] + 1, work[1] - 1
    return start <= span[0] and span[1] <= end and span[:2] != (start, end)


def _outermost(text: str, spans: list[Span]) -> Iterator[Span]:
    """A body takes in the areas right before it: 河北 + 黄骅市医院."""
    chains: list[list[Span]] = []
    for span in spans:
        if chains and chains[-1][-1][1] == span[0] and chains[-1][-1][2] == "Place":
            chains[-1].append(span)
        else:
            chains.append([span])
    for chain in chains:
        last = chain[-1]
        if last[2] == "Organisation" and not text.startswith(_AGENCY, last[0]):
            yield chain[0][0], last[1], "Organisation"
        else:
            yield from chain
