"""Who wrote, photographed, edited or signed an article: bylines, photo credits, end signatures.

The words are in `byline.toml`, the patterns say where in a text they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.language.script import respelt, simplified
from kg.language.surnames import is_name
from kg.language.tables import read_word_lists
from kg.language.text import HAN, alternation
from kg.model.records import Credit

_LISTS = read_word_lists("kg.reading.press", "byline")

# A slash in a role is written in several ways: 文 /图, 文／图.
_ROLE = re.compile(alternation(_LISTS["roles"]).replace("/", " ?[/／] ?"))
_SHORT_ROLES = frozenset(_LISTS["short_roles"])
# The marks beside which a role of one character is one.
_BEFORE_SHORT_ROLE, _AFTER_SHORT_ROLE = frozenset(" \u3000/／、"), frozenset("/／：: |｜丨")
# What may part a role from its names.
_ROLE_SEPARATORS = (" ", "\u3000", "：", ":", "|", "｜", "丨")
_WAYS_OF_WORK = frozenset(_LISTS["ways_of_work"])
_GIVERS = tuple(_LISTS["givers"])
_PHOTO_ROLES = frozenset(_LISTS["photo_roles"])
_OFFICE_ENDS = frozenset(_LISTS["office_ends"])
_BODY_ENDS = _OFFICE_ENDS | frozenset(_LISTS["short_body_ends"])
# The roles of credits that state none: a signature, and a name before 摄.
_SIGNED, _PHOTOGRAPHED = "署名", "摄影"
# Names that are sure by their place alone have so many characters.
_SHORTEST_NAME, _LONGEST_NAME = 2, 4
# So many characters have two names of two or three each that are surely more than one.
_TWO_NAMES = (5, 6)

# 本报, 新华社, 解放军报北京5月1日电, 环球时报驻韩国: whose reporter.
_POSTED = rf"驻[{HAN}]{{1,8}}"
_MEDIA = re.compile(rf"{alternation(_LISTS['media'])}(?:{_POSTED})?$|^{_POSTED}$|(?:[讯电]|报道)$|^$|^发$")
_BRACKETED = re.compile(r"[（(【\[]([^（）()【】\[\]\n]{0,20}\n?[^（）()【】\[\]\n]{2,80})[）)】\]]")
# Behind a dateline brackets hold reporters, whatever their surname, or without a role whoever signs.
_DATELINE = re.compile(r"[讯电]\s*$")
_REPORTED = re.compile(
    r"(?:^|[讯电日道])[ \u3000]*([^，。：；\n]{2,60}?)(?:报道|摄影报道|电)[ \u3000]*[：:]", re.MULTILINE
)
# The name may stand on the next line, and a number of the editor's behind it: 责任编辑：⏎张三_NB123.
_IN_LINE = r"[^，。；！？\n（(_]"
_LINE = re.compile(
    rf"^[ \u3000]*({_IN_LINE}{{2,30}}[：:]\n{_IN_LINE}{{2,12}}|{_IN_LINE}{{4,60}})(?:_[A-Z]+\d+)?$",
    re.MULTILINE,
)
# Behind the photographer may stand the agency: 张三摄（云州图片社）.
_CAPTION = re.compile(
    r"(?:^|[。？！” \u3000])([^，。；！？\n（()）”]{2,30}?)[ \u3000/]{0,9}(摄影报道|摄影|供图|摄|图|绘)"
    r"(?:[）)]|[（(][^（）()\n]{2,12}[）)])?$",
    re.MULTILINE,
)
_SIGNATURE = re.compile(r"[（(]([^（）()\n：:]{2,30})[）)]\s*$", re.MULTILINE)
_WORD = re.compile(r"[^\s、，,/／：:|｜丨]+")
# Behind the photographer may stand the agency: 张三 摄/云州图片社.
_PHOTO_CREDIT = re.compile(
    r"[\s/／]{0,9}(?:摄影报道|(?:摄影|(?<!文[/／])(?<!文并)摄)(?:[/／][^\s/／]{1,11}[社网报台])?|供图"
    r"|(?<!文[/／、并])(?<!文 [/／])图)$"
)
# 本报记者张三、李四综合报道, 记者张三 摄影报道, 记者张三/云州报道: says that they report, not who.
_REPORTING = re.compile(
    rf"(?:[\s/／]{{0,9}}摄影|{alternation(_LISTS['ways_of_reporting'])}|[/／][{HAN}]{{2,8}})?报道$"
)


class _Word(NamedTuple):
    """A word of a byline and where it stands, [start, end) of the text."""

    text: str
    start: int
    end: int


def find_credits(text: str) -> tuple[Credit, ...]:
    """The persons named in an article's bylines, photo credits and signatures, in the order of the text."""
    found: dict[int, Credit] = {}
    read = simplified(text)
    for stretches in (_bracketed(read), _reported(read), _lines(read), _captions(read), _signatures(read)):
        for credit in stretches:
            found.setdefault(credit.start, credit)
    return tuple(respelt(found[start], read, text) for start in sorted(found))


