"""The dateline of a report: who reports, from where and when, at the head of a paragraph.

本报讯, 本报安庆6月4日讯（记者…）, 新华社北京6月1日电, 江北在线5月4日讯, 央视网消息：. The words are in
`datelines.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.tables import read_word_lists
from kg.language.text import HAN, alternation

_LISTS = read_word_lists("kg.language", "datelines")
_OUTLET = alternation(_LISTS["outlets"])
_DATE = r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]"
_REPORT = rf"(?!{alternation(_LISTS['no_reports'])}){alternation(_LISTS['reports'])}"
_ACCOUNT = alternation(_LISTS["accounts"])
_AT_ONCE = r"(?=[\s（(：:])"
_HEAD = re.compile(
    # Of an agency the place may stand alone, of another outlet only with the date.
    rf"据?(?:(?:{alternation(_LISTS['own'])}|(?P<agency>{alternation(_LISTS['agencies'])}))(?P<place>[{HAN}·]{{2,10}}?)?"
    rf"(?:{_DATE})?(?:{_REPORT}|{_ACCOUNT}{_AT_ONCE})"
    rf"|(?P<outlet>[{HAN}]{{2,10}}?{_OUTLET})"
    rf"(?:(?P<other_place>[{HAN}·]{{2,10}}?)?{_DATE}(?:{_REPORT}|{_ACCOUNT})|讯|消息))"
)
# What is no name in front, a reporter's perhaps, and the words that only a dateline ends with.
_LOOSE_HEAD = re.compile(rf"[^，。；\n]{{0,24}}?(?:{_OUTLET}讯|[日号]{_REPORT}|{_ACCOUNT}(?=\s*[（(：:]))")
# The reporters in brackets and the colon.
_REST = re.compile(r"\s*(?:[（(][^）)\n]*[）)])?[：:\s]*")
_REPORTED = re.compile(f"{_REPORT}|{_ACCOUNT}")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the parts of a dateline stand in the text, None where it has none; 本报 is no outlet."""

    outlet: Span | None
    place: Span | None
    end: int


def dateline_at(text: str, start: int) -> Dateline | None:
    """The dateline that begins at an offset."""
    if head := _HEAD.match(text, start):
        return Dateline(_span(head, "agency", "outlet"), _span(head, "place", "other_place"), head.end())
    loose = _LOOSE_HEAD.match(text, start)
    return Dateline(None, None, loose.end()) if loose else None


def _span(match: re.Match[str], *groups: str) -> Span | None:
    """The span of the first of the groups that took part."""
    return next((match.span(group) for group in groups if match[group]), None)


def find_datelines(text: str) -> Iterator[Dateline]:
    """The datelines that open the lines of a text."""
    start = 0
    for line in text.split("\n"):
        if dateline := dateline_at(text, start):
            yield dateline
        start += len(line) + 1


def skip_dateline(text: str, start: int) -> int:
    """Where the report goes on behind a dateline, its reporters in brackets and its colon; or `start`."""
    dateline = dateline_at(text, start)
    rest = _REST.match(text, dateline.end) if dateline else None
    return rest.end() if rest else start


def is_date_of_report(text: str, end: int) -> bool:
    """Whether a date that ends here is that of a dateline: 6月4日|电."""
    return _REPORTED.match(text, end) is not None
