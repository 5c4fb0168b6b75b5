"""Where each node stands in the picture: computed once, the same on every run.

Each connected component is drawn by stress majorisation: the distance of two
nodes in the picture follows their distance in the graph (Gansner, Koren and
North 2004). Beyond a few hundred nodes only the distances to some pivots and
to the neighbours are kept (Ortmann, Klimenta and Brandes 2016). Then boxes
that overlap, name labels included, are pushed apart, and the components are
packed side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import networkx as nx
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]
Size = tuple[float, float]
Point = tuple[float, float]
Square = tuple[int, int]

# Pixels at zoom 1: an edge's ideal length across and down (names are wider than high),
# the room left between two boxes and two components, and the grid on which components are packed.
EDGE_LENGTH = np.array([105.0, 80.0])
GAP = 8.0
COMPONENT_GAP = 30.0
SQUARE = 24.0
# Width to height of the whole picture: that of the canvas on a common screen.
ASPECT = 1.25

_STRESS_TERMS = 200_000
_FEWEST_PIVOTS = 32
_STRESS_ROUNDS = 150
_SEPARATION_ROUNDS = 400
_GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def layout(sizes: Sequence[Size], edges: Sequence[tuple[int, int]]) -> list[Point]:
    """Centres of boxes of the given (width, height), linked by edges (pairs of box numbers)."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(sizes)))
    graph.add_edges_from(edges)
    boxes = np.array(sizes, dtype=np.float64).reshape(-1, 2)
    points = np.zeros_like(boxes)
    blocks: list[Integers] = []
    for component in nx.connected_components(graph):
        members = np.array(sorted(component), dtype=np.intp)
        points[members] = _component(graph.subgraph(component), members, boxes[members])
        blocks.append(members)
    _pack(points, boxes, blocks, edges)
    return [(float(x), float(y)) for x, y in points]


def pack(sizes: Sequence[Size], gap: float, aspect: float = ASPECT) -> list[Point]:
    """Centres of boxes set in rows, in the given order, in a picture of about the given aspect."""
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    row_width = max([np.sqrt(area * aspect), *(width for width, _ in sizes)], default=0.0)
    centres: list[Point] = []
    x = y = row_height = 0.0
    for width, height in sizes:
        if x > 0 and x + width > row_width:
            x, y, row_height = 0.0, y + row_height + gap, 0.0
        centres.append((x + width / 2, y + height / 2))
        x += width + gap
        row_height = max(row_height, height)
    return centres


def _component(graph: nx.Graph[int], members: Integers, boxes: Floats) -> Floats:
    """Centres of one connected component's boxes."""
    if len(members) == 1:
        return np.zeros((1, 2))
    hops = _distances(graph, members)
    points = _stress(_start(hops), hops, _links(graph, members))
    return _separate(points * EDGE_LENGTH, boxes)


