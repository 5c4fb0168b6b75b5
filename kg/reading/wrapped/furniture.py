"""What a page carries beside its articles: page number, date line, the editor's line, the masthead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.dates import WEEKDAY, WRITTEN_OUT, day_of, narrow
from kg.language.text import HAN
from kg.reading.press.cues import ends_sentence
from kg.reading.press.publication import PAPER, Publication, only_one, parse_publication_line
from kg.reading.wrapped.lines import Line

# Furniture without a mark of its own is sought among so many lines at either end of the page.
_MARGIN = 6
# Furniture has no more characters; the date line of a page fewer still.
_MAX_LENGTH, _MAX_FOLIO_LENGTH = 60, 40
_DATE = re.compile(WRITTEN_OUT)
_FOLIO_DATE = re.compile(rf"{WRITTEN_OUT}\s*{WEEKDAY}|{WEEKDAY}\s*{WRITTEN_OUT}")
_STAFF = re.compile(r"^(?:本版|值班|执行)?(?:责任编辑|责编|美编|版式|校对|排版|制图|值班主任|组版)\s*[：:/|]")
_PAGE_NUMBER = re.compile(r"^[第A-Z]?\s*\d{1,3}\s*[版页]?$|^第[一二三四五六七八九十]+版$")
# 第3版 综合新闻; A03 要闻: the page and what it is for.
_NUMBERED = r"(?:(?:第\s*+)?[A-Z]?\d{1,3}\s*版|第[一二三四五六七八九十]+版|[A-Z]?0\d)"
_SECTION = re.compile(rf"^{_NUMBERED}[\s：:·|/]*[{HAN}]{{2,6}}$|^[{HAN}]{{2,6}}[\s：:·|/]*{_NUMBERED}$")
_CONTACT = re.compile(
    r"^(?:新闻热线|投稿邮箱|电子邮箱|E-?mail|邮箱|电话|网址|国内统一刊号)\s*[：:]", re.IGNORECASE
)
_MASTHEAD = re.compile(f"^{PAPER}$")
# In a folio line any name of a paper will do: 云州教育报 2025年9月12日 星期五 A3.
_FOLIO_PAPER = re.compile(rf"(?<![{HAN}])[{HAN}]{{2,9}}报(?![{HAN}])")
# 今日天气 多云转阴 22℃～29℃ 东北风3级.
_WEATHER = re.compile(
    r"^[^。]{0,24}(?:天气|气象)[^。]{0,12}\d+\s*(?:℃|°C|度)[^。]*$|^[^。]{0,16}\d+\s*℃\s*[～~\-—至/]\s*\d+\s*℃[^。]*$"
)
_AT_EITHER_END = (_PAGE_NUMBER, _SECTION, _STAFF, _CONTACT, _MASTHEAD, _WEATHER)
# What advertisements say: whom to call, where to go.
_OFFER = re.compile(r"(?:电话|热线|咨询|手机|微信|地址|网址)\s*[：:]\s*\S{3,}")

# 全市经济工作会议召开 ▶2版: what stands on another page, in a box of such lines.
_TEASER = re.compile(r"(?:[▶►▷→»]|详见|(?<!转)见)\s*+(?:第\s*+)?[A-Z]?\d{1,2}\s*+版")


def is_offer(text: str) -> bool:
    """Whether a text says whom to call or where to go, as advertisements do, or on which page to read on."""
    return _OFFER.search(text) is not None or _TEASER.search(text) is not None


def is_furniture(lines: Sequence[Line], index: int) -> bool:
    """Whether line `index` belongs to the page rather than to an article."""
    text = lines[index].text.text
    if len(text) > _MAX_LENGTH:
        return False
    if len(text) <= _MAX_FOLIO_LENGTH and _is_folio(text):
        return True
    if parse_publication_line(text) and (index == 0 or not ends_sentence(lines[index - 1].text.text)):
        return True
    if min(index, len(lines) - 1 - index) >= _MARGIN:
        return False
    return any(pattern.match(text) is not None for pattern in _AT_EITHER_END)


def page_date(furniture: Sequence[Line]) -> str | None:
    """The date of the page (ISO 8601), where its furniture gives one."""
    written = (
        _DATE.search(narrow(line.text.text))
        for line in furniture
        if not parse_publication_line(line.text.text)
    )
    days = (day_of(match.group()) for match in written if match)
    return next(filter(None, days), None) or only_one(
        line.date for line in _publication_lines(furniture) if line.date
    )


def page_paper(furniture: Sequence[Line]) -> str | None:
    """The name of the newspaper, where the masthead and the folio give one and no other."""
    names = [name for line in furniture for name in _papers(line.text.text)]
    return only_one(names or [line.source for line in _publication_lines(furniture) if line.source])


def _is_folio(text: str) -> bool:
    return _FOLIO_DATE.search(narrow(text)) is not None


def _papers(text: str) -> Sequence[str]:
    return (_FOLIO_PAPER if _is_folio(text) else _MASTHEAD).findall(text)


def _publication_lines(furniture: Sequence[Line]) -> Iterator[Publication]:
    """What lines below headlines say of the day and the newspaper."""
    return filter(None, (parse_publication_line(line.text.text) for line in furniture))
