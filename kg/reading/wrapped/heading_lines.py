"""Which of the hard-wrapped lines of a run are headlines that the setting does not part from its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.reading.press import cues
from kg.reading.scoring.similarity import character_pairs
from kg.reading.wrapped.line_flow import LineFlow

# Lines of one headline at most, and its longest line: cells of a line, characters where it was broken.
_MAX_LINES, _MAX_WIDTH = 6, 60
# The words of a headline are at least so many pairs of characters.
_MIN_PAIRS = 2
# A headline that only its words show: this share of its pairs of characters, of which there are at least so
# many, stands in so many lines below it.
_REPEATED_SHARE, _MIN_REPEATED_PAIRS, _LINES_BELOW = 0.5, 4, 6
# Marks and particles that a headline does not end with.
_UNFINISHED = re.compile(r"[，、；：,;:—和与及的在]$")


@dataclass(frozen=True)
class HeadingLines:
    """Finds headlines among the lines of a page; lines are named by their indices."""

    flow: LineFlow

    def count(self, index: int, done: int, end: int) -> int:
        """How many lines from `index` on are headlines, in a run up to `end` that is read up to `done`."""
        if index > done and not self.flow.is_finished(index - 1):
            return 0
        style = self.flow.style
        is_set_off = style.indent or (style.marked and index > done)
        start = index
        for last in range(index + 1, min(index + _MAX_LINES, end) + 1):
            if not self._may_be_set(last - 1):
                return 0
            wraps = last < end and self.flow.is_full(last - 1)
            if self._may_be_worded(start, last):
                if last == end:
                    return 0 if self._is_wrapped_sentence(index, end) else last - index
                if not is_set_off and self._heads(index, last, end):
                    return last - index
            elif not wraps:
                return 0
            if not wraps:
                start = last
        return 0

    def _may_be_set(self, index: int) -> bool:
        """Whether a line is set as one of a headline may be."""
        indented = self.flow.style.indent and self.flow.is_indented(index)
        return not indented and self.flow.lines[index].width <= _MAX_WIDTH

    def _may_be_worded(self, start: int, end: int) -> bool:
        """Whether lines [start, end), a line and what was broken off it, read as a headline may."""
        text = self.flow.text(start, end)
        return not (
            len(text) > _MAX_WIDTH
            or len(character_pairs(text)) < _MIN_PAIRS
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
        lines = self.flow.lines
        return index + 1 < len(lines) and cues.is_date_line(lines[index + 1].text.text)

    def _is_wrapped_sentence(self, start: int, end: int) -> bool:
        """Whether the first of lines [start, end) goes on in the next, with commas, as no headline does."""
        if self.flow.style.indent:  # it would be indented
            return False
        last = start
        while last + 1 < end and self.flow.is_full(last):
            last += 1
        return last > start and "，" in self.flow.text(start, last + 1)

    def _heads(self, start: int, end: int, limit: int) -> bool:
        """Whether lines [start, end) read like the headline of the text that follows up to `limit`."""
        if "，" in self.flow.text(start, end):
            return False
        opening, following = self.flow.lines[start].text.text, self.flow.lines[end].text.text
        if cues.goes_on(opening) or cues.opens_with_occasion(opening):
            return False
        return (
            cues.is_dated(following)
            or cues.opens_with_occasion(following)
            or self._is_repeated(start, end, limit)
        )

    def _is_repeated(self, start: int, end: int, limit: int) -> bool:
        """Whether the words of lines [start, end) stand in the text below too."""
        own = character_pairs(self.flow.text(start, end))
        below = character_pairs(self.flow.text(end, min(limit, end + _LINES_BELOW)))
        return len(own) >= _MIN_REPEATED_PAIRS and len(own & below) >= _REPEATED_SHARE * len(own)