def _distances(graph: nx.Graph[int], members: Integers) -> dict[int, Floats]:
    """Hops from each pivot to all members; the next pivot is always the one farthest from the others."""
    place = {int(node): index for index, node in enumerate(members)}
    wanted = min(len(members), max(_FEWEST_PIVOTS, _STRESS_TERMS // len(members)))
    nearest = np.full(len(members), np.inf)
    hops: dict[int, Floats] = {}
    pivot = int(np.argmax([graph.degree(int(node)) for node in members]))
    while len(hops) < wanted:
        row = np.zeros(len(members))
        for node, distance in nx.single_source_shortest_path_length(graph, int(members[pivot])).items():
            row[place[node]] = distance
        hops[pivot] = row
        nearest = np.minimum(nearest, row)
        nearest[pivot] = -1
        pivot = int(np.argmax(nearest))
    return hops


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


def _links(graph: nx.Graph[int], members: Integers) -> Integers:
    """Both directions of every edge, as member numbers, in two columns."""
    place = {int(node): index for index, node in enumerate(members)}
    pairs = sorted((place[a], place[b]) for a, b in graph.edges)
    return np.array([*pairs, *((b, a) for a, b in pairs)], dtype=np.intp)


def _stress(points: Floats, hops: dict[int, Floats], links: Integers) -> Floats:
    """Move every node to where its distances to pivots and neighbours fit best, again and again."""
    size = len(points)
    pivots = np.array(list(hops), dtype=np.intp)
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


def _separate(points: Floats, boxes: Floats) -> Floats:
    """Push overlapping boxes apart, each pair along the axis on which they overlap less."""
    points = points.copy()
    for _ in range(_SEPARATION_ROUNDS):
        first, second = _overlapping(points, boxes)
        if not len(first):
            break
        offset = points[second] - points[first]
        depth = (boxes[first] + boxes[second]) / 2 + GAP - np.abs(offset)
        axis = np.argmin(depth, axis=1)
        rows = np.arange(len(first))
        push = np.zeros_like(offset)
        push[rows, axis] = depth[rows, axis] * np.where(offset[rows, axis] < 0, -1, 1) * 0.52
        for side, pushed in ((0, -push), (1, push)):
            who = (first, second)[side]
            for dimension in (0, 1):
                points[:, dimension] += np.bincount(who, pushed[:, dimension], len(points)) * 0.7
    return points


def _overlapping(points: Floats, boxes: Floats) -> tuple[Integers, Integers]:
    """All pairs of boxes nearer than the gap, by a sweep from left to right."""
    order = np.argsort(points[:, 0], kind="stable")
    widest = boxes[:, 0].max() + GAP
    found: list[tuple[Integers, Integers]] = []
    for step in count(1):
        first, second = order[:-step], order[step:]
        offset = points[second] - points[first]
        if not len(first) or offset[:, 0].min() >= widest:
            break
        near = (np.abs(offset) < (boxes[first] + boxes[second]) / 2 + GAP - 0.5).all(axis=1)
        found.append((first[near], second[near]))
    if not found:
        return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)
    return np.concatenate([a for a, _ in found]), np.concatenate([b for _, b in found])


def _pack(points: Floats, boxes: Floats, blocks: list[Integers], edges: Sequence[tuple[int, int]]) -> None:
    """Move the components together, the largest in the middle, each as near to it as its outline allows.

    Outlines are sets of squares of a grid (Freivalds, Dogrusoz and Kikusts 2002).
    """
    ends = {int(node): block for block, members in enumerate(blocks) for node in members}
    inner: list[list[tuple[int, int]]] = [[] for _ in blocks]
    for edge in edges:
        inner[ends[edge[0]]].append(edge)
    outlines = [_outline(points, boxes, *parts) for parts in zip(blocks, inner, strict=True)]
    taken: set[Square] = set()
    rings: dict[frozenset[Square], int] = {}
    for block in sorted(range(len(blocks)), key=lambda block: (-len(outlines[block]), int(blocks[block][0]))):
        outline = outlines[block]
        # Where this outline did not fit before, it does not fit now.
        shift, rings[outline] = _free_place(outline, taken, rings.get(outline, 0))
        taken.update((x + shift[0], y + shift[1]) for x, y in outline)
        points[blocks[block]] += np.array(shift) * SQUARE


def _outline(
    points: Floats, boxes: Floats, members: Integers, edges: Sequence[tuple[int, int]]
) -> frozenset[Square]:
    """The squares that a component covers, boxes and edges, once its middle stands at the origin."""
    reach = boxes[members] / 2 + COMPONENT_GAP / 2
    points[members] -= ((points[members] - reach).min(axis=0) + (points[members] + reach).max(axis=0)) / 2
    low = np.floor((points[members] - reach) / SQUARE).astype(int)
    high = np.floor((points[members] + reach) / SQUARE).astype(int)
    squares = {
        (x, y)
        for (left, top), (right, bottom) in zip(low.tolist(), high.tolist(), strict=True)
        for x in range(left, right + 1)
        for y in range(top, bottom + 1)
    }
    for a, b in edges:
        steps = np.linspace(points[a], points[b], 2 + int(np.abs(points[b] - points[a]).max() / SQUARE))
        squares.update((x, y) for x, y in np.floor(steps / SQUARE).astype(int).tolist())
    return frozenset(squares)


def _free_place(outline: frozenset[Square], taken: set[Square], ring: int) -> tuple[Square, int]:
    """The first shift, ring after ring from the middle, at which the outline meets no taken square."""
    half_width = max(x for x, _ in outline)
    half_height = max(y for _, y in outline)
    for radius in count(ring):
        right, bottom = max(0, round(radius * ASPECT) - half_width), max(0, radius - half_height)
        for shift in _ring(right, bottom):
            if taken.isdisjoint((x + shift[0], y + shift[1]) for x, y in outline):
                return shift, radius
    raise AssertionError("the rings never end")


def _ring(right: int, bottom: int) -> list[Square]:
    """The squares of a rectangle's rim, those nearest to its middle first."""
    rim = {(x, y) for x in range(-right, right + 1) for y in (-bottom, bottom)}
    rim |= {(x, y) for x in (-right, right) for y in range(-bottom, bottom + 1)}
    return sorted(rim, key=lambda square: (square[0] ** 2 + square[1] ** 2, square))
