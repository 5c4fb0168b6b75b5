"""Where everything stands in the picture, and how large it is: computed once, the same on every run.

    x, y       the middle of each node's shape, in pixels at zoom 1
    size       its radius, which grows with the number of neighbours
    community  the community of each node that stands in a relation to another; -1 of the others

The map on top is of the entities that stand in a relation. Below it lies each article with who
wrote it and what it only mentions.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kg.export.html.communities import communities
from kg.export.html.facts import TYPES, Json
from kg.export.html.layout import COMPONENT_GAP, GAP, Point, Size, layout, rows

# Names on the canvas: full-width characters to a line, lines, and the height of a line in font sizes.
# The page breaks them in the same way.
LINE_WIDTH = 8
LINES = 2
LINE_HEIGHT = 1.25

# Radii of nodes without a neighbour and at most; the room between the two layers.
RADIUS = 6.0
MOST_RADIUS = 26.0
LAYER_GAP = 3 * COMPONENT_GAP

ARTICLE = TYPES.index("Article")

Pair = tuple[int, int]
Points = dict[int, Point]


@dataclass(frozen=True, slots=True)
class _Mark:
    """How large a node and its name are drawn; the name stands below the node's shape."""

    radius: float
    width: float
    label_height: float

    @property
    def box(self) -> Size:
        return max(self.width, 2 * self.radius), 2 * self.radius + self.label_height


def drawing(facts: Json) -> Json:
    """The picture of the facts (see `kg.export.html.facts`)."""
    types = facts["entities"]["type"]
    pairs = list(dict.fromkeys(zip(facts["claims"]["subject"], facts["claims"]["object"], strict=True)))
    related = [(a, b) for a, b in pairs if types[a] != ARTICLE]
    linked = sorted({end for pair in related for end in pair})
    index = {number: place for place, number in enumerate(linked)}
    edges = [(index[a], index[b]) for a, b in related]
    groups = communities(len(linked), edges)
    marks = _marks(facts["entities"], pairs)
    points = dict(zip(linked, layout([marks[number].box for number in linked], edges, groups), strict=True))
    points |= _below(marks, points, _homes(facts["entities"], pairs, set(linked)))
    community = dict(zip(linked, groups, strict=True))
    return {
        "x": [round(points[number][0]) for number in range(len(marks))],
        "y": [round(points[number][1] - mark.label_height / 2) for number, mark in enumerate(marks)],
        "size": [mark.radius for mark in marks],
        "community": [community.get(number, -1) for number in range(len(marks))],
    }


def _homes(entities: Json, pairs: Sequence[Pair], linked: set[int]) -> dict[int, list[int]]:
    """Article → the entities set beside it: its authors, then what it mentions first."""
    homes: dict[int, list[int]] = {article: [] for article in entities["mentioned"]}
    placed = set(linked)
    written = [pair for pair in pairs if pair[0] in homes]
    mentioned = [(article, entity) for article in homes for entity in entities["mentioned"][article]]
    for article, entity in written + mentioned:
        if entity not in placed:
            placed.add(entity)
            homes[article].append(entity)
    return homes


def _marks(entities: Json, pairs: Sequence[Pair]) -> list[_Mark]:
    """Marks that grow with the number of neighbours; those of an article are what it mentions."""
    names = entities["name"]
    neighbours: list[set[int]] = [set(entities["mentioned"].get(number, ())) for number in range(len(names))]
    for subject, object_ in pairs:
        neighbours[subject].add(object_)
        neighbours[object_].add(subject)
    return [_mark(name, len(others)) for name, others in zip(names, neighbours, strict=True)]


def _mark(name: str, neighbours: int) -> _Mark:
    weight = math.sqrt(neighbours)
    font = min(13 + round(weight), 20)
    lines = min(max(math.ceil(_em(name) / LINE_WIDTH), 1), LINES)
    return _Mark(
        radius=round(min(RADIUS + 2.5 * weight, MOST_RADIUS), 1),
        width=font * min(_em(name) / lines + (lines > 1), LINE_WIDTH + 1),
        label_height=font * LINE_HEIGHT * lines,
    )


def _em(text: str) -> float:
    """About how wide a text is, in font sizes."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55 for char in text)


def _below(marks: Sequence[_Mark], points: Points, homes: dict[int, list[int]]) -> Points:
    """Centres of all that is not on the map, with its names: the blocks of the articles, in rows below it.

    An entity that no article mentions is a block of its own.
    """
    left, _, right, bottom = _frame(marks, points)
    blocks = [_block(marks, article, members) for article, members in homes.items()]
    placed = set(points).union(*blocks)
    blocks += [{number: (0.0, 0.0)} for number in range(len(marks)) if number not in placed]
    frames = [_frame(marks, block) for block in blocks]
    sizes = [(right - left, bottom - top) for left, top, right, bottom in frames]
    centres = rows(sizes, COMPONENT_GAP, right - left)
    below: Points = {}
    for block, frame, (x, y) in zip(blocks, frames, centres, strict=True):
        dx, dy = left + x - (frame[0] + frame[2]) / 2, bottom + LAYER_GAP + y - (frame[1] + frame[3]) / 2
        below |= {number: (px + dx, py + dy) for number, (px, py) in block.items()}
    return below


def _block(marks: Sequence[_Mark], article: int, members: Sequence[int]) -> Points:
    """An article above the rows of its members."""
    centres = rows([marks[number].box for number in members], 2 * GAP)
    points = dict(zip(members, centres, strict=True))
    left, top, right, _ = _frame(marks, points)
    return {article: ((left + right) / 2, top - marks[article].box[1] / 2 - 3 * GAP), **points}


def _frame(marks: Sequence[_Mark], points: Points) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the nodes with their names; all 0 where there are none."""
    boxes = [(*point, *marks[number].box) for number, point in points.items()] or [(0.0, 0.0, 0.0, 0.0)]
    return (
        min(x - width / 2 for x, _, width, _ in boxes),
        min(y - height / 2 for _, y, _, height in boxes),
        max(x + width / 2 for x, _, width, _ in boxes),
        max(y + height / 2 for _, y, _, height in boxes),
    )
