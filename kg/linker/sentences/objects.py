"""What stands behind a verb: the events that it is about, and words as the article writes them."""

from __future__ import annotations

import re

from kg.linker.sentences.clauses import Sentence
from kg.linker.sentences.masking import EVENT, MaskedMention, MaskedSentence
from kg.linker.sentences.parsed_article import ParsedArticle

_EVENT_LIST = re.compile(f"{EVENT}(?:(?:以及|、|，|和|及|与|暨){{1,2}}{EVENT})*")
_RELATIVE = re.compile("(?:举行|举办|召开|主办|承办|组织|开展)的[^的]{0,6}$")
_BREAK = re.compile("[，。；：]")
_WHICH_EVENT = re.compile(f"[^。；]{{0,60}}?的[^，。；]{{0,10}}?{EVENT}")
_QUOTED = re.compile("[“‘《「]([^”’》」]+)[”’》」]")


def events_after(sentence: Sentence, start: int, end: int, reach: int = 14) -> list[MaskedMention]:
    """The event or events that begin in code[start:end] after a verb, at most `reach` characters away.

    A clause of its own may stand before the event (出席A举行的晚宴): then the reach is longer.
    """
    match = _EVENT_LIST.search(sentence.code, start)
    if match is None or match.start() >= end:
        return []
    between = sentence.code[start : match.start()]
    if _BREAK.search(between) or (len(between) > reach and not _RELATIVE.search(between)):
        return []
    return sentence.masked.mentions(*match.span(), types=EVENT)


def event_of_passive(
    article: ParsedArticle, sentence: Sentence, start: int, end: int
) -> MaskedMention | None:
    """The event that 由A主办 at code[start:end] is said of: 由A主办的大赛, else the one last named."""
    after = _WHICH_EVENT.match(sentence.code, end)
    if after and EVENT not in sentence.code[:start]:
        return sentence.masked.mention(after.end() - 1)
    return article.event_before(sentence, start)


def wording(article: ParsedArticle, masked: MaskedSentence, span: tuple[int, int]) -> str:
    """The article's words for code[span], without the quotation marks around them; "" for white space."""
    words = article.text[masked.offset(span[0]) : masked.offset(span[1])].strip()
    quoted = _QUOTED.fullmatch(words)
    return quoted[1].strip() if quoted else words


def widened(sentence: Sentence, span: tuple[int, int], mention: MaskedMention) -> tuple[int, int]:
    """The span, widened to a mention where that stands in the same sentence."""
    if not sentence.masked.start <= mention.start < sentence.masked.end:
        return span
    index = sentence.masked.index(mention.start)
    return min(span[0], index), max(span[1], index + 1)
