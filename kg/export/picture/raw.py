"""A text layer, line by line as the file has it, the articles in their colours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from kg.export.picture.marks import ArticleMark, shown

# The line breaks of Unicode; a form feed parts pages.
_LINE = re.compile(r"(?P<text>[^\n\r\x0b\f\x85\u2028\u2029]*)(?P<end>\r\n|[\n\r\x0b\f\x85\u2028\u2029]|$)")
# The columns of the picture hold lines so wide, in characters; wider ones are broken.
_WIDTHS = (12, 16, 20, 24, 32, 48)

# The mark of a character and whether it is of a headline.
_Owner = tuple[ArticleMark, bool] | None


def text_layer(marks: Sequence[ArticleMark], raw: str) -> str:
    """The pages of a file's text."""
    owners = _owners(marks, raw)
    painter = _Painter()
    pages: list[list[str]] = [[]]
    for match in _LINE.finditer(raw):
        start, end = match.span("text")
        pages[-1].append(painter.line(raw[start:end], owners[start:end]))
        if match["end"] == "\f":
            pages.append([])
    width = next((width for width in _WIDTHS if width >= _usual(raw)), _WIDTHS[-1])
    return "".join(f'<pre class="w{width}">{_spaced(lines)}</pre>' for lines in pages if any(lines))


def _owners(marks: Sequence[ArticleMark], raw: str) -> list[_Owner]:
    """Whose each character of the file is; a space within a line of an article is its own too."""
    owners: list[_Owner] = [None] * len(raw)
    for mark in marks:
        offsets = mark.article.origin.offsets if mark.article.origin else ()
        headline = len(mark.article.title)
        for at, offset in enumerate(offsets):
            if 0 <= offset < len(raw):
                owners[offset] = (mark, at < headline)
    for match in re.finditer(r"(?<=\S)[^\S\n\r\f]+(?=\S)", raw):
        if (before := owners[match.start() - 1]) == owners[match.end()]:
            owners[slice(*match.span())] = [before] * len(match.group())
    return owners


class _Painter:
    """Paints line after line: a number shows where the article changes."""

    def __init__(self) -> None:
        self._last: ArticleMark | None = None
        self._seen: set[int] = set()

    def line(self, text: str, owners: Sequence[_Owner]) -> str:
        """One line as HTML."""
        painted: list[str] = []
        at = 0
        for owner, run in groupby(owners):
            stretch = text[at : (at := at + len(list(run)))]
            painted.append(self._painted(stretch, owner))
        return "".join(painted)

    def _painted(self, text: str, owner: _Owner) -> str:
        if owner is None:
            return shown(text)
        mark, headline = owner
        opens, first = mark is not self._last, mark.number not in self._seen
        self._last = mark
        self._seen.add(mark.number)
        return mark.stretch(text, headline=headline, opens=opens, first=first)


def _spaced(lines: Sequence[str]) -> str:
    """The lines of a page below one another, with a little room where the file has empty ones."""
    spaced: list[str] = []
    room = ""
    for line in lines:
        if line.strip():
            spaced.append(f"<div{room if spaced else ''}>{line}</div>")
        room = "" if line.strip() else " class=room"
    return "".join(spaced)


def _usual(raw: str) -> int:
    """How long the lines of a file are, but for the longest tenth."""
    lengths = sorted(len(line) for line in raw.splitlines() if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0
