"""Hard-wrapped lines to blocks: paragraphs, and short lines that may be headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from kg.reading.offset_text import Traced, concat
from kg.reading.press import cues
from kg.reading.scoring.similarity import pairs
from kg.reading.wrapped.lines import Line
from kg.reading.wrapped.page_style import HANG, RAG, Setting

# A headline has at most so many lines, each at most so wide in cells.
_HEADLINE_LINES = 6
_HEADLINE_WIDTH = 60
_MIN_PAIRS = 2
# Indents that differ by less, in cells, are one.
_ABOUT = 0.5
_UNFINISHED = re.compile(r"[，、；：,;:—和与及的在]$")
_UNCLOSED = re.compile(r"[（(《][^（()）《》]*$")
# A headline that its setting does not show is known by its words: this share of them stands in the lines
# below it.
_REPEATED, _BELOW = 0.5, 6


class Kind(Enum):
    """What a block looks like: a heading is a line that may be a headline or a part of one."""

    PARAGRAPH = auto()
    HEADING = auto()
    CAPTION = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together.

    `soft`: nothing in the setting parts it from the block before; only what the lines say does.
    `blanks` are the blank lines above it.
    """

    text: Traced
    kind: Kind
    soft: bool = False
    blanks: int = 0


def blocks(lines: Sequence[Line], how: Setting) -> list[Block]:
    """The blocks of a page, in order."""
    flow = _Flow(lines, how)
    return [block for start, end in flow.runs() for block in flow.blocks(start, end)]


