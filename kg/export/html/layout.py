"""Where each node stands in the picture: computed once, the same on every run.

Each connected component is drawn by stress majorisation: the distance of two
nodes in the picture follows their distance in the graph (Gansner, Koren and
North 2004). Beyond a few hundred nodes only the distances to some pivots and
to the neighbours are kept (Ortmann, Klimenta and Brandes 2016). Then boxes
that overlap, name labels included, are pushed apart, and the components are
packed side by side. A large component is drawn community by community, so that
each keeps together: the communities are then set out as boxes in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Size = tuple[float, float]
Point = tuple[float, float]
Square = tuple[int, int]

# Pixels at zoom 1: an edge's ideal length across and down (names are wider than high),
# the room left between two boxes and two components, and the grid on which components are packed.
EDGE_LENGTH = np.array([118.0, 86.0])
GAP = 8.0
COMPONENT_GAP = 30.0
SQUARE = 24.0
# How much of a component's frame its boxes may fill before they are pushed apart.
DENSITY = 0.45
# The largest component that is drawn in one piece.
WHOLE = 120
# The finest grid that a large picture is packed on: this many squares across.
SQUARES = 160
# Width to height of the whole picture: that of the canvas on a common screen.
ASPECT = 1.25

_STRESS_TERMS = 12_000
_FEWEST_PIVOTS = 32
_STRESS_ROUNDS = 60
_SEPARATION_STEPS = 300
_STEPS_A_SEARCH = 10
# The share of an overlap that each of the two boxes moves in a step.
_PUSH = 0.36
# How far from overlapping a pair may be that is watched until the next search.
_SLACK = 40.0
_GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def layout(
    sizes: Sequence[Size], edges: Sequence[tuple[int, int]], groups: Sequence[int] = ()
) -> list[Point]:
    """Centres of boxes of the given (width, height), linked by edges (pairs of box numbers).

    `groups` are the communities of the boxes, where they are known.
    """
    boxes = np.array(sizes, dtype=np.float64).reshape(-1, 2)
    links = np.array(edges, dtype=np.intp).reshape(-1, 2)
    return [(float(x), float(y)) for x, y in _layout(boxes, links, np.array(groups, dtype=np.intp))]


def _layout(boxes: Floats, edges: Integers, groups: Integers) -> Floats:
    neighbours = _neighbours(len(boxes), edges.tolist())
    points = np.zeros_like(boxes)
    components = _components(neighbours)
    for members in components:
        if len(groups) and len(members) > WHOLE:
            points[members] = _by_groups(members, boxes, edges, groups)
        else:
            points[members] = _component(neighbours, members, boxes[members])
    _pack(points, boxes, components, edges)
    return points


def _by_groups(members: Integers, boxes: Floats, edges: Integers, groups: Integers) -> Floats:
    """Centres of a large component's boxes: each community drawn by itself, then all set out as boxes."""
    names, own = np.unique(groups[members], return_inverse=True)
    place = np.full(len(boxes), -1)
    place[members] = own
    ends = place[edges]
    within = ends[:, 0] == ends[:, 1]
    index = np.zeros(len(boxes), dtype=np.intp)
    points = np.zeros((len(members), 2))
    frames = np.zeros((len(names), 2))
    for group in range(len(names)):
        block = np.flatnonzero(own == group)
        index[members[block]] = np.arange(len(block))
        inner = index[edges[within & (ends[:, 0] == group)]]
        # A community need not hang together by itself, and is not cut any smaller.
        drawn = _layout(boxes[members[block]], inner, np.empty(0, dtype=np.intp))
        low, high = drawn - boxes[members[block]] / 2, drawn + boxes[members[block]] / 2
        points[block] = drawn - (low.min(axis=0) + high.max(axis=0)) / 2
        frames[group] = np.ptp(np.concatenate([low, high]), axis=0) + 2 * COMPONENT_GAP
    across = np.unique(np.sort(ends[~within & (ends[:, 0] >= 0)], axis=1), axis=0)
    return points + _layout(frames, across, np.empty(0, dtype=np.intp))[own]


