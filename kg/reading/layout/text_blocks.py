"""The lines of a page to blocks: lines of one size, each directly below the one before, in one column.

Lengths are multiples of the type size unless another unit is named, as in `text_lines`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from kg.reading.formats import limits
from kg.reading.layout.text_lines import TextLine, horizontal_overlap, vertical_overlap

# First lines of paragraphs are indented by two ideographs, as is usual in Chinese print, and by no more.
USUAL_INDENT, MAX_INDENT = 2.0, 4.5

# The type sizes of two lines of one block differ by no larger a factor: less than from text to headline.
_SAME_SIZE = 1.08
# A line is in the column of a block where this share of the narrower one's width is above the other.
_COLUMN_OVERLAP = 0.5
# A line whose left end is as close to that of the line above is in its column, however short either is.
_COLUMN_LEFT_END = 2.4
# Lines whose middles differ in height by no more are side by side.
_SIDE_BY_SIDE = 0.6
# The pitch of the text, from line to line, where a page does not show its own: the usual one of print.
_DEFAULT_PITCH = 1.5
# A line further below than the pitch of the page by more than this is no more of the block.
_PITCH_TOLERANCE = 0.45
# Lines further apart than this, middle to middle, are never one block, whatever the pitch.
_MAX_PITCH = 3.0
# Columns part below a line where another one beside it has this share of its width under the line.
_PARTING_OVERLAP = 0.1
# Left edges that differ by no more are one column's.
_SAME_EDGE = 0.6
# A block shows the left edge of its column by its own lines where it has as many: the first may be indented.
_EDGE_LINES = 3
# Headlines are set larger than the text by at least this factor.
_HEADLINE_SIZE = 1.18
# Blocks of large type are one headline where they are no further apart, in the larger one's type size, and
# share at least this much of the shorter one's width (vertical ones: of its height).
_HEADLINE_GAP, _HEADLINE_OVERLAP = 1.0, 0.5
# Type sizes are counted to a quarter of a point.
_SIZE_STEPS = 4


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines one below the other, or vertical ones from right to left, and the box around them.

    `edge` is the left edge of the column, in points; `large` blocks are set in the size of headlines.
    """

    lines: tuple[TextLine, ...]
    edge: float
    large: bool = False

    @property
    def page(self) -> int:
        """The page, counted from 1."""
        return self.lines[0].page

    @property
    def x0(self) -> float:
        """The left end."""
        return min(line.x0 for line in self.lines)

    @property
    def y0(self) -> float:
        """The top."""
        return min(line.y0 for line in self.lines)

    @property
    def x1(self) -> float:
        """The right end."""
        return max(line.x1 for line in self.lines)

    @property
    def y1(self) -> float:
        """The bottom."""
        return max(line.y1 for line in self.lines)

    @property
    def size(self) -> float:
        """The size of the largest line."""
        return max(line.size for line in self.lines)

    @property
    def vertical(self) -> bool:
        """Whether its lines read from top to bottom."""
        return self.lines[0].vertical

    @property
    def text(self) -> str:
        """Its lines on end."""
        return "".join(line.text.text for line in self.lines)


class _OpenBlock:
    """A block while lines are added: place and size of its last line, left and right ends of all."""

    def __init__(self, line: TextLine) -> None:
        self.lines: list[TextLine] = []
        self.x0, self.x1 = line.x0, line.x1
        self.add(line)

    def add(self, line: TextLine) -> None:
        self.lines.append(line)
        self.x0, self.x1 = min(self.x0, line.x0), max(self.x1, line.x1)
        self.y0, self.y1, self.middle, self.size = line.y0, line.y1, line.middle, line.size


