"""Who wrote, photographed, edited or signed an article: bylines, photo credits, end signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.language.script import respelt, simplified
from kg.language.surnames import is_name
from kg.language.text import HAN
from kg.model.records import Credit

# Roles before or behind a name, as papers print them; the longest is tried first.
_ROLES = (
    "全媒体记者|融媒体?记者|学生记者|校园记者|特约记者|见习记者|实习记者|首席记者|驻站记者|特派记者|摄影记者|记者|特约通讯员|通讯员|特约撰稿人?|实习生|"
    "摄影报道|摄影|摄制|作者|撰稿|撰文|采写|供稿人?|编译|整理|责任编辑|责编|编辑|编审|审核人|审核|[一二三终初]审|校对|图/文|文/图|文/摄|绘图|绘|文|图"
)
_ROLE = re.compile(rf"(?:{_ROLES})")
# What may part a role from its names.
_PARTED = (" ", "\u3000", "：", ":")
# One-character roles stand apart from names (图/张三, 文：李四; 张三 绘): in 方雷文 they are part of one.
_SHORT_ROLES = frozenset("图文绘")
_BEFORE_SHORT_ROLE, _AFTER_SHORT_ROLE = frozenset(" \u3000/／、"), frozenset("/／：: ")
# What a photograph's credit says before or after the name.
_PHOTO = frozenset({"图", "摄", "摄影", "摄影报道", "摄影记者", "供图"})
# 本报, 新华社, 解放军报北京5月1日电, 环球时报驻韩国: whose reporter, which is no part of the role.
_MEDIA = re.compile(
    rf"(?:本报|本网|本台|[报网社台刊]|融媒体?中心|客户端)(?:驻[{HAN}]{{1,8}})?$|^驻[{HAN}]{{1,8}}$|[讯电]$|报道$|^$|^发$"
)
_BRACKETED = re.compile(r"[（(【\[]([^（）()【】\[\]\n]{0,20}\n?[^（）()【】\[\]\n]{2,80})[）)】\]]")
_REPORTED = re.compile(
    r"(?:^|[讯电日道])[ \u3000]*([^，。：；\n]{2,60}?)(?:报道|摄影报道|电)[ \u3000]*[：:]", re.MULTILINE
)
_LINE = re.compile(r"^[ \u3000]*([^，。；！？\n（(]{4,60})$", re.MULTILINE)
# Behind the photographer may stand the agency: 张三摄（云州图片社）.
_CAPTION = re.compile(
    r"(?:^|[。？！” \u3000])([^，。；！？\n（()）”]{2,30}?)[ \u3000/]{0,9}(摄影报道|摄影|供图|摄|图|绘)"
    r"(?:[）)]|[（(][^（）()\n]{2,12}[）)])?$",
    re.MULTILINE,
)
_SIGNATURE = re.compile(r"[（(]([^（）()\n：:]{2,30})[）)]\s*$", re.MULTILINE)
# Behind a dateline brackets hold reporters, whatever their surname, or without a role whoever signs.
_DATELINE = re.compile(r"[讯电]\s*$")
_WORD = re.compile(r"[^\s、，,/／：:|｜]+")
_SHOT = re.compile(r"[\s/／]{0,9}(?:(?:摄影|摄)(?:[/／][^\s/／]{2,12})?|供图|(?<!文/)图)$")
# 本报记者张三、李四综合报道, 张三 摄影报道: says that they report, not who.
_TOLD = re.compile(r"(?:综合|联合|现场)?报道$")
_SHOT_AND_TOLD = re.compile(r"[\s/／]{0,9}摄影报道$")
# The last character of an office, behind which a person may sign; that of any body's short name, which signs
# alone: 工 and 中 (（云州工）, （县一中）) end names too.
_OFFICES = frozenset("办委团处科部局院会社站队校室心厅镇乡矿厂网报台")
_BODIES = _OFFICES | frozenset("工宣组讯党联中司")


class _Name(NamedTuple):
    """A word that may be a name, without the spaces within it, and [start, end) of where it stands."""

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
        stated = _stretch(text, *match.span(1), dateline=dateline)
        if dateline and not stated:
            stated = [Credit("署名", *name) for name in _people(text, *match.span(1), loose=False)]
        yield from stated


def _reported(text: str) -> Iterator[Credit]:
    """本报讯 记者张三、通讯员李四报道：."""
    for match in _REPORTED.finditer(text):
        yield from _stretch(text, *match.span(1))


def _lines(text: str) -> Iterator[Credit]:
    """A line of its own: 作者：张三、李四; 本报记者 王五."""
    for match in _LINE.finditer(text):
        yield from _stretch(text, *match.span(1))


def _captions(text: str) -> Iterator[Credit]:
    """At the end of a caption: … 张三 摄."""
    for match in _CAPTION.finditer(text):
        yield from _stretch(text, match.start(1), match.end(2))


def _signatures(text: str) -> Iterator[Credit]:
    """（张三 李四） at the end of a paragraph; a body's signature gives nobody."""
    for match in _SIGNATURE.finditer(text):
        names = _without_body(_names(text, *match.span(1)))
        if names and all(is_name(name.text) and name.text[-1] not in _BODIES for name in names):
            yield from (Credit("署名", *name) for name in names)


