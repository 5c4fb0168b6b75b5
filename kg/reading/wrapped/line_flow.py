"""Which hard-wrapped line goes on with the line before, by its setting, its marks and its words.

Lengths are in cells, the width of an ideograph, as in `lines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.reading.offset_text import OffsetText, concat
from kg.reading.press import cues
from kg.reading.wrapped.lines import Line
from kg.reading.wrapped.page_style import HANG, RAG, PageStyle

# A line that begins further from its column's edge than this is indented; less is a space before a word.
_INDENTED = 1.0
# Indents that differ by less are one.
_SAME_INDENT = 0.5
_UNCLOSED = re.compile(r"[（(《][^（()）《》]*$")
# Marks within a sentence.
_COMMAS = "，、"


@dataclass(frozen=True)
class LineFlow:
    """The lines of a page in its style, and what shows that one goes on in the next.

    Lines are named by their indices.
    """

    lines: Sequence[Line]
    style: PageStyle

    def runs(self) -> Iterator[tuple[int, int]]:
        """[start, end) of lines that run on: indent, a blank line or a short line ends a run."""
        start = 0
        for index in range(1, len(self.lines) + 1):
            if index == len(self.lines) or not self._runs_on(start, index):
                yield start, index
                start = index

    def text(self, start: int, end: int) -> str:
        """The text of lines [start, end) on end."""
        return "".join(line.text.text for line in self.lines[start:end])

    def joined(self, start: int, end: int) -> OffsetText:
        """Lines [start, end) as one, with a space where a line break stood for one."""
        parts: list[OffsetText] = []
        for index in range(start, end):
            if index > start and self._needs_space(index):
                parts.append(OffsetText.inserted(" "))
            parts.append(self.lines[index].text)
        return concat(parts)

    def is_indented(self, index: int) -> bool:
        """Whether a line is set off from the edge of its column as the first of a paragraph may be."""
        return self.lines[index].indent >= _INDENTED

    def is_full(self, index: int) -> bool:
        """Whether what begins the next line would not have fitted on this one."""
        return self.lines[index].is_full(self.lines[index + 1], self.style.columns[index])

    def is_finished(self, index: int) -> bool:
        """Whether a sentence, a credit or a signature ends with the line."""
        text = self.lines[index].text.text
        return cues.ends_sentence(text) or cues.is_credit(text)

    @cached_property
    def has_wide_lines(self) -> bool:
        """Whether headlines are not broken where the column ends: some are wider."""
        return any(map(self._overhangs, range(len(self.lines))))

    def _runs_on(self, start: int, index: int) -> bool:
        """Whether a line goes on with the line before, in a run that began with line `start`."""
        before, line = self.lines[index - 1], self.lines[index]
        if line.blanks > self.style.blanks or self._overhangs(index - 1) or self._overhangs(index):
            return False
        if self._opens(index):
            return False
        if self.is_full(index - 1) or _UNCLOSED.search(before.text.text):
            return True
        if self.is_finished(index - 1) or (self.style.indent and not self.is_indented(start)):
            return False
        if before.text.text[-1] in _COMMAS:
            return True
        # An indent shows that the run is text, which does not end within a sentence.
        unindented = self.style.indent > 0 and not self.is_indented(index) and self.is_indented(start)
        return (self.style.ragged or unindented) and self.style.columns[index - 1] - before.end <= RAG

    def _opens(self, index: int) -> bool:
        """Whether a line opens something new by its words or its indent."""
        before, line = self.lines[index - 1], self.lines[index]
        if cues.is_caption(line.text.text) or (cues.is_lead(line.text.text) and not self._is_lead(index - 1)):
            return True
        if self.is_indented(index) and (
            line.indent > before.indent or abs(line.indent - self.style.indent) < _SAME_INDENT
        ):
            return True
        is_new = line.indent > before.indent or cues.is_date_line(line.text.text)
        return is_new and self.is_finished(index - 1)

    def _is_lead(self, index: int) -> bool:
        """Whether a line is the beginning of a lead, whose byline may be broken off: 新华社云州6月4日电."""
        return cues.is_lead(self.lines[index].text.text) and not self.is_finished(index)

    def _overhangs(self, index: int) -> bool:
        """Whether a line is wider than its column, further than a mark may hang over its edge."""
        line = self.lines[index]
        width = line.squeezed if self.style.squeezes else line.width
        return line.indent + width > self.style.columns[index] + HANG

    def _needs_space(self, index: int) -> bool:
        """Whether a line break stood for a space: one is left of it, or a Latin word was kept whole."""
        before, line = self.lines[index - 1], self.lines[index]
        if 0 < line.indent < _INDENTED:
            return True
        pair = before.text.text[-1] + line.text.text[0]
        return pair.isascii() and pair.isalpha() and before.end < self.style.columns[index - 1]
