"""locatedIn: the text's own chain of areas, and 位于, 地处."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.linker.areas import level_of
from kg.linker.canvas import ORGANISATION, PLACE
from kg.linker.relations.stating import claim
from kg.linker.scene import Scene
from kg.records import Claim, Entity

_CHAIN = re.compile(f"{PLACE}(?={PLACE})")
_LIES_IN = re.compile(rf"(?P<what>[{PLACE}{ORGANISATION}])[^，。；{PLACE}]{{0,6}}?(?:位于|地处|坐落于|坐落在|坐落|落户)(?P<where>{PLACE}+)")
_RANK = {"省": 5, "州": 4, "市": 3, "县": 2, "区": 2, "旗": 2, "镇": 1, "乡": 1, "街道": 1, "村": 0, "社区": 0}


def in_the_chain(scene: Scene) -> Iterator[Claim]:
    """遂溪县江洪镇: the narrower of two areas side by side lies in the wider."""
    for sentence in scene.sentences:
        for match in _CHAIN.finditer(sentence.code):
            wide, narrow = sentence.canvas.mark(match.start()), sentence.canvas.mark(match.end())
            if _contains(scene.entities[wide.ref], scene.entities[narrow.ref]):
                span = (match.start(), match.end() + 1)
                yield claim(sentence, narrow, "locatedIn", wide, span, 0.95, "area-chain")


def _contains(wide: Entity, narrow: Entity) -> bool:
    outer, inner = level_of(wide.name), level_of(narrow.name)
    if wide.code and narrow.code:
        return narrow.code.startswith(wide.code) and narrow.code != wide.code
    if outer is None:
        return inner is None and not narrow.code
    return inner is None or _RANK[outer] > _RANK[inner] or (outer == inner == "市" and wide.code != narrow.code)


def lies_in(scene: Scene) -> Iterator[Claim]:
    """A位于B."""
    for sentence in scene.sentences:
        for match in _LIES_IN.finditer(sentence.code):
            what, where = sentence.canvas.mark(match.start("what")), sentence.canvas.mark(match.end("where") - 1)
            yield claim(sentence, what, "locatedIn", where, match.span(), 0.95, "lies-in")


RULES = (in_the_chain, lies_in)
