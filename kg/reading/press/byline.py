"""Who wrote, photographed, edited or signed an article: bylines, photo credits, end signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.script import respelt, simplified
from kg.language.surnames import is_name
from kg.language.text import HAN
from kg.model.records import Credit

# Roles before a name, as papers print them; the longest is tried first.
_ROLES = (
    "全媒体记者|融媒体?记者|学生记者|校园记者|特约记者|见习记者|实习记者|首席记者|驻站记者|特派记者|摄影记者|记者|特约通讯员|通讯员|特约撰稿人?|实习生|"
    "摄影报道|摄影|摄制|作者|撰稿|撰文|采写|供稿|整理|责任编辑|责编|编辑|编审|审核人|审核|[一二三终初]审|校对|图/文|文/图|文/摄|文|图"
)
_ROLE = re.compile(rf"(?:{_ROLES})")
# What may part a role from its names.
_PARTED = (" ", "\u3000", "：", ":")
# 图 and 文 are roles only where a mark follows: 图/张三, 文：李四.
_SHORT_ROLES, _AFTER_SHORT_ROLE = frozenset("图文"), frozenset("/／：: ")
# After a name alone they say that text and picture are by one hand, which is a signature.
_BOTH = frozenset({"文/图", "图/文", "文/摄"})
# What a photograph's credit says before or after the name.
_PHOTO = frozenset({"图", "摄", "摄影", "摄影报道", "摄影记者", "供图"})
# 本报, 新华社, 解放军报讯: whose reporter, which is no part of the role.
_MEDIA = re.compile(
    rf"[{HAN}]{{0,12}}(?:本报|本网|本台|[报网社台刊]|融媒体?中心|客户端)(?:讯|发|电)?$|^$|^发$"
)
_BRACKETED = re.compile(r"[（(]([^（）()\n]{2,80})[）)]")
_REPORTED = re.compile(
    r"(?:^|[讯电日道])[ \u3000]*([^，。：；\n]{2,60}?)(?:报道|摄影报道|电)[ \u3000]*[：:]", re.MULTILINE
)
_LINE = re.compile(r"^[ \u3000]*([^，。；！？\n（(]{4,60})$", re.MULTILINE)
_CAPTION = re.compile(
    r"[。？！” \u3000]([^，。；！？\n（()）”]{2,30}?)[ \u3000/]{0,9}(摄影报道|摄影|供图|摄|图)[）)]?$",
    re.MULTILINE,
)
_SIGNATURE = re.compile(r"[（(]([^（）()\n：:]{2,30})[）)]\s*$", re.MULTILINE)
_WORD = re.compile(r"[^\s、，,/／：:|｜]+")
_SHOT = re.compile(r"[\s/／]{0,9}(?:摄影报道|摄影|摄|供图|(?<!文/)图)$")
# 本报记者张三、李四综合报道: says that they report, not who.
_TOLD = re.compile(r"(?:综合|联合|现场)?报道$")
# The last character of an office, behind which a person may sign; that of any body's short name, which signs
# alone: 工 and 中 (（云州工）, （县一中）) end names too.
_OFFICES = frozenset("办委团处科部局院会社站队校室心厅镇乡矿厂")
_BODIES = _OFFICES | frozenset("工宣组讯党联中司")


def find_credits(text: str) -> tuple[Credit, ...]:
    """The persons named in an article's bylines, photo credits and signatures, in the order of the text."""
    found: dict[int, Credit] = {}
    read = simplified(text)
    for stretches in (_bracketed(read), _reported(read), _lines(read), _captions(read), _signatures(read)):
        for credit in stretches:
            found.setdefault(credit.start, credit)
    return tuple(respelt(found[start], read, text) for start in sorted(found))


def _bracketed(text: str) -> Iterator[Credit]:
    """（全媒体记者张三 通讯员李四）, (陈五 摄)."""
    for match in _BRACKETED.finditer(text):
        # Behind a dateline stand reporters, whatever their surname: 本报讯（记者拓小军）.
        yield from _stretch(text, *match.span(1), dateline=text[match.start() - 1] in "讯电")


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
        if names and all(is_name(name) and name[-1] not in _BODIES for name, _, _ in names):
            yield from (Credit("署名", *name) for name in names)


def _without_body(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The words of a signature behind the office that it begins with: 集团办公室 咸晓峰."""
    office = len(words) > 1 and len(words[0][0]) > 1 and words[0][0][-1] in _OFFICES
    return words[1:] if office else words


def _stretch(text: str, start: int, end: int, *, dateline: bool = False) -> list[Credit]:
    """The credits of a stretch that holds roles and names and nothing else; else none."""
    if told := _TOLD.search(text, start, end):
        end = told.start()
    shot = _SHOT.search(text, start, end)
    last = shot.start() if shot else end
    roles = _roles(text, start, last)
    if roles and roles[-1].end() == last:  # 张三 整理; 记者张三 文/图
        after = roles.pop()
        if not roles:
            names = _people(text, start, after.start(), loose=False)
            label = "署名" if after.group() in _BOTH else after.group()
            return [Credit(label, *name) for name in names]
        last = after.start()
    if not roles:
        people = _people(text, start, last, loose="摄" in shot.group()) if shot else []
        return [Credit("摄影", *name) for name in people]
    if not _MEDIA.search(text[start : roles[0].start()].strip()):
        return []
    found: list[Credit] = []
    for role, stop in zip(roles, [*(following.start() for following in roles[1:]), last], strict=True):
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
        if role.group() not in _SHORT_ROLES or text[role.end() : role.end() + 1] in _AFTER_SHORT_ROLE
    ]


def _people(text: str, start: int, end: int, *, loose: bool) -> list[tuple[str, int, int]]:
    """The names in what follows a role or stands before 摄; none where there is anything else.

    `loose`: a name may be of any form (多吉旺堆). After a colon it may stand behind a body and post.
    """
    names = _without_body(_names(text, start, end))
    sure = [name for name in names if is_name(name[0])]
    if len(sure) == len(names) or (sure and text[start] in "：:"):
        return sure
    people = all(2 <= len(name) <= 4 and name[-1] not in _BODIES for name, _, _ in names)
    return names if loose and people else []


def _names(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The words of a stretch with their places; two single ideographs are one spread name."""
    names: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(text, start, end):
        word, at, stop = match.group(), match.start(), match.end()
        if names and len(word) == 1 and len(names[-1][0]) == 1 and not text[names[-1][2] : at].strip():
            first, begin, _ = names.pop()
            names.append((first + word, begin, stop))
        else:
            names.append((word, at, stop))
    return names
