"""How press articles open, go on and close: the words and marks that show where one begins.

The words are in `cues.toml`, the patterns say where in a text they stand. Each branch of a pattern has a case
in the tests.
"""

from __future__ import annotations

import re

from kg.language.datelines import dateline_at
from kg.language.surnames import is_name
from kg.language.tables import read_word_lists
from kg.language.text import HAN, alternation

_WORDS = {name: alternation(words) for name, words in read_word_lists("kg.reading.press", "cues").items()}

# The name that opens a text is sought in its first characters; names have mostly so many.
_OPENING_LENGTH, _NAME_LENGTH = 8, 3

# 日 of a date may be 号; the day may stand alone; a clock time or a part of the day may follow.
_DATE = r"""(?:
    (?:\d{4}年)? \d{1,2}月 \d{1,2}[日号]
    | \d{1,2}[日号] (?=[，,上下凌中早晚晨])
    | (?:19|20)\d\d [-/.] \d{1,2} [-/.] \d{1,2}
)"""
_BYLINE = re.compile(
    rf"""
    [（(]\s* [{HAN}]{{0,8}} (?:记者|通讯员) [：:\s]* [{HAN}]{{2}}  # （全媒体记者张三
    | (?:作者|文/图|图/文) [：:\s]  # 作者：
    | 本报 [{HAN}]{{0,4}} 记者\s  # 本报首席记者 张三
    """,
    re.VERBOSE,
)
_CAPTION = re.compile(
    rf"""
    {_WORDS["bullets"]} (?! \s* (?:本报|本网|特约|[{HAN}]{{0,4}}记者|[{HAN}]{{0,2}}通讯员))  # ■职工在拔河。
    | 图为
    | 图 [①②③④⑤⑥⑦⑧⑨一二三四五六]? [：:]  # 图①：
    | [（(]? [上下左右] [）)]? 图 [：:]  # 上图：, （左）图：
    """,
    re.VERBOSE,
)
_PHOTO_CREDIT = re.compile(rf"(?<!拍){_WORDS['photo_credits']}\s*[）)]?$")
_BODY = re.compile(rf"[^，。：；！？“”]{{2,14}}{_WORDS['body_ends']}$")
_QUOTES = re.compile(r"[“”‘’《》「」『』]")
_DATED = re.compile(rf"{_DATE}|{_WORDS['days']}", re.VERBOSE)
_BARE_DAY = re.compile(r"\d{1,2}[日号]")
# So far from the beginning of a text, in characters, a day is still that of what it reports.
_DATED_EARLY = re.compile(rf"[^。]{{1,20}}? (?:{_DATE}|{_WORDS['days']})", re.VERBOSE)
_DATE_LINE = re.compile(
    r"""
    (?:\d{4}年\d{1,2}月\d{1,2}日 | \d{4}[-/.]\d{1,2}[-/.]\d{1,2})
    \s* (?:\d{1,2}[:：]\d{2} (?:[:：]\d{2})?)? $  # 2025-06-04 08:00:00
    """,
    re.VERBOSE,
)
_OCCASION = re.compile(
    r"""
    (?:为 | 随着 | 在[^，。]{2,20}(?:来临|到来)之际) [^，。]{4,}，  # 为了丰富职工生活，
    | 以[^，。]{2,12} 为[^，。]{1,8}，  # 以“平安”为主题，
    """,
    re.VERBOSE,
)
_BACK_REFERENCE = re.compile(
    rf"""
    {_WORDS["back_references"]}
    | 据[^，]{{2,12}}介绍  # 据县总工会介绍
    | [他她它]{_WORDS["after_pronouns"]}  # 他说
    | {_WORDS["group_tasks"]} [^，。]{{0,3}} 组  # 专家一组
    | 在[^，。]{{1,12}} {_WORDS["event_phrase_ends"]}，  # 在调研期间，
    | [一二三四五六七八九十][是、]  # 二是, 三、
    | 第[一二三四五六七八九十]  # 第二
    """,
    re.VERBOSE,
)
# A signature in brackets that ends an article: names or a body, no sentence.
_SIGNATURE = re.compile(r"[（(]\s*+[^（）()。，；！？]{2,30}?(?<!\s)\s*+[）)]\s*$")
_BARE_SIGNATURE = re.compile(
    rf"""
    {_WORDS["credit_labels"]} [：:] .{{2,30}} $  # 审核人：张三
    | [^，。]{{0,20}} (?:(?<!拍)摄|供图|摄影报道|图/[^，。]{{2,6}}) [）)]? $  # 张三 摄, 图/张三
    | (?:据|原载|摘自)? 《[^》]+》 [^，。\d]* \d [^，。]* [版日期] $  # 《云州日报》2011年3月23日第1版
    """,
    re.VERBOSE,
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
    return _QUOTES.sub("", text[:_OPENING_LENGTH])[:_NAME_LENGTH]


def is_dated(text: str) -> bool:
    """Whether the text opens with a date or a day."""
    return _DATED.match(text) is not None


def is_dated_in_full(text: str) -> bool:
    """Whether the text opens with a date or a day, and not with one whose month was given before: 7日上午."""
    return is_dated(text) and _BARE_DAY.match(text) is None


def is_dated_early(text: str) -> bool:
    """Whether a date or a day stands in the first words of the text."""
    return _DATED_EARLY.match(text) is not None


def is_date_line(text: str) -> bool:
    """Whether the text is a date and nothing more."""
    return _DATE_LINE.match(text) is not None


def opens_with_occasion(text: str) -> bool:
    """Whether the text opens with the purpose or the occasion of what it reports."""
    return _OCCASION.match(text) is not None


def goes_on(text: str) -> bool:
    """Whether the text opens with words that refer to what was said before."""
    return _BACK_REFERENCE.match(text) is not None and not is_lead(text)


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
