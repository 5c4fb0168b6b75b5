"""What a page carries beside its articles: page number, date line, the editor's line, the masthead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.reading.lines import Line

# Furniture without a mark of its own is sought this far from either end of the page.
_MARGIN = 6
_DATE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_WEEKDAY = r"(?:星期|周|礼拜)\s*[一二三四五六日天]"
_FOLIO_DATE = re.compile(rf"{_DATE.pattern}\s*{_WEEKDAY}|{_WEEKDAY}\s*{_DATE.pattern}")
_STAFF = re.compile(r"^(?:本版|值班|执行)?(?:责任编辑|责编|美编|版式|校对|排版|制图|值班主任|组版)\s*[：:/|]")
_PAGE_NUMBER = re.compile(r"^[第A-Z]?\s*\d{1,3}\s*[版页]?$|^第[一二三四五六七八九十]+版$")
_CONTACT = re.compile(
    r"^(?:新闻热线|投稿邮箱|电子邮箱|E-?mail|邮箱|电话|网址|国内统一刊号)\s*[：:]", re.IGNORECASE
)
_MASTHEAD = re.compile(r"^[\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|时报|周报|都市报|商报|工人报)$")
# 今日天气 多云转阴 22℃～29℃ 东北风3级.
_WEATHER = re.compile(
    r"^[^。]{0,24}(?:天气|气象)[^。]{0,12}\d+\s*(?:℃|°C|度)[^。]*$|^[^。]{0,16}\d+\s*℃\s*[～~\-—至/]\s*\d+\s*℃[^。]*$"
)
_AT_EITHER_END = (_PAGE_NUMBER, _STAFF, _CONTACT, _MASTHEAD, _WEATHER)
# An advertisement tells whom to call or where to go; it is short, and no sentence ends in it.
_OFFER = re.compile(r"(?:电话|热线|咨询|手机|微信|地址|网址)\s*[：:]\s*[^。]{3,}")
_ADVERT = 120


def is_advert(text: str) -> bool:
    """Whether a text that stands by itself is an advertisement."""
    return len(text) <= _ADVERT and "。" not in text and _OFFER.search(text) is not None


def is_furniture(lines: Sequence[Line], index: int) -> bool:
    """Whether line `index` belongs to the page rather than to an article."""
    text = lines[index].text.text
    if len(text) > 60:
        return False
    if _FOLIO_DATE.search(text) and len(text) <= 40:
        return True
    if min(index, len(lines) - 1 - index) >= _MARGIN:
        return False
    return any(pattern.match(text) is not None for pattern in _AT_EITHER_END)


def page_date(furniture: Sequence[Line]) -> str | None:
    """The date of the page (ISO 8601), where its furniture gives one."""
    for line in furniture:
        if match := _DATE.search(line.text.text):
            year, month, day = (int(group) for group in match.groups())
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{year:04}-{month:02}-{day:02}"
    return None
