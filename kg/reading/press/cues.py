"""How press articles open, go on and close: the words and marks that show where one begins."""

from __future__ import annotations

import re

from kg.language.datelines import dateline_at
from kg.language.surnames import is_name

# 日 of a date may be 号; the day may stand alone; a clock time or a part of the day may follow.
DATE = (
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号](?=[，,上下凌中早晚晨])"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
)
_DAY = (
    r"近日|日前|昨日|昨天|今日|今天|昨晚|今晨|今早|连日来|近期|近来|最近|前不久|不久前|上周|本周|本月|上月"
    r"|新春伊始|春节将至"
)
_BYLINE = re.compile(
    r"[（(]\s*[\u4e00-\u9fff]{0,8}(?:记者|通讯员)[：:\s]*[\u4e00-\u9fff]{2}|(?:作者|文/图|图/文)[：:\s]"
    r"|本报[\u4e00-\u9fff]{0,4}记者\s"
)
_CAPTION = re.compile(
    r"[■□▲△▼▽◆◇●★☆◤◢►▶](?!\s*(?:本报|本网|特约|[\u4e00-\u9fff]{0,4}记者|[\u4e00-\u9fff]{0,2}通讯员))|图为|图[①②③④⑤⑥⑦⑧⑨一二三四五六]?[：:]|[（(]?[上下左右][）)]?图[：:]"
)
_PHOTO_CREDIT = re.compile(r"(?<!拍)(?:摄|摄影|供图|摄影报道)\s*[）)]?$")
_BODY = re.compile(r"[^，。：；！？“”]{2,14}(?:公司|会|部|局|院|校|办|处|组|中心|室|司|厅|站|所)$")
_QUOTES = re.compile(r"[“”‘’《》「」『』]")
_DATED = re.compile(rf"(?:{DATE}|{_DAY})")
_BARE_DAY = re.compile(r"\d{1,2}[日号]")
# So far from the beginning of a text, in characters, a day still tells when what it reports was.
_DATED_EARLY = re.compile(rf"[^。]{{1,20}}?(?:{DATE}|{_DAY})")
_DATE_LINE = re.compile(
    r"(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\s*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$"
)
_PURPOSE = re.compile(
    r"(?:为|为了|为进一步|为切实|为深入|随着|在[^，。]{2,20}(?:来临|到来)之际)[^，。]{4,}，|以[^，。]{2,12}为[^，。]{1,8}，"
)
_CONTINUES = re.compile(
    r"(?:会上|会议?期间|会议|会前|会后|学习会|座谈会|评审会|反馈会|闭幕会|其中|此外|另外|同时|据了解|据悉|据介绍|"
    r"据[^，]{2,12}介绍|最后|随后|接着|首先|其次|再次|[他她它](?:们|还|说|指|表|强|要)|目前|下一步|活动|现场|当日|当晚|当天|"
    r"(?:调研|检查|督查|督导|考察|考核|验收|评估|专家)[^，。]{0,3}组|该|本次|此次|这|那|截至|截止|期间|一系列|上述|对于|与会|"
    r"在[^，。]{1,12}(?:中|上|期间|现场|方面|后)，|[一二三四五六七八九十]是|[一二三四五六七八九十]、|第[一二三四五六七八九十]|"
    r"经过|通过|多年来|近年来|今后|接下来|接到|事件|事故|记者从|记者了解|整场|演练|由于|因此|所以|但|而|并|也|还|又|仅|除)"
)
# A signature in brackets that ends an article: names or a body, no sentence.
_SIGNATURE = re.compile(r"[（(]\s*+[^（）()。，；！？]{2,30}?(?<!\s)\s*+[）)]\s*$")
_BARE_SIGNATURE = re.compile(
    r"(?:审核人?|供稿|撰稿|编辑|责编|作者|来源|摄影|供图)[：:].{2,30}$"
    r"|[^，。]{0,20}(?:(?<!拍)摄|供图|摄影报道|图/[^，。]{2,6})[）)]?$"
    r"|(?:据|原载|摘自)?《[^》]+》[^，。\d]*\d[^，。]*[版日期]$"
)
# （下转第三版）, ▶▶下转02版《要闻》; （上接第一版）.
_PAGE = r"第?\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版(?:\s*《[^》]{1,20}》)?"
_OPENER = r"[（(【\[▶►▷→◀◄◁←■●◆\s]"
_NOTICE_OPENS, _NOTICE_CLOSES = rf"(?<!{_OPENER}){_OPENER}*+", r"[）)】\]▶►▷→◀◄◁←\s]*"
_TO_PAGE = re.compile(rf"{_NOTICE_OPENS}(?:下转|紧转){_PAGE}{_NOTICE_CLOSES}$")
_FROM_PAGE = re.compile(rf"{_NOTICE_OPENS}(?:上接|紧接){_PAGE}{_NOTICE_CLOSES}")
_TERMINAL = re.compile(r"[。！？!?；…][”’」』）)》】]*$")


