"""The Hungarian method against all permutations."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kg.reading.scoring.assignment import assign_columns


@st.composite
def tables(draw: st.DrawFn) -> list[list[float]]:
    rows = draw(st.integers(0, 4))
    columns = draw(st.integers(rows, 6))
    gain = st.integers(-9, 9).map(float)
    return draw(st.lists(st.lists(gain, min_size=columns, max_size=columns), min_size=rows, max_size=rows))


@given(tables())
def test_no_other_assignment_gains_more(table: list[list[float]]) -> None:
    chosen = assign_columns(table)
    assert len(set(chosen)) == len(table)
    best = max(
        sum(row[column] for row, column in zip(table, columns, strict=True))
        for columns in permutations(range(len(table[0]) if table else 0), len(table))
    )
    assert sum(row[column] for row, column in zip(table, chosen, strict=True)) == best