def _bracketed(text: str) -> Iterator[Credit]:
    """（全媒体记者张三 通讯员李四）, 【本报见习记者张三】, (陈五 摄); 云州5月1日电（张三）."""
    for match in _BRACKETED.finditer(text):
        dateline = _DATELINE.search(text, max(match.start() - 4, 0), match.start()) is not None
        stated = _credits(text, *match.span(1), dateline=dateline)
        if dateline and not stated:
            stated = _credited(_SIGNED, _people(text, *match.span(1), loose=False))
        yield from stated


def _reported(text: str) -> Iterator[Credit]:
    """本报讯 记者张三、通讯员李四报道：."""
    for match in _REPORTED.finditer(text):
        yield from _credits(text, *match.span(1))


def _lines(text: str) -> Iterator[Credit]:
    """A line of its own: 作者：张三、李四; 本报记者 王五."""
    for match in _LINE.finditer(text):
        yield from _credits(text, *match.span(1))


def _captions(text: str) -> Iterator[Credit]:
    """At the end of a caption: … 张三 摄."""
    for match in _CAPTION.finditer(text):
        yield from _credits(text, match.start(1), match.end(2))


def _signatures(text: str) -> Iterator[Credit]:
    """（张三 李四） at the end of a paragraph; a body's signature gives nobody."""
    for match in _SIGNATURE.finditer(text):
        names = [] if _roles(text, *match.span(1)) else _without_body(_words(text, *match.span(1)))
        if names and all(is_name(name.text) and name.text[-1] not in _BODY_ENDS for name in names):
            yield from _credited(_SIGNED, names)


def _without_body(words: list[_Word]) -> list[_Word]:
    """The words of a signature behind the office that it begins with: 集团办公室 咸晓峰."""
    is_office = len(words) > 1 and len(words[0].text) > 1 and words[0].text[-1] in _OFFICE_ENDS
    return words[1:] if is_office else words


def _credits(text: str, start: int, end: int, *, dateline: bool = False) -> list[Credit]:
    """The credits of a stretch that holds roles and names and nothing else; else none."""
    end = _before_reporting(text, start, end)
    photo = _PHOTO_CREDIT.search(text, start, end)
    last = photo.start() if photo else end
    roles = _roles(text, start, last)
    if roles and roles[-1].end() == last:  # 张三 整理; 记者张三 文/图
        after = roles.pop()
        if not roles:
            return _credited(_name(after), _people(text, start, after.start(), loose=False))
        last = after.start()
    if not roles:
        people = _people(text, start, last, loose="摄" in photo.group()) if photo else []
        return _credited(_PHOTOGRAPHED, people)
    if not _MEDIA.search(text[start : roles[0].start()].strip()):
        return []
    return _in_roles(text, roles, last, photo=photo is not None, dateline=dateline)


def _before_reporting(text: str, start: int, end: int) -> int:
    """Where what is said of the report begins, else the end; 张三 摄影报道 alone names the photographer."""
    reporting = _REPORTING.search(text, start, end)
    if reporting is None or ("摄影" in reporting[0] and not _ROLE.search(text, start, reporting.start())):
        return end
    return reporting.start()


