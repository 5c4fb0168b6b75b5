from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.html.layout import ASPECT, Point, Size, layout, rows


def overlaps(points: list[Point], sizes: list[Size]) -> list[tuple[int, int]]:
    return [
        (a, b)
        for a, b in combinations(range(len(points)), 2)
        if all(
            abs(points[a][axis] - points[b][axis]) < (sizes[a][axis] + sizes[b][axis]) / 2 for axis in (0, 1)
        )
    ]


def distance(points: list[Point], a: int, b: int) -> float:
    return ((points[a][0] - points[b][0]) ** 2 + (points[a][1] - points[b][1]) ** 2) ** 0.5


def test_no_boxes_at_all() -> None:
    assert layout([], []) == []
    assert rows([], 5) == []


def test_a_chain_is_drawn_as_a_chain() -> None:
    points = layout([(20, 20)] * 6, [(node, node + 1) for node in range(5)])
    reach = [distance(points, 0, node) for node in range(6)]
    assert reach == sorted(reach)
    assert reach[5] > 4 * reach[1]


def test_linked_boxes_stand_nearer_than_others() -> None:
    cliques = [(a + shift, b + shift) for shift in (0, 5) for a, b in combinations(range(5), 2)]
    points = layout([(10, 10)] * 10, [*cliques, (0, 5)])
    inside = [distance(points, a, b) for a, b in cliques]
    across = [distance(points, a, b) for a in range(1, 5) for b in range(6, 10)]
    assert sum(inside) / len(inside) < 0.6 * sum(across) / len(across)


def test_the_leaves_of_a_hub_keep_clear_of_each_other() -> None:
    sizes = [(112.0, 60.0)] * 40
    assert overlaps(layout(sizes, [(0, leaf) for leaf in range(1, 40)]), sizes) == []


def test_many_components_fill_a_frame_of_the_screen_s_shape() -> None:
    sizes = [(100.0, 50.0)] * 120
    points = layout(sizes, [(node, node + 1) for node in range(0, 120, 2)])
    width = max(x for x, _ in points) - min(x for x, _ in points)
    height = max(y for _, y in points) - min(y for _, y in points)
    assert overlaps(points, sizes) == []
    assert width / height == pytest.approx(ASPECT, rel=0.25)


def test_beyond_full_distances_a_large_graph_still_unfolds() -> None:
    side = 40
    grid = [(n, n + 1) for n in range(side * side) if (n + 1) % side]
    grid += [(n, n + side) for n in range(side * (side - 1))]
    points = layout([(4, 4)] * side**2, grid)
    corners = distance(points, 0, side * side - 1)
    assert corners > 20 * distance(points, 0, 1)


def test_the_communities_of_a_large_graph_keep_to_themselves() -> None:
    groups = [node // 40 for node in range(240)]
    edges = [(node, node - node % 40) for node in range(240)] + [(40 * a, 40 * a + 40) for a in range(5)]
    sizes = [(80.0, 40.0)] * 240
    points = layout(sizes, edges, groups)
    assert overlaps(points, sizes) == []
    frames = []
    for group in range(6):
        own = [points[node] for node in range(240) if groups[node] == group]
        low, high = (tuple(pick(axis) for axis in zip(*own, strict=True)) for pick in (min, max))
        frames.append(((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, high[0] - low[0], high[1] - low[1]))
    assert overlaps([frame[:2] for frame in frames], [frame[2:] for frame in frames]) == []
    assert layout(sizes, edges, groups) == points


@given(
    st.integers(1, 14).flatmap(
        lambda size: st.tuples(
            st.lists(st.tuples(st.floats(10, 150), st.floats(10, 80)), min_size=size, max_size=size),
            st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=24),
        )
    )
)
@settings(max_examples=60)
def test_boxes_never_overlap_and_a_second_run_agrees(
    graph: tuple[list[Size], list[tuple[int, int]]],
) -> None:
    sizes, edges = graph
    points = layout(sizes, edges)
    assert overlaps(points, sizes) == []
    assert layout(sizes, edges) == points


def test_rows_break_where_the_width_ends() -> None:
    assert rows([(40.0, 10.0)] * 4, 10, 100) == [(20, 5), (70, 5), (20, 25), (70, 25)]
