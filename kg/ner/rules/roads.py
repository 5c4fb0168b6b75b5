"""Roads and railways by number or by their ends, with their sections: 国道318线, 宝成铁路绵阳段, 中老铁路."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.tables import read_word_lists
from kg.model.records import Mention
from kg.ner.rules.document import NerDocument

# First characters of the places that railways and motorways are named after.
_ENDS = (
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵滇云藏陕甘宁青新宝成昆兰郑合武广深杭长沈哈大包连徐太焦柳"
    "襄南西安济石福厦温甬台汉宜达银拉格敦玉百防港珠澳惠汕梅龙漳泉衢九景德怀邵衡永娄益常张吉恩万利重遂绵乐雅"
)
_COUNTRIES = "".join(read_word_lists("kg.ner.rules", "divisions")["country_characters"])
_ROAD = re.compile(
    "[国省县乡]道[GSXY]?[0-9]{2,4}线?|[GSXY]?[0-9]{3}[国省]道|[GSXY][0-9]{2,4}线"
    "|G[0-9]{1,4}(?:[\u4e00-\u9fff]{2,4}?)?高速(?:公路)?"
    f"|(?<![\u4e00-\u9fff])[{_ENDS}]{{2,3}}(?:铁路|高铁|城际铁路|高速公路|高速|公路)"
    f"|[{_ENDS}]{{2}}(?:铁路|高铁|城际铁路|高速公路|高速)"
    f"|[{_COUNTRIES}]{{2}}(?:铁路|高铁)"
)
# One of these is in every name of a road or railway: most texts need no further search.
_SIGN = re.compile("[道路铁速线]")
_SECTION = re.compile("[\u4e00-\u9fff]{2,5}?段(?!时间|位|路)")


def roads(sheet: NerDocument) -> Iterator[Mention]:
    """Roads and railways, each with its section, but not inside a longer name."""
    if not _SIGN.search(sheet.text):
        return
    for match in _ROAD.finditer(sheet.text):
        start, end = match.span()
        if not sheet.within_name(start, end):
            yield Mention(start, _with_section(sheet, end), "Place", "road")


def _with_section(sheet: NerDocument, end: int) -> int:
    """The end of the section behind a line: a place with 段."""
    match = _SECTION.match(sheet.text, end)
    if match is None or not sheet.starts_word(end):
        return end
    name = sheet.name_starting(end)
    named = name and name.type == "Place" and name.end in {match.end(), match.end() - 1}
    return match.end() if named else end