@dataclass(frozen=True)
class _Flow:
    lines: Sequence[Line]
    how: Setting

    def runs(self) -> Iterator[tuple[int, int]]:
        """[start, end) of lines that run on: indent, a blank line or a short line ends a run."""
        start = 0
        for index in range(1, len(self.lines) + 1):
            if index == len(self.lines) or not self._runs_on(start, index):
                yield start, index
                start = index

    def blocks(self, start: int, end: int) -> Iterator[Block]:
        """The blocks of a run: headlines that the setting does not part from it are taken out."""
        if cues.is_caption(self.lines[start].text.text):
            yield Block(self._joined(start, end), Kind.CAPTION, blanks=self.lines[start].blanks)
            return
        done = index = start
        while index < end:
            if count := self._headline(index, done, end):
                yield from self._paragraphs(done, index, start)
                yield from self._headings(index, index + count, start, end)
                done = index = index + count
            else:
                index += 1
        yield from self._paragraphs(done, end, start)

    def _runs_on(self, start: int, index: int) -> bool:
        """Whether a line goes on with the line before, in a run that began with line `start`."""
        before, line = self.lines[index - 1], self.lines[index]
        if line.blanks > self.how.blanks:
            return False
        if self._overhangs(index - 1) or self._overhangs(index):
            return False
        finished = self._finishes(index - 1)
        if cues.is_caption(line.text.text) or (cues.is_lead(line.text.text) and not self._leads(index - 1)):
            return False
        if line.indent >= 1 and (line.indent > before.indent or abs(line.indent - self.how.indent) < _ABOUT):
            return False
        if finished and line.indent > before.indent:
            return False
        if finished and cues.is_date_line(line.text.text):
            return False
        if self._is_full(index - 1) or _UNCLOSED.search(before.text.text):
            return True
        if finished or (self.how.indent and self.lines[start].indent < 1):
            return False
        if before.text.text[-1] in "，、":
            return True
        # An indent shows that the run is text, which does not end within a sentence.
        unindented = self.how.indent > 0 and line.indent < 1 <= self.lines[start].indent
        return (self.how.ragged or unindented) and self.how.columns[index - 1] - before.end <= RAG

    def _leads(self, index: int) -> bool:
        """Whether a line is the beginning of a lead, whose byline may be broken off: 新华社云州6月4日电."""
        return cues.is_lead(self.lines[index].text.text) and not self._finishes(index)

    @cached_property
    def _has_wide_lines(self) -> bool:
        """Whether headlines are not broken where the column ends: some are wider."""
        return any(map(self._overhangs, range(len(self.lines))))

    def _overhangs(self, index: int) -> bool:
        line = self.lines[index]
        width = line.squeezed if self.how.squeezes else line.width
        return line.indent + width > self.how.columns[index] + HANG

    def _is_full(self, index: int) -> bool:
        """Whether what begins the next line would not have fitted on this one."""
        return self.lines[index].is_full(self.lines[index + 1], self.how.columns[index])

    def _finishes(self, index: int) -> bool:
        """Whether a sentence, a credit or a signature ends with the line."""
        text = self.lines[index].text.text
        return cues.ends_sentence(text) or cues.is_credit(text)

    def _headline(self, index: int, done: int, end: int) -> int:
        """How many lines from `index` are headlines, in a run up to `end` that is done up to line `done`."""
        if index > done and not self._finishes(index - 1):
            return 0
        shown = self.how.indent or (self.how.marked and index > done)
        start = index
        for last in range(index + 1, min(index + _HEADLINE_LINES, end) + 1):
            if not self._is_headline_line(last - 1):
                return 0
            wraps = last < end and self._is_full(last - 1)
            if self._may_be_headline(start, last):
                if last == end:
                    return 0 if self._is_wrapped_sentence(index, end) else last - index
                if not shown and self._opens(index, last, end):
                    return last - index
            elif not wraps:
                return 0
            if not wraps:
                start = last
        return 0

    def _is_wrapped_sentence(self, start: int, end: int) -> bool:
        """Whether the first of lines [start, end) goes on in the next, with commas, as no headline does."""
        if self.how.indent:  # it would be indented
            return False
        last = start
        while last + 1 < end and self._is_full(last):
            last += 1
        return last > start and "，" in self._text(start, last + 1)

    def _opens(self, start: int, end: int, limit: int) -> bool:
        """Whether lines [start, end) look like the headline of what follows."""
        if any("，" in line.text.text for line in self.lines[start:end]):
            return False
        opening, following = self.lines[start].text.text, self.lines[end].text.text
        if cues.goes_on(opening) or cues.opens_with_occasion(opening):
            return False
        return (
            cues.is_dated(following)
            or cues.opens_with_occasion(following)
            or self._is_repeated(start, end, limit)
        )

    def _is_headline_line(self, index: int) -> bool:
        """Whether a line is set as one of a headline may be."""
        line = self.lines[index]
        return not (self.how.indent and line.indent >= 1) and line.width <= _HEADLINE_WIDTH

    def _may_be_headline(self, start: int, end: int) -> bool:
        """Whether lines [start, end), a line and what was broken off it, read as a headline may."""
        text = self._text(start, end)
        return not (
            len(text) > _HEADLINE_WIDTH
            or len(pairs(text)) < _MIN_PAIRS
            or "。" in text
            or text.count("（") != text.count("）")
            or _UNFINISHED.search(text)
            or cues.ends_sentence(text)
            or cues.is_date_line(text)
            or cues.is_lead(text)
            or cues.is_credit(text)
            or cues.is_caption(text)
            or (cues.is_body(text) and self._is_dated_below(end - 1))
        )

    def _is_dated_below(self, index: int) -> bool:
        """Whether the next line is a date alone: the line is a signature then."""
        return index + 1 < len(self.lines) and cues.is_date_line(self.lines[index + 1].text.text)

    def _is_repeated(self, start: int, end: int, limit: int) -> bool:
        """Whether the words of lines [start, end) stand in the text below too."""
        own = pairs(self._text(start, end))
        below = pairs(self._text(end, min(limit, end + _BELOW)))
        return len(own) > 3 and len(own & below) >= _REPEATED * len(own)

    def _text(self, start: int, end: int) -> str:
        return "".join(line.text.text for line in self.lines[start:end])

    def _headings(self, first: int, last: int, start: int, end: int) -> Iterator[Block]:
        """Each line a heading, with what was broken off it.

        Where text follows in the run, only the words tell it from that.
        """
        done = first
        for index in range(first, last):
            if index + 1 < last and self._is_full(index) and not self._has_wide_lines:
                continue
            soft = done > start and (self._is_full(done - 1) or (done > first and last < end))
            yield Block(self._joined(done, index + 1), Kind.HEADING, soft, self.lines[done].blanks)
            done = index + 1

    def _paragraphs(self, first: int, end: int, start: int) -> Iterator[Block]:
        """One paragraph; where the page marks none, one for each sentence that ends with its line."""
        for index in range(first, end):
            if index + 1 == end or (not self.how.marked and self._finishes(index)):
                soft = first > start
                yield Block(self._joined(first, index + 1), Kind.PARAGRAPH, soft, self.lines[first].blanks)
                first = index + 1

    def _joined(self, start: int, end: int) -> Traced:
        parts: list[Traced] = []
        for index in range(start, end):
            if index > start and self._needs_space(index):
                parts.append(Traced.inserted(" "))
            parts.append(self.lines[index].text)
        return concat(parts)

    def _needs_space(self, index: int) -> bool:
        """Whether a line break stood for a space: one is left of it, or a Latin word was kept whole."""
        before, line = self.lines[index - 1], self.lines[index]
        if 0 < line.indent < 1:
            return True
        pair = before.text.text[-1] + line.text.text[0]
        return pair.isascii() and pair.isalpha() and before.end < self.how.columns[index - 1]