def _in_roles(
    text: str, roles: Sequence[re.Match[str]], end: int, *, photo: bool, dateline: bool
) -> list[Credit]:
    """The credits of the names behind each role; none at all where a role has no name.

    That of the way of work may have none: 文/图 本报记者 张三.
    """
    found: list[Credit] = []
    for match, stop in zip(roles, [*(following.start() for following in roles[1:]), end], strict=True):
        if _name(match) in _WAYS_OF_WORK and stop < end and _only_media(text, match.end(), stop):
            continue
        is_parted = text[match.end() : stop].startswith(_ROLE_SEPARATORS)
        people = _people(text, match.end(), stop, loose=is_parted or dateline)
        if not people:
            return []
        role = _PHOTOGRAPHED if photo or _name(match) in _PHOTO_ROLES else _name(match)
        found += _credited(role, people)
    return found


def _only_media(text: str, start: int, end: int) -> bool:
    """Whether a stretch names nobody, but perhaps the paper: 本报."""
    return all(_MEDIA.search(word.text) for word in _words(text, start, end))


def _credited(role: str, names: Sequence[_Word]) -> list[Credit]:
    """A credit in the role for each of the names."""
    return [Credit(role, *name) for name in names]


def _name(role: re.Match[str]) -> str:
    """The role as the table writes it."""
    return role.group().replace(" ", "").replace("／", "/")


def _roles(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The roles in a stretch."""
    return [
        role
        for role in _ROLE.finditer(text, start, end)
        if role.group() not in _SHORT_ROLES or _stands_apart(text, role, start, end)
    ]


def _stands_apart(text: str, role: re.Match[str], start: int, end: int) -> bool:
    """Whether a role touches no name on either side in a stretch."""
    before = role.start() == start or text[role.start() - 1] in _BEFORE_SHORT_ROLE
    return before and (role.end() == end or text[role.end()] in _AFTER_SHORT_ROLE)


def _people(text: str, start: int, end: int, *, loose: bool) -> list[_Word]:
    """The names in what follows a role or stands before 摄; none where there is anything else.

    `loose`: a name may be of any form (多吉旺堆). After a colon it may stand behind a body and post.
    """
    words = (word for word in _words(text, start, end) if not word.text.endswith(_GIVERS))
    names = _without_body(list(words))
    if len(names) > 1 and _MEDIA.search(names[-1].text):  # of the next role: 记者 张三 云州日报记者 李四
        names.pop()
    names = [part for name in names for part in _parted(name)]
    sure = [name for name in names if is_name(name.text)]
    if len(sure) == len(names) or (sure and text[start] in "：:"):
        return sure
    may_be_people = all(
        _SHORTEST_NAME <= len(name.text) <= _LONGEST_NAME and name.text[-1] not in _BODY_ENDS
        for name in names
    )
    return names if loose and may_be_people else []


def _parted(word: _Word) -> list[_Word]:
    """Two names that nothing parts (方圆陈知白), where only one cut gives two; else the word."""
    text, start, end = word
    if len(text) not in _TWO_NAMES or len(text) != end - start or is_name(text):
        return [word]
    cuts = [cut for cut in (2, 3) if len(text) - cut <= 3 and is_name(text[:cut]) and is_name(text[cut:])]
    if len(cuts) != 1:
        return [word]
    (cut,) = cuts
    return [_Word(text[:cut], start, start + cut), _Word(text[cut:], start + cut, end)]


def _words(text: str, start: int, end: int) -> list[_Word]:
    """The words of a stretch; two single ideographs are one spread name."""
    words: list[_Word] = []
    for match in _WORD.finditer(text, start, end):
        word = _Word(match.group(), *match.span())
        is_spread = words and len(word.text) == len(words[-1].text) == 1
        if is_spread and not text[words[-1].end : word.start].strip():
            first = words.pop()
            word = _Word(first.text + word.text, first.start, word.end)
        words.append(word)
    return words
