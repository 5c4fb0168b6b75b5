"""Hard-wrapped lines to blocks: paragraphs, and short lines that may be headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.reading import cues
from kg.reading.lines import Line, Setting, cells
from kg.reading.spaces import tidy
from kg.reading.traced import Traced, concat
from kg.reading.words import pairs

# What cannot be parted by a line break: opening marks, a number or Latin word or one character,
# and the closing marks after it.
_UNBREAKABLE = re.compile(
    r"[“‘（《〈【「『(\[]*(?:[A-Za-z0-9.%+\-]+|[^\s])[，。、；：？！”’）》〉】」』…—,.;:?!)\]]*"
)
# A line this much wider than its column, in cells, was never wrapped in it.
_OVERHANG = 1.75
# The indent of a paragraph's first line that the text layer lost makes it shorter by two cells.
_LOST_INDENT = 2.5
# A headline has at most so many lines, each at most so wide in cells.
_HEADLINE_LINES = 4
_HEADLINE_WIDTH = 60
_MIN_PAIRS = 2
_UNFINISHED = re.compile(r"[，、；：,;:—和与及的在]$")
_UNCLOSED = re.compile(r"[（(《][^（()）《》]*$")
# A headline that its setting does not show is known by its words: this share of them stands in the lines
# below or above it.
_REPEATED = 0.5
_BELOW, _ABOVE = 6, 20


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or (`heading`) a line that has the shape of a headline or a part of one.

    `soft`: nothing in the setting parts it from the block before; only what the lines say does.
    """

    text: Traced
    heading: bool
    soft: bool = False


def blocks(lines: Sequence[Line], how: Setting) -> list[Block]:
    """The blocks of a page, in order."""
    flow = _Flow(lines, how)
    return [block for start, end in flow.runs() for block in flow.blocks(start, end)]


@dataclass(frozen=True, slots=True)
class _Flow:
    lines: Sequence[Line]
    how: Setting

    def runs(self) -> Iterator[tuple[int, int]]:
        """[start, end) of lines that run on: indent, a blank line or a short line ends a run."""
        start = 0
        for index in range(1, len(self.lines) + 1):
            if index == len(self.lines) or not self._runs_on(index):
                yield start, index
                start = index

    def blocks(self, start: int, end: int) -> Iterator[Block]:
        """The blocks of a run: headlines that the setting does not part from it are taken out."""
        first = index = start
        while index < end:
            if count := self._headline(index, first, start, end):
                yield from self._paragraphs(first, index, start)
                yield from (self._block(line, line + 1, start, heading=True) for line in range(index, index + count))
                index += count
                first = index
            else:
                index += 1
        yield from self._paragraphs(first, end, start)

    def _runs_on(self, index: int) -> bool:
        """Whether a line goes on with the line before."""
        before, line = self.lines[index - 1], self.lines[index]
        if line.blanks > self.how.blanks or (self.how.indent and line.indent >= 1):
            return False
        if self._overhangs(index - 1) or self._overhangs(index):
            return False
        if cues.is_caption(line.text.text):
            return False
        finished = self._finishes(index - 1)
        if finished and (cues.is_lead(line.text.text) or cues.is_date_line(line.text.text)):
            return False
        if self._is_full(index - 1) or _UNCLOSED.search(before.text.text):
            return True
        if finished or self.how.indent or cues.is_lead(line.text.text):
            return False
        # Within a paragraph lines vary; at its start a short line is a headline or has lost its indent.
        return self.how.columns[index - 1] - before.end <= _LOST_INDENT

    def _overhangs(self, index: int) -> bool:
        return self.lines[index].end > self.how.columns[index] + _OVERHANG

    def _is_full(self, index: int) -> bool:
        """Whether what begins the next line would not have fitted on this one."""
        unit = _UNBREAKABLE.match(self.lines[index + 1].text.text)
        return self.lines[index].end + (cells(unit.group()) if unit else 1) > self.how.columns[index] + 0.25

    def _finishes(self, index: int) -> bool:
        """Whether a sentence, a credit or a signature ends with the line."""
        text = self.lines[index].text.text
        return cues.ends_sentence(text) or cues.is_credit(text)

    def _headline(self, index: int, first: int, start: int, end: int) -> int:
        """How many lines from `index` are headlines, in a run [start, end) that is done up to line `first`."""
        if index > first and not self._finishes(index - 1):
            return 0
        shown = self.how.indent or (self.how.marked and index > start)
        count = 0
        while index + count < end and count < _HEADLINE_LINES and self._may_be_headline(index + count):
            count += 1
            following = index + count
            if following == end:
                return count
            if not shown and self._opens(index, following, end):
                return count
        return 0

    def _opens(self, start: int, end: int, limit: int) -> bool:
        """Whether lines [start, end) look like the headline of what follows, or of what stands above."""
        if any("，" in line.text.text for line in self.lines[start:end]):
            return False
        following = self.lines[end].text.text
        if cues.goes_on(self.lines[start].text.text):
            return False
        return cues.is_lead(following) or cues.is_dated(following) or self._is_repeated(start, end, limit)

    def _may_be_headline(self, index: int) -> bool:
        line = self.lines[index]
        text = line.text.text
        return not (
            (self.how.indent and line.indent >= 1)
            or line.width > _HEADLINE_WIDTH
            or len(pairs(text)) < _MIN_PAIRS
            or "。" in text
            or text.count("（") != text.count("）")
            or _UNFINISHED.search(text)
            or cues.ends_sentence(text)
            or cues.is_date_line(text)
            or cues.is_lead(text)
            or cues.is_credit(text)
            or cues.is_caption(text)
        )

    def _is_repeated(self, start: int, end: int, limit: int) -> bool:
        """Whether the words of lines [start, end) stand in the text below, or above, too."""
        own = pairs(self._text(start, end))
        below = pairs(self._text(end, min(limit, end + _BELOW)))
        above = pairs(self._text(max(0, start - _ABOVE), start))
        return len(own) > 3 and max(len(own & below), len(own & above)) >= _REPEATED * len(own)

    def _text(self, start: int, end: int) -> str:
        return "".join(line.text.text for line in self.lines[start:end])

    def _paragraphs(self, first: int, end: int, start: int) -> Iterator[Block]:
        """One paragraph; where the page shows no paragraphs, one for each sentence that ends with its line."""
        for index in range(first, end):
            if index + 1 == end or (not self.how.marked and self._finishes(index)):
                yield self._block(first, index + 1, start, heading=False)
                first = index + 1

    def _block(self, first: int, end: int, start: int, *, heading: bool) -> Block:
        soft = first > start and self._is_full(first - 1) and not self._overhangs(first - 1)
        return Block(self._joined(first, end), heading, soft)

    def _joined(self, start: int, end: int) -> Traced:
        parts: list[Traced] = []
        for index in range(start, end):
            if index > start and self._needs_space(index):
                parts.append(Traced.inserted(" "))
            parts.append(self.lines[index].text)
        return tidy(concat(parts))

    def _needs_space(self, index: int) -> bool:
        """Whether a line break stood for a space: one is left of it, or a Latin word was kept whole."""
        before, line = self.lines[index - 1], self.lines[index]
        if 0 < line.indent < 1:
            return True
        pair = before.text.text[-1] + line.text.text[0]
        return pair.isascii() and pair.isalpha() and before.end < self.how.columns[index - 1]
