"""locatedIn: the text's own chain of areas, and 位于, 地处."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.countries import COUNTRIES, REGIONS
from kg.linker.claims import StatedRelation, statement, states
from kg.linker.names.areas import level_of
from kg.linker.sentences.masking import ORGANISATION, PERSON, PLACE
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.model.records import Entity

# They lie in nothing that the press names, and contain what stands behind them.
_ABROAD = COUNTRIES | REGIONS | {"台湾", "香港", "澳门"}
_CHAIN = re.compile(rf"{PLACE}(?=(?:\d+号)?[{PLACE}{ORGANISATION}])")
_LIES_IN = re.compile(
    rf"(?P<what>[{PLACE}{ORGANISATION}])(?:[）)]|[^，。；对向在视{PLACE}{ORGANISATION}{PERSON}]{{0,6}}?)(?:位于|地处|坐落于|坐落在|坐落|落户)(?P<where>{PLACE}+)"
)
_SITE = re.compile(
    r"(?:宫|馆|广场|公园|酒店|饭店|大厦|大楼|中心|体育场|剧院|机场|车站|街|路|巷|校区|\d号|基地|驿站|遗址|旧址|组|号楼|室|厅)$"
)
_LYING_IN = re.compile(
    rf"(?:位于|地处|坐落于|坐落在)(?P<where>{PLACE}+)的[“‘]?(?P<what>[{PLACE}{ORGANISATION}])"
)
_RANK = {
    "省": 5,
    "自治区": 5,
    "州": 4,
    "市": 3,
    "县": 2,
    "区": 2,
    "旗": 2,
    "镇": 1,
    "乡": 1,
    "街道": 1,
    "村": 0,
    "社区": 0,
}


@states("locatedIn")
def area_chain(article: ParsedArticle) -> Iterator[StatedRelation]:
    """湘乡市棋梓镇: the narrower of two areas side by side lies in the wider."""
    for names in article.names:
        for match in _CHAIN.finditer(names.code):
            inner = (
                match.end()
                if names.code[match.end()] in PLACE + ORGANISATION
                else names.code.index("号", match.end()) + 1
            )
            wide, narrow = names.mention(match.start()), names.mention(inner)
            # 中巴, 俄乌: what one character stands for beside another is a country as well.
            if narrow.end - narrow.start == 1 == wide.end - wide.start:
                continue
            if _contains(article.entities[wide.ref], article.entities[narrow.ref]):
                yield statement(names, narrow, wide, (match.start(), inner + 1))


def _contains(wide: Entity, narrow: Entity) -> bool:
    """Whether the second can lie in the first, by their codes, else by their kinds of area."""
    if wide.name == narrow.name or narrow.name in _ABROAD:
        return False
    if wide.code and narrow.code:
        return narrow.code.startswith(wide.code)
    outer, inner = level_of(wide.name), level_of(narrow.name)
    if wide.name in _ABROAD:
        return True
    if outer is None:
        return inner is None and narrow.code is None and _SITE.search(narrow.name) is not None
    return inner is None or _RANK[outer] > _RANK[inner] or outer == inner == "市"


@states("locatedIn")
def lies_in(article: ParsedArticle) -> Iterator[StatedRelation]:
    """A位于B."""
    for names in article.names:
        for match in (*_LIES_IN.finditer(names.code), *_LYING_IN.finditer(names.code)):
            what, where = names.mention(match.start("what")), names.mention(match.end("where") - 1)
            yield statement(names, what, where, match.span())


RULES = (area_chain, lies_in)