def rows(sizes: Sequence[Size], gap: float, width: float = 0.0) -> list[Point]:
    """Centres of boxes set in rows, in the given order, as wide as given or as suits the screen if more."""
    area = sum((across + gap) * (down + gap) for across, down in sizes)
    limit = max([width, np.sqrt(area * ASPECT), *(across for across, _ in sizes)])
    centres: list[Point] = []
    x = y = row_height = 0.0
    for across, down in sizes:
        if x > 0 and x + across > limit:
            x, y, row_height = 0.0, y + row_height + gap, 0.0
        centres.append((x + across / 2, y + down / 2))
        x += across + gap
        row_height = max(row_height, down)
    return centres


def _neighbours(size: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    neighbours: list[set[int]] = [set() for _ in range(size)]
    for a, b in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)
    return [sorted(others - {node}) for node, others in enumerate(neighbours)]


def _hops(neighbours: Sequence[Sequence[int]], source: int) -> dict[int, int]:
    """How many edges lead from the source to each node of its component, the nearest first."""
    hops = {source: 0}
    queue = [source]
    for node in queue:
        for other in neighbours[node]:
            if other not in hops:
                hops[other] = hops[node] + 1
                queue.append(other)
    return hops


def _components(neighbours: list[list[int]]) -> list[Integers]:
    """The members of each connected component, both in rising order."""
    seen: set[int] = set()
    components = []
    for node in range(len(neighbours)):
        if node not in seen:
            members = sorted(_hops(neighbours, node))
            seen.update(members)
            components.append(np.array(members, dtype=np.intp))
    return components


def _component(neighbours: list[list[int]], members: Integers, boxes: Floats) -> Floats:
    """Centres of one connected component's boxes."""
    if len(members) == 1:
        return np.zeros((1, 2))
    place = {node: index for index, node in enumerate(members.tolist())}
    points = _drawn(tuple(tuple(place[other] for other in neighbours[node]) for node in members.tolist()))
    if np.ptp(points[:, 1]) > np.ptp(points[:, 0]):
        points = points[:, ::-1]  # a screen is wider than high
    points = points * EDGE_LENGTH
    return _separate(points * _spread(points, boxes), boxes)


@lru_cache(maxsize=1024)
def _drawn(neighbours: tuple[tuple[int, ...], ...]) -> Floats:
    """Where the nodes of a component stand, whatever their boxes: most are two or three in a row again."""
    hops = _distances(neighbours)
    return _stress(_start(hops), hops, neighbours)