def _without_body(words: list[_Name]) -> list[_Name]:
    """The words of a signature behind the office that it begins with: 集团办公室 咸晓峰."""
    office = len(words) > 1 and len(words[0].text) > 1 and words[0].text[-1] in _OFFICES
    return words[1:] if office else words


def _stretch(text: str, start: int, end: int, *, dateline: bool = False) -> list[Credit]:
    """The credits of a stretch that holds roles and names and nothing else; else none."""
    both = _SHOT_AND_TOLD.search(text, start, end)
    if both and _ROLE.search(text, start, both.start()):
        end = both.start()
    elif both is None and (told := _TOLD.search(text, start, end)):
        end = told.start()
    shot = both if both and both.start() < end else _SHOT.search(text, start, end)
    last = shot.start() if shot else end
    roles = _roles(text, start, last)
    if roles and roles[-1].end() == last:  # 张三 整理; 记者张三 文/图
        after = roles.pop()
        if not roles:
            names = _people(text, start, after.start(), loose=False)
            return [Credit(after.group(), *name) for name in names]
        last = after.start()
    if not roles:
        people = _people(text, start, last, loose="摄" in shot.group()) if shot else []
        return [Credit("摄影", *name) for name in people]
    if not _MEDIA.search(text[start : roles[0].start()].strip()):
        return []
    return _in_roles(text, roles, last, shot=shot is not None, dateline=dateline)


def _in_roles(
    text: str, roles: Sequence[re.Match[str]], end: int, *, shot: bool, dateline: bool
) -> list[Credit]:
    """The names behind each role; none at all where a role has none."""
    found: list[Credit] = []
    for role, stop in zip(roles, [*(following.start() for following in roles[1:]), end], strict=True):
        parted = text[role.end() : stop].startswith(_PARTED)
        people = _people(text, role.end(), stop, loose=parted or dateline)
        if not people:
            return []
        label = "摄影" if shot or role.group() in _PHOTO else role.group()
        found.extend(Credit(label, *name) for name in people)
    return found


def _roles(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The roles in a stretch."""
    return [
        role
        for role in _ROLE.finditer(text, start, end)
        if role.group() not in _SHORT_ROLES
        or (
            (role.start() == start or text[role.start() - 1] in _BEFORE_SHORT_ROLE)
            and (role.end() == end or text[role.end()] in _AFTER_SHORT_ROLE)
        )
    ]


def _people(text: str, start: int, end: int, *, loose: bool) -> list[_Name]:
    """The names in what follows a role or stands before 摄; none where there is anything else.

    `loose`: a name may be of any form (多吉旺堆). After a colon it may stand behind a body and post.
    """
    names = _without_body(_names(text, start, end))
    if len(names) > 1 and _MEDIA.search(names[-1].text):  # of the next role: 记者 张三 云州日报记者 李四
        names.pop()
    names = [part for name in names for part in _parted(name)]
    sure = [name for name in names if is_name(name.text)]
    if len(sure) == len(names) or (sure and text[start] in "：:"):
        return sure
    people = all(2 <= len(name.text) <= 4 and name.text[-1] not in _BODIES for name in names)
    return names if loose and people else []


def _parted(name: _Name) -> list[_Name]:
    """Two names that nothing parts (许诺陈维城), where only one division gives two; else the one."""
    word, start, end = name
    if not 5 <= len(word) <= 6 or len(word) != end - start or is_name(word):
        return [name]
    ways = [cut for cut in (2, 3) if len(word) - cut <= 3 and is_name(word[:cut]) and is_name(word[cut:])]
    if len(ways) != 1:
        return [name]
    cut = ways[0]
    return [_Name(word[:cut], start, start + cut), _Name(word[cut:], start + cut, end)]


def _names(text: str, start: int, end: int) -> list[_Name]:
    """The words of a stretch with their places; two single ideographs are one spread name."""
    names: list[_Name] = []
    for match in _WORD.finditer(text, start, end):
        word = _Name(match.group(), *match.span())
        before = names[-1] if names else None
        if before and len(word.text) == len(before.text) == 1 and not text[before.end : word.start].strip():
            names[-1] = _Name(before.text + word.text, before.start, word.end)
        else:
            names.append(word)
    return names
