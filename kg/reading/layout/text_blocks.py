"""The lines of a page to stacks: lines of one size, each directly below the one before, in one column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from kg.reading.formats import limits
from kg.reading.layout.text_lines import Placed, across, beside

# Lines of a stack differ so little in size; the share of its width that a line has in common with it.
_SAME_SIZE, _IN_COLUMN = 1.08, 0.5
# How far the lines of a text are apart where the page does not tell, and how much further a line may be, in
# sizes, and yet belong to the same stack; lines on one level.
_PITCH, _LOOSE, _LEVEL = 1.5, 0.45, 0.6
# Lines further apart than this, in sizes, are in no stack.
_REACH = 3.0
# Edges of lines that differ by less (in sizes) are one; how far first lines are indented, mostly and at most.
_EDGE, _INDENT, _MAX_INDENT = 0.6, 2.0, 4.5
# A line whose left end is so close to its stack's (in sizes) belongs to it, however short either is.
_NEAR_EDGE = 2.4
# A headline's characters are so much larger than those of the text.
_LARGE = 1.18
# The lines of one headline: how far apart (in sizes of the larger), and how much of them above one another.
_HEADLINE_GAP, _HEADLINE_ACROSS = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines one below the other, or vertical ones from right to left, and the box around them.

    `edge` is the left edge of the column, `large`: set in the size of headlines.
    """

    lines: tuple[Placed, ...]
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


class _Growing:
    """A stack while lines are put to it, with the place and size of its last one and the width of all."""

    def __init__(self, line: Placed) -> None:
        self.lines: list[Placed] = []
        self.x0, self.x1 = line.x0, line.x1
        self.add(line)

    def add(self, line: Placed) -> None:
        self.lines.append(line)
        self.x0, self.x1 = min(self.x0, line.x0), max(self.x1, line.x1)
        self.y0, self.y1, self.middle, self.size = line.y0, line.y1, line.middle, line.size


def body_size(lines: Iterable[Placed]) -> float:
    """The size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 4) / 4] += len(line.text.text)
    return max(sorted(sizes), key=sizes.__getitem__, default=0.0)


def stacks(lines: Sequence[Placed], body: float) -> list[Stack]:
    """The stacks of a page, from its lines ordered from the top; the parts of a headline are one stack."""
    level = sorted((line for line in lines if not line.vertical), key=lambda line: (line.middle, line.x0))
    middles = [line.middle for line in level]
    pitch = _pitch(level, body)
    found: list[_Growing] = []
    within_reach: list[_Growing] = []
    for line in level:
        within_reach = [stack for stack in within_reach if line.middle - stack.middle <= _REACH * stack.size]
        above = min(
            (stack for stack in within_reach if _goes_below(line, stack, pitch)),
            key=lambda stack: line.middle - stack.middle,
            default=None,
        )
        reach = _LEVEL * line.size
        near = level[bisect_left(middles, line.middle - reach) : bisect_right(middles, line.middle + reach)]
        if above is None or _is_parted(line, above, near):
            found.append(_Growing(line))
            within_reach.append(found[-1])
        else:
            above.add(line)
    columns = [*(stack.lines for stack in found), *([line] for line in lines if line.vertical)]
    edges = _edges(columns)
    made = [
        Stack(tuple(stack), _edge(stack, edges), max(line.size for line in stack) >= _LARGE * body)
        for stack in columns
    ]
    return [*_headlines([s for s in made if s.large]), *(s for s in made if not s.large)]


def _pitch(lines: Sequence[Placed], body: float) -> float:
    """How far the lines of the text are apart, in sizes."""
    text = [line for line in lines if max(line.size, body) <= _SAME_SIZE * min(line.size, body)]
    steps: list[float] = []
    for index, line in enumerate(text):
        for below in text[index + 1 :]:
            if below.middle - line.middle > 3 * body:
                break
            if below.middle - line.middle > _LEVEL * body and across(line, below) > _IN_COLUMN:
                steps.append((below.middle - line.middle) / body)
                break
    return median(steps) if steps else _PITCH


def _goes_below(line: Placed, stack: _Growing, pitch: float) -> bool:
    """Whether a line is set like the last of a stack, in its column and right below it."""
    step = (line.middle - stack.middle) / stack.size
    if max(line.size, stack.size) > _SAME_SIZE * min(line.size, stack.size):
        return False
    if not _LEVEL < step <= min(pitch + _LOOSE, _REACH):
        return False
    return across(line, stack) >= _IN_COLUMN or abs(line.x0 - stack.x0) <= _NEAR_EDGE * stack.size


def _is_parted(line: Placed, stack: _Growing, lines: Sequence[Placed]) -> bool:
    """Whether another of the lines on its level stands below the stack too: columns begin there."""
    return any(other is not line and across(other, stack) > 0.1 for other in lines)


def _edges(found: Iterable[Sequence[Placed]]) -> list[float]:
    """The left edges of the columns: where lines of a stack begin, most of them at the same place."""
    return sorted(min(line.x0 for line in stack) for stack in found if len(stack) > 2)


def _edge(stack: Sequence[Placed], edges: Sequence[float]) -> float:
    """The left edge of the column of a stack: that of others where it has too few lines to show it."""
    own = min(line.x0 for line in stack)
    if len(stack) > 2:
        return own
    size = stack[0].size
    left = [edge for edge in edges if -_EDGE * size <= own - edge <= _MAX_INDENT * size]
    likely = (own, own - _INDENT * size)
    return next(
        (edge for place in likely for edge in left if abs(edge - place) <= _EDGE * size),
        max(left, default=own),
    )


def _headlines(large: Sequence[Stack]) -> Iterator[Stack]:
    """The headlines: stacks of large lines above, or vertical ones beside one another, made one."""
    if len(large) > limits.PAGE_STACKS:  # the page is refused
        yield from large
        return
    groups: list[list[Stack]] = []
    within_reach: list[tuple[Stack, int]] = []
    reach = _HEADLINE_GAP * max((stack.size for stack in large), default=0.0)
    for stack in sorted(large, key=lambda stack: (stack.y0, stack.x0)):
        within_reach = [(other, group) for other, group in within_reach if stack.y0 - other.y1 <= reach]
        joined = sorted({group for other, group in within_reach if _is_one(stack, other)})
        groups.append([stack, *(part for group in joined for part in groups[group])])
        for group in joined:
            groups[group] = []
        own = len(groups) - 1
        within_reach = [(other, own if group in joined else group) for other, group in within_reach]
        within_reach.append((stack, own))
    for parts in filter(None, groups):
        lines = [line for stack in parts for line in stack.lines]
        upright = parts[0].vertical
        lines.sort(key=lambda line: (-line.x1, line.y0) if upright else (line.y0, line.x0))
        yield Stack(tuple(lines), min(stack.edge for stack in parts), large=True)


def _is_one(stack: Stack, other: Stack) -> bool:
    """Whether two stacks of large lines are parts of one headline."""
    if stack.vertical != other.vertical:
        return False
    reach = _HEADLINE_GAP * max(stack.size, other.size)
    if stack.vertical:
        gap = max(stack.x0, other.x0) - min(stack.x1, other.x1)
        return gap <= reach and beside(stack, other) >= _HEADLINE_ACROSS
    gap = max(stack.y0, other.y0) - min(stack.y1, other.y1)
    return gap <= reach and across(stack, other) >= _HEADLINE_ACROSS