def _distances(neighbours: Sequence[Sequence[int]]) -> dict[int, Floats]:
    """Hops from each pivot to all nodes; the next pivot is always the one farthest from the others."""
    size = len(neighbours)
    nearest = np.full(size, np.inf)
    distances: dict[int, Floats] = {}
    pivot = int(np.argmax([len(others) for others in neighbours]))
    while len(distances) < min(size, max(_FEWEST_PIVOTS, _STRESS_TERMS // size)):
        hops = _hops(neighbours, pivot)
        distances[pivot] = np.array([hops[node] for node in range(size)], dtype=np.float64)
        nearest = np.minimum(nearest, distances[pivot])
        pivot = int(np.argmax(nearest))
    return distances


def _start(hops: dict[int, Floats]) -> Floats:
    """First positions: how much nearer each node is to one of two far pivots, on either axis (FastMap).

    A small spiral keeps apart the nodes that no pivot tells apart.
    """
    rows = list(hops.values())
    size = len(rows[0])
    turn = np.arange(size) * _GOLDEN_ANGLE
    spiral = 0.3 * np.sqrt(np.arange(size) / size)
    axes = [rows[index % len(rows)] - rows[(index + 1) % len(rows)] for index in (1, 3)]
    return np.column_stack([axes[0] / 2 + spiral * np.cos(turn), axes[1] / 2 + spiral * np.sin(turn)])


def _stress(points: Floats, hops: dict[int, Floats], neighbours: Sequence[Sequence[int]]) -> Floats:
    """Move every node to where its distances to pivots and neighbours fit best, again and again."""
    size = len(points)
    pivots = np.array(list(hops), dtype=np.intp)
    links = np.array([(a, b) for a, others in enumerate(neighbours) for b in others], dtype=np.intp)
    node = np.concatenate([np.tile(np.arange(size), len(pivots)), links[:, 0]])
    other = np.concatenate([np.repeat(pivots, size), links[:, 1]])
    ideal = np.concatenate([*hops.values(), np.ones(len(links))])
    weight = np.concatenate([np.full(len(pivots) * size, size / len(pivots)), np.ones(len(links))])
    apart = ideal > 0
    node, other, ideal = node[apart], other[apart], ideal[apart]
    weight = weight[apart] / ideal**2
    total = np.bincount(node, weight, size)
    for _ in range(_STRESS_ROUNDS):
        offset = points[node] - points[other]
        length = np.maximum(np.hypot(offset[:, 0], offset[:, 1]), 1e-9)
        target = points[other] + offset * (ideal / length)[:, None]
        points = np.column_stack([np.bincount(node, weight * target[:, axis], size) for axis in (0, 1)])
        points /= total[:, None]
    return points


def _spread(points: Floats, boxes: Floats) -> float:
    """How much wider the drawing must be for its boxes to find room without crowding."""
    wanted = ((boxes + GAP).prod(axis=1)).sum() / DENSITY
    return float(max(1.0, np.sqrt(wanted / (np.ptp(points, axis=0) + boxes.max(axis=0)).prod())))


def _separate(points: Floats, boxes: Floats) -> Floats:
    """Push overlapping boxes apart, little by little, until none overlap (or the steps run out)."""
    for step in range(_SEPARATION_STEPS):
        fresh = step % _STEPS_A_SEARCH == 0
        if fresh:
            close = _near(points, boxes)
        moves = _moves(points, boxes, *close)
        if fresh and not moves.any():
            break
        points = points + moves
    return points


def _moves(points: Floats, boxes: Floats, first: Integers, second: Integers) -> Floats:
    """How far each box is pushed by those it overlaps, each along the axis on which they overlap less."""
    offset = points[second] - points[first]
    depth = (boxes[first] + boxes[second]) / 2 + GAP - np.abs(offset)
    overlap = (depth > 0.5).all(axis=1)
    first, second, offset, depth = first[overlap], second[overlap], offset[overlap], depth[overlap]
    push = np.where(offset < 0, -depth, depth) * _PUSH
    push[np.arange(len(push)), np.argmax(depth, axis=1)] = 0
    moves = [
        np.bincount(second, push[:, axis], len(points)) - np.bincount(first, push[:, axis], len(points))
        for axis in (0, 1)
    ]
    return np.column_stack(moves)


def _near(points: Floats, boxes: Floats) -> tuple[Integers, Integers]:
    """All pairs of boxes that overlap or are close to it, by a sweep from top to bottom."""
    order = np.argsort(points[:, 1], kind="stable")
    reach = GAP + _SLACK
    highest = boxes[:, 1].max() + reach
    pairs = [(np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp))]
    for step in range(1, len(points)):
        first, second = order[:-step], order[step:]
        offset = points[second] - points[first]
        if offset[:, 1].min() >= highest:
            break
        near = (np.abs(offset) < (boxes[first] + boxes[second]) / 2 + reach).all(axis=1)
        pairs.append((first[near], second[near]))
    return np.concatenate([a for a, _ in pairs]), np.concatenate([b for _, b in pairs])


def _pack(points: Floats, boxes: Floats, blocks: list[Integers], edges: Integers) -> None:
    """Move the components together, the largest in the middle, each as near to it as its outline allows.

    Outlines are sets of squares of a grid (Freivalds, Dogrusoz and Kikusts 2002).
    """
    if len(blocks) == 1:
        return
    ends = {int(node): block for block, members in enumerate(blocks) for node in members}
    inner: list[list[tuple[int, int]]] = [[] for _ in blocks]
    for a, b in edges.tolist():
        inner[ends[a]].append((a, b))
    square = max(SQUARE, float(np.sqrt((boxes + COMPONENT_GAP).prod(axis=1).sum() / DENSITY)) / SQUARES)
    outlines = [_outline(points, boxes, *parts, square) for parts in zip(blocks, inner, strict=True)]
    taken = _Taken()
    rings: dict[frozenset[Square], int] = {}
    for block in sorted(range(len(blocks)), key=lambda block: (-len(outlines[block]), int(blocks[block][0]))):
        outline = outlines[block]
        squares = np.array([*outline], dtype=np.intp)
        # Where this outline did not fit before, it does not fit now.
        shift, rings[outline] = _free_place(squares, taken, rings.get(outline, 0))
        taken.add(squares + shift)
        points[blocks[block]] += shift * square


def _outline(
    points: Floats, boxes: Floats, members: Integers, edges: Sequence[tuple[int, int]], square: float
) -> frozenset[Square]:
    """The squares that a component covers, boxes and edges, once its middle stands at the origin."""
    reach = boxes[members] / 2 + COMPONENT_GAP / 2
    points[members] -= ((points[members] - reach).min(axis=0) + (points[members] + reach).max(axis=0)) / 2
    low = np.floor((points[members] - reach) / square).astype(int)
    high = np.floor((points[members] + reach) / square).astype(int)
    squares = {
        (x, y)
        for (left, top), (right, bottom) in zip(low.tolist(), high.tolist(), strict=True)
        for x in range(left, right + 1)
        for y in range(top, bottom + 1)
    }
    for a, b in edges:
        steps = np.linspace(points[a], points[b], 2 + int(np.abs(points[b] - points[a]).max() / square))
        squares.update((x, y) for x, y in np.floor(steps / square).astype(int).tolist())
    return frozenset(squares)


class _Taken:
    """The squares of the grid that are taken, in a raster around the origin that grows with them."""

    def __init__(self) -> None:
        self._reach = 64
        self._raster = np.zeros((2 * self._reach + 1,) * 2, dtype=np.bool_)

    def add(self, squares: Integers) -> None:
        """Take squares, the rows of an array."""
        self._hold(squares)
        self._raster[squares[:, 0] + self._reach, squares[:, 1] + self._reach] = True

    def is_free(self, squares: Integers) -> Flags:
        """Of each of several arrays of squares, whether none is taken."""
        self._hold(squares)
        taken = self._raster[squares[..., 0] + self._reach, squares[..., 1] + self._reach]
        free: Flags = ~np.atleast_1d(taken.any(axis=-1))
        return free

    def _hold(self, squares: Integers) -> None:
        """Let the raster reach beyond the squares."""
        more = int(np.abs(squares).max()) - self._reach
        if more > 0:
            more += self._reach  # twice as far
            self._raster = np.pad(self._raster, more)
            self._reach += more


def _free_place(outline: Integers, taken: _Taken, ring: int) -> tuple[Integers, int]:
    """The first shift, ring after ring from the middle, at which the outline meets no taken square."""
    half_width, half_height = outline.max(axis=0).tolist()
    while True:
        shifts = _ring(max(0, round(ring * ASPECT) - half_width), max(0, ring - half_height))
        free = taken.is_free(outline + shifts[:, None])
        if free.any():
            return shifts[np.argmax(free)], ring
        ring += 1


@lru_cache(maxsize=1024)
def _ring(right: int, bottom: int) -> Integers:
    """The squares of a rectangle's rim, those nearest to its middle first."""
    rim = {(x, y) for x in range(-right, right + 1) for y in (-bottom, bottom)}
    rim |= {(x, y) for x in (-right, right) for y in range(-bottom, bottom + 1)}
    nearest = sorted(rim, key=lambda square: (square[0] ** 2 + square[1] ** 2, square))
    return np.array(nearest, dtype=np.intp)