def is_lead(text: str) -> bool:
    """Whether the text opens as only articles do: 本报讯, an agency's dateline, a byline in brackets."""
    return dateline_at(text, 0) is not None or _BYLINE.match(text) is not None


def is_caption(text: str) -> bool:
    """Whether the text opens as the caption of a photograph does."""
    return _CAPTION.match(text) is not None


def is_photo(text: str) -> bool:
    """Whether the text is a photograph's caption: it opens as one, or a photographer's credit ends it."""
    return is_caption(text) or _PHOTO_CREDIT.search(text) is not None


def is_body(text: str) -> bool:
    """Whether the text is the name of a body alone, as it signs an article."""
    return _BODY.match(text) is not None


def first_word(text: str) -> str:
    """The first three characters of the text less its quotation marks: a name, it may be."""
    return _QUOTES.sub("", text[:8])[:3]


def is_dated(text: str) -> bool:
    """Whether the text opens with a date or a day."""
    return _DATED.match(text) is not None


def is_dated_in_full(text: str) -> bool:
    """Whether the text opens with a date or a day, and not with one whose month is told before: 7日上午."""
    return is_dated(text) and _BARE_DAY.match(text) is None


def is_dated_early(text: str) -> bool:
    """Whether a date or a day stands in the first words of the text."""
    return _DATED_EARLY.match(text) is not None


def is_date_line(text: str) -> bool:
    """Whether the text is a date and nothing more."""
    return _DATE_LINE.match(text) is not None


def opens_with_occasion(text: str) -> bool:
    """Whether the text opens with the purpose or the occasion of what it reports."""
    return _PURPOSE.match(text) is not None


def goes_on(text: str) -> bool:
    """Whether the text opens with words that refer to what was said before."""
    return _CONTINUES.match(text) is not None and not is_lead(text)


def is_signed(text: str) -> bool:
    """Whether the text ends with a signature, as the last paragraph of an article does."""
    return _SIGNATURE.search(text) is not None or _BARE_SIGNATURE.match(text) is not None


def is_credit(text: str) -> bool:
    """Whether the text is a credit or signature and nothing more."""
    signature = _SIGNATURE.search(text)
    return (
        _BARE_SIGNATURE.match(text) is not None
        or (signature is not None and signature.start() == 0)
        or is_name(text)
    )


def goes_to_page(text: str) -> re.Match[str] | None:
    """The notice at the end of a text that it goes on elsewhere; its group is the page."""
    return _TO_PAGE.search(text)


def comes_from_page(text: str) -> re.Match[str] | None:
    """The notice at the beginning of a text that it began elsewhere; its group is the page."""
    return _FROM_PAGE.match(text)


def ends_sentence(text: str) -> bool:
    """Whether the text ends where a sentence ends."""
    if _TERMINAL.search(text):
        return True
    signature = _SIGNATURE.search(text)
    return signature is not None and (
        signature.start() == 0 or _TERMINAL.search(text[: signature.start()].rstrip()) is not None
    )