def body_type_size(lines: Iterable[TextLine]) -> float:
    """The size in which most characters are set, in points; 0 where there is none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * _SIZE_STEPS) / _SIZE_STEPS] += len(line.text.text)
    return max(sorted(sizes), key=sizes.__getitem__, default=0.0)


def group_into_blocks(lines: Sequence[TextLine], body: float) -> list[TextBlock]:
    """The blocks of a page, headlines first; the parts of a headline are one block.

    `lines` are ordered from the top; `body` is the type size of the text, in points.
    """
    columns = [*_columns(lines, body), *([line] for line in lines if line.vertical)]
    edges = _shown_edges(columns)
    made = [
        TextBlock(
            tuple(column), _edge(column, edges), max(line.size for line in column) >= _HEADLINE_SIZE * body
        )
        for column in columns
    ]
    return [
        *_headlines([block for block in made if block.large]),
        *(block for block in made if not block.large),
    ]


def _columns(lines: Sequence[TextLine], body: float) -> list[list[TextLine]]:
    """The horizontal lines, each put to the block that it goes below, or else in one of its own."""
    level = sorted((line for line in lines if not line.vertical), key=lambda line: (line.middle, line.x0))
    middles = [line.middle for line in level]
    pitch = _pitch(level, body)
    blocks: list[_OpenBlock] = []
    within_reach: list[_OpenBlock] = []
    for line in level:
        within_reach = [
            block for block in within_reach if line.middle - block.middle <= _MAX_PITCH * block.size
        ]
        above = min(
            (block for block in within_reach if _goes_below(line, block, pitch)),
            key=lambda block: line.middle - block.middle,
            default=None,
        )
        reach = _SIDE_BY_SIDE * line.size
        row = level[bisect_left(middles, line.middle - reach) : bisect_right(middles, line.middle + reach)]
        if above is None or _is_parted(line, above, row):
            blocks.append(_OpenBlock(line))
            within_reach.append(blocks[-1])
        else:
            above.add(line)
    return [block.lines for block in blocks]


def _pitch(lines: Sequence[TextLine], body: float) -> float:
    """How far the lines of the text are apart, middle to middle, in type sizes of the text."""
    text = [line for line in lines if max(line.size, body) <= _SAME_SIZE * min(line.size, body)]
    steps: list[float] = []
    for index, line in enumerate(text):
        for below in text[index + 1 :]:
            step = below.middle - line.middle
            if step > _MAX_PITCH * body:
                break
            if step > _SIDE_BY_SIDE * body and horizontal_overlap(line, below) > _COLUMN_OVERLAP:
                steps.append(step / body)
                break
    return median(steps) if steps else _DEFAULT_PITCH


def _goes_below(line: TextLine, block: _OpenBlock, pitch: float) -> bool:
    """Whether a line is set like the last of a block, in its column and right below it."""
    step = (line.middle - block.middle) / block.size
    if max(line.size, block.size) > _SAME_SIZE * min(line.size, block.size):
        return False
    if not _SIDE_BY_SIDE < step <= min(pitch + _PITCH_TOLERANCE, _MAX_PITCH):
        return False
    return (
        horizontal_overlap(line, block) >= _COLUMN_OVERLAP
        or abs(line.x0 - block.x0) <= _COLUMN_LEFT_END * block.size
    )


def _is_parted(line: TextLine, block: _OpenBlock, row: Sequence[TextLine]) -> bool:
    """Whether another line of the row stands below the block too: columns begin there."""
    return any(other is not line and horizontal_overlap(other, block) > _PARTING_OVERLAP for other in row)


def _shown_edges(columns: Iterable[Sequence[TextLine]]) -> list[float]:
    """The left edges of the columns whose lines are enough to show them, from the left."""
    return sorted(min(line.x0 for line in column) for column in columns if len(column) >= _EDGE_LINES)


def _edge(column: Sequence[TextLine], edges: Sequence[float]) -> float:
    """The left edge of the column of some lines: that of others where these are too few to show it."""
    own = min(line.x0 for line in column)
    if len(column) >= _EDGE_LINES:
        return own
    size = column[0].size
    left = [edge for edge in edges if -_SAME_EDGE * size <= own - edge <= MAX_INDENT * size]
    likely = (own, own - USUAL_INDENT * size)
    return next(
        (edge for place in likely for edge in left if abs(edge - place) <= _SAME_EDGE * size),
        max(left, default=own),
    )


def _headlines(large: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """The headlines: blocks of large lines above, or vertical ones beside one another, made one."""
    if len(large) > limits.PAGE_BLOCKS:  # the page is refused
        yield from large
        return
    for parts in _grouped(large):
        lines = [line for block in parts for line in block.lines]
        upright = parts[0].vertical
        lines.sort(key=lambda line: (-line.x1, line.y0) if upright else (line.y0, line.x0))
        yield TextBlock(tuple(lines), min(block.edge for block in parts), large=True)


def _grouped(large: Sequence[TextBlock]) -> Iterator[list[TextBlock]]:
    """The blocks of large lines in groups of those that are one headline."""
    groups: list[list[TextBlock]] = []
    within_reach: list[tuple[TextBlock, int]] = []
    reach = _HEADLINE_GAP * max((block.size for block in large), default=0.0)
    for block in sorted(large, key=lambda block: (block.y0, block.x0)):
        within_reach = [(other, group) for other, group in within_reach if block.y0 - other.y1 <= reach]
        joined = sorted({group for other, group in within_reach if _are_one_headline(block, other)})
        groups.append([block, *(part for group in joined for part in groups[group])])
        for group in joined:
            groups[group] = []
        own = len(groups) - 1
        within_reach = [(other, own if group in joined else group) for other, group in within_reach]
        within_reach.append((block, own))
    return filter(None, groups)


def _are_one_headline(block: TextBlock, other: TextBlock) -> bool:
    """Whether two blocks of large lines are parts of one headline."""
    if block.vertical != other.vertical:
        return False
    reach = _HEADLINE_GAP * max(block.size, other.size)
    if block.vertical:
        gap = max(block.x0, other.x0) - min(block.x1, other.x1)
        return gap <= reach and vertical_overlap(block, other) >= _HEADLINE_OVERLAP
    gap = max(block.y0, other.y0) - min(block.y1, other.y1)
    return gap <= reach and horizontal_overlap(block, other) >= _HEADLINE_OVERLAP
