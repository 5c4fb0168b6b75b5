"""Bodies and areas that the text means by their kind alone: 公司总经理A, 我校, 我市."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter, itemgetter

from kg.identity.keys import ELLIPTIC_LEVELS
from kg.language.text import alternation
from kg.linker.lexicon import KINDS, OWN_ENDINGS
from kg.linker.names.areas import Areas
from kg.linker.sentences.masking import MaskedMention
from kg.model.records import Entity, Mention

# A body by its kind alone, at the head of a phrase.
_KIND = re.compile(f"(?:^|(?<=[，,。；;：:、\\n 　“（(由和及与对向请])){alternation(KINDS)}")
_OWN = re.compile(r"[我该](校|院|局|委|公司|集团|厂|社|会|队|镇|县|市|区|省|乡|村|街道)")


def bodies_before_titles(
    text: str, mentions: Sequence[Mention], resolved: Mapping[Mention, Entity]
) -> list[MaskedMention]:
    """公司 in 公司总经理A, 项目部 in 项目部经理B: the body of that kind which was named last."""
    titles = {mention.start for mention in mentions if mention.type == "Title"}
    bodies = [m for m in mentions if m.type == "Organisation"]

    @cache
    def of_kind(kind: str) -> list[tuple[int, str]]:
        endings = OWN_ENDINGS.get(kind, (kind,))
        return [(m.end, resolved[m].id) for m in bodies if resolved[m].name.endswith(endings)]

    generic: list[MaskedMention] = []
    for match in _KIND.finditer(text):
        start, end = match.span()
        before = bisect_right(of_kind(match[0]), start, key=itemgetter(0)) if end in titles else 0
        last = bisect_left(bodies, end, key=attrgetter("start")) - 1
        if before and bodies[last].end <= start:
            generic.append(MaskedMention(start, end, "Organisation", of_kind(match[0])[before - 1][1]))
    return generic


def own_bodies(text: str, resolved: Mapping[Mention, Entity], areas: Areas) -> list[MaskedMention]:
    """我校, 我市: the body or area of that kind that the article names most."""
    counts = Counter(entity for entity in resolved.values() if entity.type in ("Organisation", "Place"))

    @cache
    def own(kind: str) -> Entity | None:
        type_ = "Place" if kind in ELLIPTIC_LEVELS else "Organisation"
        endings = OWN_ENDINGS.get(kind, (kind,))
        named = [e for e, _ in counts.most_common() if e.type == type_ and e.name.endswith(endings)]
        return next((e for e in named if e.name == areas.best(kind)), named[0] if named else None)

    pointed_at = ((match, own(match[1])) for match in _OWN.finditer(text))
    return [
        MaskedMention(match.start(), match.end(), entity.type, entity.id)
        for match, entity in pointed_at
        if entity
    ]
