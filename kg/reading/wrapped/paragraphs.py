"""Hard-wrapped lines to blocks: paragraphs, captions, and short lines that may be headlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kg.reading.offset_text import OffsetText
from kg.reading.press import cues
from kg.reading.wrapped.heading_lines import HeadingLines
from kg.reading.wrapped.line_flow import LineFlow
from kg.reading.wrapped.lines import Line
from kg.reading.wrapped.page_style import PageStyle


class BlockKind(Enum):
    """What a block looks like: a heading is a line that may be a headline or a part of one."""

    PARAGRAPH = auto()
    HEADING = auto()
    CAPTION = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together.

    `soft`: nothing in the setting parts it from the block before; only what the lines say does.
    `blanks` is the number of blank lines above it.
    """

    text: OffsetText
    kind: BlockKind
    soft: bool = False
    blanks: int = 0


def make_blocks(lines: Sequence[Line], style: PageStyle) -> list[Block]:
    """The blocks of a page, in order."""
    flow = LineFlow(lines, style)
    headings = HeadingLines(flow)
    return [block for start, end in flow.runs() for block in _run_blocks(flow, headings, start, end)]


def _run_blocks(flow: LineFlow, headings: HeadingLines, start: int, end: int) -> Iterator[Block]:
    """The blocks of a run of lines: headlines that the setting does not part from it are taken out."""
    if cues.is_caption(flow.lines[start].text.text):
        yield Block(flow.joined(start, end), BlockKind.CAPTION, blanks=flow.lines[start].blanks)
        return
    done = index = start
    while index < end:
        if count := headings.count(index, done, end):
            yield from _paragraph_blocks(flow, done, index, start)
            yield from _heading_blocks(flow, index, index + count, start, end)
            done = index = index + count
        else:
            index += 1
    yield from _paragraph_blocks(flow, done, end, start)


def _heading_blocks(flow: LineFlow, first: int, last: int, start: int, end: int) -> Iterator[Block]:
    """Each of lines [first, last) of a run [start, end) a heading, with what was broken off it.

    Where text follows in the run, only the words tell it from that.
    """
    done = first
    for index in range(first, last):
        if index + 1 < last and flow.is_full(index) and not flow.has_wide_lines:
            continue
        soft = done > start and (flow.is_full(done - 1) or (done > first and last < end))
        yield Block(flow.joined(done, index + 1), BlockKind.HEADING, soft, flow.lines[done].blanks)
        done = index + 1


def _paragraph_blocks(flow: LineFlow, first: int, end: int, start: int) -> Iterator[Block]:
    """Lines [first, end) of a run that begins with `start` as one paragraph.

    Where the page marks no paragraphs, there is one for each sentence that ends with its line.
    """
    for index in range(first, end):
        if index + 1 == end or (not flow.style.marked and flow.is_finished(index)):
            soft = first > start
            yield Block(flow.joined(first, index + 1), BlockKind.PARAGRAPH, soft, flow.lines[first].blanks)
            first = index + 1
