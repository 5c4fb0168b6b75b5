"""Hard-wrapped lines to blocks: paragraphs, and short lines that may be headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.reading import cues
from kg.reading.lines import Line, Setting, cells
from kg.reading.spaces import tidy
from kg.reading.traced import Traced, concat

# What cannot be parted by a line break: opening marks, a number or Latin word or one character,
# and the closing marks after it.
_UNBREAKABLE = re.compile(
    r"[“‘（《〈【「『(\[]*(?:[A-Za-z0-9.%+\-]+|[^\s])[，。、；：？！”’）》〉】」』…—,.;:?!)\]]*"
)
_OPENING = re.compile(r"[“‘（《〈【「『(\[]$")
# The indent of a paragraph's first line that the text layer lost makes it shorter by two cells.
_LOST_INDENT = 2.5
_HEADLINE_LINES = 4
_MAX_HEADLINE = 60
_UNFINISHED = re.compile(r"[，、；：,;:—和与及的在]$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or (`heading`) one line that has the shape of a headline or a part of one."""

    text: Traced
    heading: bool


def blocks(lines: Sequence[Line], how: Setting) -> list[Block]:
    """The blocks of a page, in order."""
    found: list[Block] = []
    for start, end in _runs(lines, how):
        found.extend(_blocks_of(lines[start:end], how, how.columns[start:end]))
    return found


def _runs(lines: Sequence[Line], how: Setting) -> Iterator[tuple[int, int]]:
    """[start, end) of lines that run on: a break where indent, blank line or a short line shows one."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not _runs_on(lines, index, start, how):
            yield start, index
            start = index


def _runs_on(lines: Sequence[Line], index: int, start: int, how: Setting) -> bool:
    """Whether line `index` goes on with the one before, in a block that begins at line `start`."""
    before, line = lines[index - 1], lines[index]
    column = how.columns[index - 1]
    if line.blanks > how.blanks or (how.indent and line.indent >= 1):
        return False
    if before.end > column + 1.75 or line.end > how.columns[index] + 1.75:
        return False  # a headline wider than the column stands alone
    text = before.text.text
    finished = cues.ends_sentence(text)
    unit = _UNBREAKABLE.match(line.text.text)
    fits = before.end + (cells(unit.group()) if unit else 1) <= column + 0.25
    if not fits:
        return not (finished and cues.is_lead(line.text.text))
    if finished or how.indent:
        return False
    short = column - before.end
    if index - 1 == start:
        # Either a headline or a first line whose indent was lost.
        return short <= _LOST_INDENT and not cues.is_lead(line.text.text)
    return short <= _LOST_INDENT


def _blocks_of(lines: Sequence[Line], how: Setting, columns: Sequence[float]) -> Iterator[Block]:
    """The blocks of a run of lines: headline lines glued to its ends by chance are taken off."""
    head = _headline_lines_before(lines, how)
    tail = _headline_lines_after(lines[head:], how)
    body = lines[head : len(lines) - tail]
    for line in lines[:head]:
        yield Block(tidy(line.text), heading=True)
    if body:
        yield Block(tidy(_joined(body, columns[head:])), heading=False)
    for line in lines[len(lines) - tail :]:
        yield Block(tidy(line.text), heading=True)


def _is_headline_line(line: Line, how: Setting) -> bool:
    text = line.text.text
    return (
        not (how.indent and line.indent >= 1)
        and line.width <= _MAX_HEADLINE
        and not cues.ends_sentence(text)
        and not _UNFINISHED.search(text)
        and "。" not in text
        and not cues.is_date_line(text)
        and not cues.is_lead(text)
        and not cues.is_credit(text)
    )


def _headline_lines_before(lines: Sequence[Line], how: Setting) -> int:
    """How many lines at the start are headlines: a lead follows them."""
    for count in range(min(_HEADLINE_LINES, len(lines) - 1), 0, -1):
        opening = lines[count].text.text
        if (cues.is_lead(opening) or cues.is_dated(opening)) and all(
            _is_headline_line(line, how) and "，" not in line.text.text for line in lines[:count]
        ):
            return count
    return 0


def _headline_lines_after(lines: Sequence[Line], how: Setting) -> int:
    """How many lines at the end are headlines: no sentence ends there, one ended before them."""
    if not lines or cues.ends_sentence(concat(line.text for line in lines).text):
        return 0
    count = 0
    for line in reversed(lines):
        if cues.ends_sentence(line.text.text):
            break
        if not _is_headline_line(line, how):
            return 0
        count += 1
    return count if count <= _HEADLINE_LINES else 0


def _joined(lines: Sequence[Line], columns: Sequence[float]) -> Traced:
    parts: list[Traced] = []
    for index, line in enumerate(lines):
        if index and _needs_space(lines[index - 1], line, columns[index - 1]):
            parts.append(Traced.inserted(" "))
        parts.append(line.text)
    return concat(parts)


def _needs_space(before: Line, line: Line, column: float) -> bool:
    """Whether the break stood for a space: one is left of it, or a Latin word was kept whole."""
    if 0 < line.indent < 1:
        return True
    left, right = before.text.text[-1], line.text.text[0]
    return left.isascii() and left.isalpha() and right.isascii() and right.isalpha() and before.end < column
